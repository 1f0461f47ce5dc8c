import { zodResolver } from '@hookform/resolvers/zod';
import { useMutation } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { passwordLength, passwordSchema } from '../../../../backend/contract/users.ts';
import { failureCode } from '../../../platform/api-failure.ts';
import { usePlatform } from '../../../platform/platform-context.ts';
import { useConnectionLost } from '../../../platform/use-connection-lost.ts';
import { Button } from '../../../ui/button.tsx';
import { FailureNotice } from '../../../ui/failure-notice.tsx';
import { Field, inputClass } from '../../../ui/field.tsx';
import { Notice } from '../../../ui/notice.tsx';

const draftSchema = z
  .object({ present: z.string().min(1), wanted: passwordSchema, again: z.string() })
  .refine(({ wanted, again }) => wanted === again, { path: ['again'] });
type Draft = z.infer<typeof draftSchema>;

/** What the server has something against; null when it is neither of them. */
function fieldOf(error: Error): 'present' | 'wanted' | null {
  switch (failureCode(error)) {
    case 'password-wrong':
      return 'present';
    case 'password-guessable':
    case 'password-personal':
      return 'wanted';
    default:
      return null;
  }
}

const empty: Draft = { present: '', wanted: '', again: '' };

/** The server decides whether the new one is good enough, and says how it can be mended. */
export function ChangePasswordForm(): ReactElement {
  const { t } = useTranslation(['security', 'failures']);
  const { api } = usePlatform();
  const lost = useConnectionLost();
  const form = useForm<Draft>({ defaultValues: empty, resolver: zodResolver(draftSchema) });
  const change = useMutation({
    mutationFn: api.changePassword,
    onSuccess: () => form.reset(empty),
    onError: (error) => {
      const field = fieldOf(error);
      if (field !== null) form.setFocus(field, { shouldSelect: true });
    },
  });
  const submit = form.handleSubmit(({ present, wanted }) => change.mutate({ present, wanted }), change.reset);
  const { errors } = form.formState;
  const wantedProblem = t(
    errors.wanted?.type === 'too_big' ? 'password.tooLong' : 'password.tooShort',
    passwordLength,
  );
  const refused = change.isError ? fieldOf(change.error) : null;
  const refusal = change.isError ? t(`failures:${failureCode(change.error)}`) : undefined;
  const problems: Record<keyof Draft, string | undefined> = {
    present: refused === 'present' ? refusal : errors.present && t('password.missing'),
    wanted: refused === 'wanted' ? refusal : errors.wanted && wantedProblem,
    again: !errors.wanted && errors.again ? t('password.different') : undefined,
  };
  return (
    <form noValidate onSubmit={(event) => void submit(event)} className="flex max-w-96 flex-col gap-3">
      {(['present', 'wanted', 'again'] as const).map((name) => (
        <Field
          key={name}
          label={t(`password.${name}`)}
          {...(name === 'wanted' && !errors.wanted ? { hint: t('password.hint', passwordLength) } : {})}
          problem={problems[name]}
        >
          {(control) => (
            <input
              type="password"
              autoComplete={name === 'present' ? 'current-password' : 'new-password'}
              {...control}
              {...form.register(name)}
              className={inputClass}
            />
          )}
        </Field>
      ))}
      {change.isError && refused === null && <FailureNotice error={change.error} />}
      {change.isSuccess && <Notice tone="done">{t('password.done')}</Notice>}
      <div>
        <Button type="submit" tone="primary" busy={change.isPending} disabled={lost}>
          {t('password.submit')}
        </Button>
      </div>
    </form>
  );
}
