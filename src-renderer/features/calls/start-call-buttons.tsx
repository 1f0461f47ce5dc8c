import { AudioLines, Phone } from 'lucide-react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { Customer } from '../../../backend/contract/customers.ts';
import type { CallId } from '../../../backend/contract/ids.ts';
import type { CallMode } from '../../../backend/contract/vocabulary.ts';
import { failureCode } from '../../platform/api-failure.ts';
import { useConnectionLost } from '../../platform/use-connection-lost.ts';
import { Button, buttonClass } from '../../ui/button.tsx';
import { FailureNotice } from '../../ui/failure-notice.tsx';
import { useStartCall } from './use-start-call.ts';

interface StartCallButtonsProps {
  readonly customer: Customer;
  readonly onStarted: (callId: CallId) => void;
}

/** Calls a customer, by the AI or by hand, or leads to the call that is already in progress. */
export function StartCallButtons({ customer, onStarted }: StartCallButtonsProps): ReactElement {
  const { t } = useTranslation('calls');
  const start = useStartCall(customer.id, onStarted);
  const lost = useConnectionLost();

  if (customer.activeCallId !== null) {
    return (
      <Link
        href={`/calls/${customer.activeCallId}`}
        className={`self-start ${buttonClass({ tone: 'primary', size: 'large' })}`}
      >
        {t('start.openCall')}
      </Link>
    );
  }
  const dialling = (mode: CallMode): boolean => start.isPending && start.variables === mode;
  return (
    <div className="flex flex-col gap-2">
      <div className="flex flex-wrap gap-2">
        <Button
          tone="primary"
          size="large"
          disabled={customer.doNotCall || lost}
          busy={dialling('ai')}
          onClick={() => start.mutate('ai')}
        >
          {!dialling('ai') && <AudioLines aria-hidden className="size-4" />}
          {dialling('ai') ? t('start.dialling') : t('start.ai')}
        </Button>
        <Button
          size="large"
          disabled={customer.doNotCall || lost}
          busy={dialling('agent')}
          onClick={() => start.mutate('agent')}
        >
          {!dialling('agent') && <Phone aria-hidden className="size-4" />}
          {dialling('agent') ? t('start.dialling') : t('start.hand')}
        </Button>
      </div>
      {lost && <p className="text-sm text-text-quiet">{t('notLive')}</p>}
      {start.isError && <FailureNotice error={start.error} action={<Remedy error={start.error} />} />}
    </div>
  );
}

/** The one thing that helps against a refusal, where there is one. */
function Remedy({ error }: { readonly error: Error }): ReactElement | null {
  const { t } = useTranslation('calls');
  if (failureCode(error) !== 'conversation-settings-missing') return null;
  return (
    <Link href="/settings" className={buttonClass({ tone: 'plain', size: 'small' })}>
      {t('start.openSettings')}
    </Link>
  );
}
