import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type ReactElement, useEffect } from 'react';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { failureCode } from '../../platform/api-failure.ts';
import { usePlatform } from '../../platform/platform-context.ts';
import { queryKeys } from '../../platform/query-keys.ts';
import { Button } from '../../ui/button.tsx';
import { Field, inputClass } from '../../ui/field.tsx';
import { SignInFailure } from './sign-in-failure.tsx';

interface SignInCodeFormProps {
  /** Of the password, which was right. */
  readonly challenge: string;
  readonly onBack: () => void;
  /** Told when the challenge opens nothing any more. */
  readonly onOver: (error: Error) => void;
}

/** The second step: six digits from the app, or a backup code. */
export function SignInCodeForm({ challenge, onBack, onOver }: SignInCodeFormProps): ReactElement {
  const { t } = useTranslation('signIn');
  const { api } = usePlatform();
  const cache = useQueryClient();
  const form = useForm({ defaultValues: { code: '' } });
  const enter = useMutation({
    mutationFn: api.enterSignInCode,
    onSuccess: () => cache.invalidateQueries({ queryKey: queryKeys.session }),
    onError: (error) => {
      if (failureCode(error) === 'sign-in-over') onOver(error);
      else form.setFocus('code', { shouldSelect: true });
    },
  });
  const { setFocus } = form;
  useEffect(() => setFocus('code'), [setFocus]);
  const submit = form.handleSubmit(({ code }) => enter.mutate({ challenge, code }), enter.reset);
  return (
    <form noValidate onSubmit={(event) => void submit(event)} className="flex flex-col gap-4">
      <p className="text-pretty text-sm">{t('code.lead')}</p>
      <Field label={t('code.label')} problem={form.formState.errors.code && t('code.problem')}>
        {(control) => (
          <input
            autoComplete="one-time-code"
            autoCapitalize="none"
            spellCheck={false}
            {...control}
            {...form.register('code', {
              setValueAs: (entered: string) => entered.trim(),
              minLength: 6,
              required: true,
            })}
            className={`${inputClass} tabular-nums`}
          />
        )}
      </Field>
      {enter.isError && <SignInFailure error={enter.error} />}
      <Button type="submit" tone="primary" size="large" busy={enter.isPending}>
        {enter.isPending ? t('code.submitting') : t('code.submit')}
      </Button>
      <Button tone="quiet" disabled={enter.isPending} onClick={onBack}>
        {t('code.back')}
      </Button>
    </form>
  );
}
