import { zodResolver } from '@hookform/resolvers/zod';
import { type ReactElement, useEffect } from 'react';
import { Controller, useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import { addUserSchema, type User } from '../../../../backend/contract/users.ts';
import { useConnectionLost } from '../../../platform/use-connection-lost.ts';
import { Button } from '../../../ui/button.tsx';
import { Field, inputClass } from '../../../ui/field.tsx';
import { nameProblem } from './name-problem.ts';
import { RoleField } from './role-field.tsx';
import type { ChangingUser } from './use-change-user.ts';

const draftSchema = addUserSchema.pick({ name: true, role: true });
type Draft = z.infer<typeof draftSchema>;

interface UserFormProps {
  readonly user: User;
  readonly isMe: boolean;
  readonly changing: ChangingUser;
  readonly onClose: () => void;
}

/** Name and role of an account. It stays open, with what is written, until that is saved. */
export function UserForm({ user, isMe, changing, onClose }: UserFormProps): ReactElement {
  const { t } = useTranslation('users');
  const lost = useConnectionLost();
  const { name, role } = user;
  const form = useForm<Draft>({ defaultValues: { name, role }, resolver: zodResolver(draftSchema) });
  const { setFocus } = form;
  useEffect(() => setFocus('name', { shouldSelect: true }), [setFocus]);
  const { errors, isDirty, dirtyFields } = form.formState;
  const submit = form.handleSubmit((draft) => {
    const changes = {
      ...(dirtyFields.name === true && { name: draft.name }),
      ...(dirtyFields.role === true && { role: draft.role }),
    };
    changing.change(changes, onClose);
  });

  return (
    <form noValidate onSubmit={(event) => void submit(event)} className="flex flex-col gap-3 pb-1">
      <Field label={t('name')} problem={errors.name && t(nameProblem(errors.name))}>
        {(control) => (
          <input
            autoComplete="off"
            {...control}
            {...form.register('name')}
            className={`max-w-80 ${inputClass}`}
          />
        )}
      </Field>
      {isMe ? (
        <p className="text-sm text-text-quiet">{t('ownRole')}</p>
      ) : (
        <Controller
          control={form.control}
          name="role"
          render={({ field: { value, onChange } }) => <RoleField value={value} onChange={onChange} />}
        />
      )}
      <div className="flex gap-2">
        <Button type="submit" tone="primary" busy={changing.isPending} disabled={!isDirty || lost}>
          {t('save')}
        </Button>
        <Button disabled={changing.isPending} onClick={onClose}>
          {t('cancel')}
        </Button>
      </div>
    </form>
  );
}
