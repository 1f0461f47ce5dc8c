import { zodResolver } from '@hookform/resolvers/zod';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import type { Credentials } from '../../platform/api.ts';
import { failureCode } from '../../platform/api-failure.ts';
import { usePlatform } from '../../platform/platform-context.ts';
import { queryKeys } from '../../platform/query-keys.ts';
import { Button } from '../../ui/button.tsx';
import { FailureNotice } from '../../ui/failure-notice.tsx';
import { Field, inputClass } from '../../ui/field.tsx';
import { Notice } from '../../ui/notice.tsx';

const credentialsSchema = z.object({ email: z.email(), password: z.string().min(1) });

export function SignInForm(): ReactElement {
  const { t } = useTranslation('signIn');
  const { api } = usePlatform();
  const cache = useQueryClient();
  const form = useForm<Credentials>({
    defaultValues: { email: '', password: '' },
    resolver: zodResolver(credentialsSchema),
  });
  const signIn = useMutation({
    mutationFn: api.signIn,
    onSuccess: () => cache.invalidateQueries({ queryKey: queryKeys.session }),
  });
  // What the server said was about what was sent, and not about what is written now.
  const submit = form.handleSubmit((credentials) => signIn.mutate(credentials), signIn.reset);

  const { errors } = form.formState;
  return (
    <form noValidate onSubmit={(event) => void submit(event)} className="flex flex-col gap-4">
      <Field label={t('email')} problem={errors.email && t('emailProblem')}>
        {(control) => (
          <input
            type="email"
            autoComplete="username"
            {...control}
            {...form.register('email')}
            className={inputClass}
          />
        )}
      </Field>
      <Field label={t('password')} problem={errors.password && t('passwordProblem')}>
        {(control) => (
          <input
            type="password"
            autoComplete="current-password"
            {...control}
            {...form.register('password')}
            className={inputClass}
          />
        )}
      </Field>
      {signIn.isError && <SignInFailure error={signIn.error} />}
      <Button type="submit" tone="primary" size="large" busy={signIn.isPending}>
        {signIn.isPending ? t('submitting') : t('submit')}
      </Button>
    </form>
  );
}

function SignInFailure({ error }: { readonly error: Error }): ReactElement {
  const { t } = useTranslation('signIn');
  if (failureCode(error) !== 'unreachable') return <FailureNotice error={error} />;
  return <Notice tone="failed">{t('unreachable')}</Notice>;
}
