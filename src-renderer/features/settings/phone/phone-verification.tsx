import { useMutation } from '@tanstack/react-query';
import { PhoneCall } from 'lucide-react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { failureCode } from '../../../platform/api-failure.ts';
import { formatPhoneNumber } from '../../../platform/phone-numbers.ts';
import { usePlatform } from '../../../platform/platform-context.ts';
import { useLanguage } from '../../../platform/use-language.ts';
import { Button } from '../../../ui/button.tsx';
import { FailureNotice } from '../../../ui/failure-notice.tsx';
import { SettingRow } from '../setting-row.tsx';
import { PhoneCodeForm } from './phone-code-form.tsx';

interface PhoneVerificationProps {
  /** The one that is saved: another may be in the field above it. */
  readonly phoneNumber: string;
  readonly verified: boolean;
}

/** A number is rung for handoffs only once its owner has heard a code there and entered it here. */
export function PhoneVerification({ phoneNumber, verified }: PhoneVerificationProps): ReactElement {
  const { t } = useTranslation('settings');
  const { api } = usePlatform();
  const language = useLanguage();
  const label = t('phone.check.label', { number: formatPhoneNumber(phoneNumber) });
  const call = useMutation({ mutationFn: () => api.beginPhoneVerification(language) });
  if (verified)
    return (
      <SettingRow label={label} hint={t('phone.check.done')}>
        {null}
      </SettingRow>
    );

  const hint = call.isSuccess ? t('phone.check.called') : t('phone.check.needed');
  return (
    <div className="flex flex-col gap-3">
      <SettingRow label={label} hint={hint}>
        <Button busy={call.isPending} onClick={() => call.mutate()}>
          <PhoneCall aria-hidden className="size-4" />
          {t(call.isSuccess ? 'phone.check.again' : 'phone.check.call')}
        </Button>
      </SettingRow>
      {call.error !== null && <CallFailure error={call.error} />}
      {call.isSuccess && <PhoneCodeForm />}
    </div>
  );
}

/** What cannot be called is the number's fault; the rest is the line's. */
function CallFailure({ error }: { readonly error: Error }): ReactElement {
  const { t } = useTranslation('settings');
  if (failureCode(error) !== 'invalid-input') return <FailureNotice error={error} />;
  return (
    <p role="alert" className="text-state-failed text-xs">
      {t('phone.check.notCallable')}
    </p>
  );
}
