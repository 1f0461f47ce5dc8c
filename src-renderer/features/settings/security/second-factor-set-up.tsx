import { useMutation } from '@tanstack/react-query';
import { type ReactElement, useEffect } from 'react';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import type { SecondFactorDraft } from '../../../../backend/contract/second-factor.ts';
import { usePlatform } from '../../../platform/platform-context.ts';
import { useConnectionLost } from '../../../platform/use-connection-lost.ts';
import { Button } from '../../../ui/button.tsx';
import { CopyButton } from '../../../ui/copy-button.tsx';
import { FailureNotice } from '../../../ui/failure-notice.tsx';
import { Field, inputClass } from '../../../ui/field.tsx';
import { QrCode } from './qr-code.tsx';

interface SecondFactorSetUpProps {
  readonly draft: SecondFactorDraft;
  readonly onDone: () => void;
  readonly onCancel: () => void;
}

/** What the app reads or is told, and the first code, which shows that it works. */
export function SecondFactorSetUp({ draft, onDone, onCancel }: SecondFactorSetUpProps): ReactElement {
  const { t } = useTranslation('security');
  const { api } = usePlatform();
  const lost = useConnectionLost();
  const form = useForm({ defaultValues: { code: '' } });
  const confirm = useMutation({
    mutationFn: api.confirmSecondFactor,
    onSuccess: onDone,
    onError: () => form.setFocus('code', { shouldSelect: true }),
  });
  const { setFocus } = form;
  useEffect(() => setFocus('code'), [setFocus]);
  const submit = form.handleSubmit(({ code }) => confirm.mutate(code.trim()), confirm.reset);
  return (
    <form noValidate onSubmit={(event) => void submit(event)} className="flex flex-col gap-3">
      <p className="text-sm">{t('factor.scan')}</p>
      <QrCode text={draft.uri} label={t('factor.picture')} />
      <p className="text-sm">{t('factor.key')}</p>
      <div className="flex items-center gap-1">
        <code className="break-all text-sm">{draft.key}</code>
        <CopyButton label={t('factor.copyKey')} text={() => draft.key} />
      </div>
      <Field label={t('factor.code')} problem={form.formState.errors.code && t('factor.codeProblem')}>
        {(control) => (
          <input
            inputMode="numeric"
            autoComplete="one-time-code"
            {...control}
            {...form.register('code', { pattern: /^\s*\d{6}\s*$/, required: true })}
            className={`max-w-40 ${inputClass} tabular-nums`}
          />
        )}
      </Field>
      {confirm.isError && <FailureNotice error={confirm.error} />}
      <div className="flex gap-2">
        <Button type="submit" tone="primary" busy={confirm.isPending} disabled={lost}>
          {t('factor.confirm')}
        </Button>
        <Button disabled={confirm.isPending} onClick={onCancel}>
          {t('factor.cancel')}
        </Button>
      </div>
    </form>
  );
}
