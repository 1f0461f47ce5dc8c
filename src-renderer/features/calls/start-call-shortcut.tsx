import { AudioLines } from 'lucide-react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { Customer } from '../../../backend/contract/customers.ts';
import type { CallId } from '../../../backend/contract/ids.ts';
import { failureCode } from '../../platform/api-failure.ts';
import { usePlatform } from '../../platform/platform-context.ts';
import { showToast } from '../../platform/toasts.ts';
import { useConnectionLost } from '../../platform/use-connection-lost.ts';
import { Button, buttonClass } from '../../ui/button.tsx';
import { useStartCall } from './use-start-call.ts';

interface StartCallShortcutProps {
  readonly customer: Pick<Customer, 'id' | 'company' | 'activeCallId' | 'doNotCall'>;
  readonly onStarted: (callId: CallId) => void;
}

/** In a row of customers: the AI calls at once, or the way to the call that is in progress. */
export function StartCallShortcut({ customer, onStarted }: StartCallShortcutProps): ReactElement {
  const { t } = useTranslation(['calls', 'failures']);
  const { toasts } = usePlatform();
  const start = useStartCall(customer.id, onStarted);
  const lost = useConnectionLost();
  const call = (): void =>
    start.mutate('ai', {
      onError: (error) => showToast(toasts, 'failed', t(`failures:${failureCode(error)}`)),
    });

  if (customer.activeCallId !== null) {
    return (
      <Link
        href={`/calls/${customer.activeCallId}`}
        aria-label={`${t('start.active')}: ${customer.company}`}
        title={t('start.openCall')}
        className={buttonClass({ tone: 'plain', size: 'small' })}
      >
        {t('start.active')}
      </Link>
    );
  }
  return (
    <Button
      size="small"
      busy={start.isPending}
      disabled={customer.doNotCall || lost}
      title={lost ? t('notLive') : undefined}
      aria-label={`${t('start.ai')}: ${customer.company}`}
      onClick={call}
    >
      {!start.isPending && <AudioLines aria-hidden className="size-3.5" />}
      {t('start.ai')}
    </Button>
  );
}
