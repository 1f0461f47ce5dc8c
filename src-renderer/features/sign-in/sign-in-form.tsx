import { zodResolver } from '@hookform/resolvers/zod';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import type { Credentials } from '../../platform/api.ts';
import { usePlatform } from '../../platform/platform-context.ts';
import { queryKeys } from '../../platform/query-keys.ts';
import { Button } from '../../ui/button.tsx';
import { Field, inputClass } from '../../ui/field.tsx';
import { SignInCodeForm } from './sign-in-code-form.tsx';
import { SignInFailure } from './sign-in-failure.tsx';

const credentialsSchema = z.object({ email: z.email(), password: z.string().min(1) });

/** First the password; then a code, where the account has a second factor. */
export function SignInForm(): ReactElement {
  const [challenge, setChallenge] = useState<string | null>(null);
  const [over, setOver] = useState<Error | null>(null);
  const backWith = (error: Error | null): void => {
    setOver(error);
    setChallenge(null);
  };
  if (challenge === null) return <PasswordForm over={over} onChallenge={setChallenge} />;
  return <SignInCodeForm challenge={challenge} onBack={() => backWith(null)} onOver={backWith} />;
}

interface PasswordFormProps {
  /** Why the second step has to be begun again. */
  readonly over: Error | null;
  readonly onChallenge: (challenge: string) => void;
}

function PasswordForm({ over, onChallenge }: PasswordFormProps): ReactElement {
  const { t } = useTranslation('signIn');
  const { api } = usePlatform();
  const cache = useQueryClient();
  const form = useForm<Credentials>({
    defaultValues: { email: '', password: '' },
    resolver: zodResolver(credentialsSchema),
  });
  const signIn = useMutation({
    mutationFn: api.signIn,
    onSuccess: async (challenge) => {
      if (challenge !== null) onChallenge(challenge);
      else await cache.invalidateQueries({ queryKey: queryKeys.session });
    },
  });
  // What the server said was about what was sent, and not about what is written now.
  const submit = form.handleSubmit((credentials) => signIn.mutate(credentials), signIn.reset);

  const { errors, isSubmitted } = form.formState;
  const problem = signIn.error ?? (isSubmitted ? null : over);
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
      {problem !== null && <SignInFailure error={problem} />}
      <Button type="submit" tone="primary" size="large" busy={signIn.isPending}>
        {signIn.isPending ? t('submitting') : t('submit')}
      </Button>
    </form>
  );
}
