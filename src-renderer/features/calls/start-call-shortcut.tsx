import { AudioLines } from 'lucide-react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Customer } from '../../../backend/contract/customers.ts';
import type { CallId } from '../../../backend/contract/ids.ts';
import { failureCode } from '../../platform/api-failure.ts';
import { usePlatform } from '../../platform/platform-context.ts';
import { showToast } from '../../platform/toasts.ts';
import { useConnectionLost } from '../../platform/use-connection-lost.ts';
import { Button } from '../../ui/button.tsx';
import { useStartCall } from './use-start-call.ts';

interface StartCallShortcutProps {
  readonly customer: Customer;
  readonly onStarted: (callId: CallId) => void;
}

/** In a row of customers: the AI calls at once. */
export function StartCallShortcut({ customer, onStarted }: StartCallShortcutProps): ReactElement {
  const { t } = useTranslation(['calls', 'failures']);
  const { toasts } = usePlatform();
  const start = useStartCall(customer.id, onStarted);
  const lost = useConnectionLost();
  const call = (): void =>
    start.mutate('ai', {
      onError: (error) => showToast(toasts, 'failed', t(`failures:${failureCode(error)}`)),
    });

  const words = customer.activeCallId === null ? t('start.ai') : t('start.active');
  return (
    <Button
      size="small"
      busy={start.isPending}
      disabled={customer.doNotCall || customer.activeCallId !== null || lost}
      title={lost ? t('notLive') : undefined}
      aria-label={`${words}: ${customer.company}`}
      onClick={call}
    >
      {!start.isPending && <AudioLines aria-hidden className="size-3.5" />}
      {words}
    </Button>
  );
}
