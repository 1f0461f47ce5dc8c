import { useTranslation } from 'react-i18next';
import type { CallId } from '../../../backend/contract/ids.ts';
import { failureCode } from '../../platform/api-failure.ts';
import { usePlatform } from '../../platform/platform-context.ts';
import { showToast } from '../../platform/toasts.ts';
import { useConnectionLost } from '../../platform/use-connection-lost.ts';
import { useSoftphone } from './use-softphone.ts';

/** Who hangs up waits no longer than this for a server that does not answer. */
const patienceMs = 3_000;

/**
 * Leaves a call on which nobody hears the agent yet. The server is told before the line is closed: it would take a line that is only gone
 * for an accident. An agent who has been put through meanwhile stays, is told so, and can end the call.
 */
export function useLeaveCall(): (callId: CallId) => Promise<void> {
  const { t } = useTranslation('softphone');
  const { api, toasts } = usePlatform();
  const { hangUp } = useSoftphone();
  const lost = useConnectionLost();
  return async (callId) => {
    try {
      if (!lost) await Promise.race([api.leaveCall(callId), after(patienceMs)]);
    } catch (error) {
      if (failureCode(error) === 'call-in-progress') {
        showToast(toasts, 'failed', t('putThrough'));
        return;
      }
    }
    hangUp(callId);
  };
}

function after(ms: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, ms);
  });
}
