import type { CallId } from '../../../backend/contract/ids.ts';
import { failureCode } from '../../platform/api-failure.ts';
import { usePlatform } from '../../platform/platform-context.ts';
import { useConnectionLost } from '../../platform/use-connection-lost.ts';
import { useSoftphone } from './use-softphone.ts';

/**
 * Leaves a call on which nobody hears the agent yet. The server is told before the line is closed: it would take a line that is only gone
 * for an accident. An agent who has been put through meanwhile stays, and can end the call.
 */
export function useLeaveCall(): (callId: CallId) => Promise<void> {
  const { api } = usePlatform();
  const { hangUp } = useSoftphone();
  const lost = useConnectionLost();
  return async (callId) => {
    try {
      if (!lost) await api.leaveCall(callId);
    } catch (error) {
      if (failureCode(error) === 'call-in-progress') return;
    }
    hangUp();
  };
}
