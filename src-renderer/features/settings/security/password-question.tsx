import { useMutation } from '@tanstack/react-query';
import { type ReactElement, useEffect } from 'react';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { failureCode } from '../../../platform/api-failure.ts';
import { useConnectionLost } from '../../../platform/use-connection-lost.ts';
import { Button } from '../../../ui/button.tsx';
import { FailureNotice } from '../../../ui/failure-notice.tsx';
import { Field, inputClass } from '../../../ui/field.tsx';

interface PasswordQuestionProps {
  /** Rejects when the password is wrong. */
  readonly onAnswer: (password: string) => Promise<void>;
  readonly onCancel: () => void;
}

/** Who sits at the computer is asked whether they are who signed in. */
export function PasswordQuestion({ onAnswer, onCancel }: PasswordQuestionProps): ReactElement {
  const { t } = useTranslation(['security', 'failures']);
  const lost = useConnectionLost();
  const form = useForm({ defaultValues: { password: '' } });
  const answering = useMutation({
    mutationFn: onAnswer,
    onError: () => form.setFocus('password', { shouldSelect: true }),
  });
  const isWrong = answering.isError && failureCode(answering.error) === 'password-wrong';
  const missing = form.formState.errors.password && t('factor.passwordMissing');
  const { setFocus } = form;
  useEffect(() => setFocus('password'), [setFocus]);
  const submit = form.handleSubmit(({ password }) => answering.mutate(password), answering.reset);
  return (
    <form noValidate onSubmit={(event) => void submit(event)} className="flex max-w-80 flex-col gap-3">
      <p className="text-sm">{t('factor.askPassword')}</p>
      <Field label={t('factor.password')} problem={isWrong ? t('failures:password-wrong') : missing}>
        {(control) => (
          <input
            type="password"
            autoComplete="current-password"
            {...control}
            {...form.register('password', { required: true })}
            className={inputClass}
          />
        )}
      </Field>
      {answering.isError && !isWrong && <FailureNotice error={answering.error} />}
      <div className="flex gap-2">
        <Button type="submit" tone="primary" busy={answering.isPending} disabled={lost}>
          {t('factor.goOn')}
        </Button>
        <Button disabled={answering.isPending} onClick={onCancel}>
          {t('factor.cancel')}
        </Button>
      </div>
    </form>
  );
}
