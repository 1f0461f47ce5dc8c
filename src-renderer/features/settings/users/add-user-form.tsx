import { zodResolver } from '@hookform/resolvers/zod';
import { useQueryClient } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { Controller, useForm, useWatch } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { type AddUser, addUserSchema } from '../../../../backend/contract/users.ts';
import { failureCode } from '../../../platform/api-failure.ts';
import { usePlatform } from '../../../platform/platform-context.ts';
import { useConnectionLost } from '../../../platform/use-connection-lost.ts';
import { useSingleMutation } from '../../../platform/use-single-mutation.ts';
import { Button } from '../../../ui/button.tsx';
import { FailureNotice } from '../../../ui/failure-notice.tsx';
import { Field, inputClass } from '../../../ui/field.tsx';
import { nameProblem } from './name-problem.ts';
import { PasswordLinkNote } from './password-link-note.tsx';
import { RoleField } from './role-field.tsx';
import { showUser } from './use-change-user.ts';

const nobody: AddUser = { name: '', email: '', role: 'agent' };

/** Somebody new, and then the link that they set their password with. */
export function AddUserForm(): ReactElement {
  const { t } = useTranslation(['users', 'failures']);
  const { api } = usePlatform();
  const cache = useQueryClient();
  const lost = useConnectionLost();
  const form = useForm<AddUser>({ defaultValues: nobody, resolver: zodResolver(addUserSchema) });
  const add = useSingleMutation({
    mutationKey: ['add-user'],
    mutationFn: api.addUser,
    onSuccess: ({ user }) => {
      showUser(cache, user);
      form.reset(nobody);
    },
  });
  const email = useWatch({ control: form.control, name: 'email' });
  const submit = form.handleSubmit((added) => add.mutate(added));

  const { errors } = form.formState;
  const isTaken = add.isError && failureCode(add.error) === 'email-taken';
  const takenProblem =
    isTaken && isSameAddress(email, add.variables.email) ? t('failures:email-taken') : undefined;
  return (
    <form noValidate onSubmit={(event) => void submit(event)} className="flex flex-col gap-3">
      {add.isSuccess && <PasswordLinkNote invitation={add.data} onClose={add.reset} />}
      <div className="grid grid-cols-2 gap-3 max-strip:grid-cols-1">
        <Field label={t('name')} problem={errors.name && t(nameProblem(errors.name))}>
          {(control) => (
            <input autoComplete="off" {...control} {...form.register('name')} className={inputClass} />
          )}
        </Field>
        <Field label={t('email')} problem={errors.email ? t('emailProblem') : takenProblem}>
          {(control) => (
            <input
              type="email"
              autoComplete="off"
              {...control}
              {...form.register('email')}
              className={inputClass}
            />
          )}
        </Field>
      </div>
      <Controller
        control={form.control}
        name="role"
        render={({ field: { value, onChange } }) => <RoleField value={value} onChange={onChange} />}
      />
      {add.isError && !isTaken && <FailureNotice error={add.error} />}
      <div>
        <Button type="submit" tone="primary" busy={add.isPending} disabled={lost}>
          {add.isPending ? t('adding') : t('add')}
        </Button>
      </div>
    </form>
  );
}

/** As the server compares them. */
function isSameAddress(one: string, other: string): boolean {
  return one.trim().toLowerCase() === other.trim().toLowerCase();
}
