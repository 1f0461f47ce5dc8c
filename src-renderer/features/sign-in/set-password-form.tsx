import { zodResolver } from '@hookform/resolvers/zod';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type ReactElement, useEffect } from 'react';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { passwordLength, passwordSchema } from '../../../backend/contract/users.ts';
import { failureCode } from '../../platform/api-failure.ts';
import { usePlatform } from '../../platform/platform-context.ts';
import { queryKeys } from '../../platform/query-keys.ts';
import { Button } from '../../ui/button.tsx';
import { FailureNotice } from '../../ui/failure-notice.tsx';
import { Field, inputClass } from '../../ui/field.tsx';

const draftSchema = z
  .object({ password: passwordSchema, again: z.string() })
  .refine(({ password, again }) => password === again, { path: ['again'] });
type Draft = z.infer<typeof draftSchema>;

interface SetPasswordFormProps {
  readonly token: string;
  /** Told whose password it is now. */
  readonly onDone: (email: string) => void;
  readonly onOver: () => void;
}

export function SetPasswordForm({ token, onDone, onOver }: SetPasswordFormProps): ReactElement {
  const { t } = useTranslation('signIn');
  const { api } = usePlatform();
  const cache = useQueryClient();
  const form = useForm<Draft>({
    defaultValues: { password: '', again: '' },
    resolver: zodResolver(draftSchema),
  });
  const set = useMutation({
    mutationFn: api.setPassword,
    onSuccess: (email) => {
      onDone(email);
      return cache.invalidateQueries({ queryKey: queryKeys.session });
    },
    onError: (error) => {
      if (failureCode(error) === 'link-over') onOver();
    },
  });
  const { setFocus } = form;
  useEffect(() => setFocus('password'), [setFocus]);
  const submit = form.handleSubmit(({ password }) => set.mutate({ token, password }));

  const { errors } = form.formState;
  const tooShort = t('setPassword.tooShort', passwordLength);
  const tooLong = t('setPassword.tooLong', passwordLength);
  return (
    <form noValidate onSubmit={(event) => void submit(event)} className="flex flex-col gap-4">
      <Field
        label={t('setPassword.password')}
        {...(errors.password ? {} : { hint: t('setPassword.hint', passwordLength) })}
        problem={errors.password && (errors.password.type === 'too_big' ? tooLong : tooShort)}
      >
        {(control) => (
          <input
            type="password"
            autoComplete="new-password"
            {...control}
            {...form.register('password')}
            className={inputClass}
          />
        )}
      </Field>
      <Field
        label={t('setPassword.again')}
        problem={!errors.password && errors.again ? t('setPassword.different') : undefined}
      >
        {(control) => (
          <input
            type="password"
            autoComplete="new-password"
            {...control}
            {...form.register('again')}
            className={inputClass}
          />
        )}
      </Field>
      {set.isError && <FailureNotice error={set.error} />}
      <Button type="submit" tone="primary" size="large" busy={set.isPending}>
        {set.isPending ? t('setPassword.submitting') : t('setPassword.submit')}
      </Button>
    </form>
  );
}
