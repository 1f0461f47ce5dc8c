import { type UseMutationResult, useQueryClient } from '@tanstack/react-query';
import type { CallSession } from '../../../backend/contract/calls.ts';
import type { CallId, CustomerId } from '../../../backend/contract/ids.ts';
import type { CallMode } from '../../../backend/contract/vocabulary.ts';
import { applyCallEvent } from '../../platform/apply-event.ts';
import { usePlatform } from '../../platform/platform-context.ts';
import { useSingleMutation } from '../../platform/use-single-mutation.ts';

/** Dials a customer; by hand, this window's softphone joins. */
export function useStartCall(
  customerId: CustomerId,
  onStarted: (callId: CallId) => void,
): UseMutationResult<CallSession, Error, CallMode> {
  const { api, clientId } = usePlatform();
  const cache = useQueryClient();
  return useSingleMutation({
    mutationKey: ['start-call', customerId],
    mutationFn: (mode: CallMode) =>
      api.startCall({ customerId, mode, ...(mode === 'agent' ? { clientId } : {}) }),
    onSuccess: (call) => {
      applyCallEvent(cache, { type: 'call-started', call });
      onStarted(call.id);
    },
  });
}
