import { type UseMutationResult, useQueryClient } from '@tanstack/react-query';
import type { Handoff } from '../../../backend/contract/handoffs.ts';
import type { AgentId, CallId } from '../../../backend/contract/ids.ts';
import { handoffAfter } from '../../platform/after-event.ts';
import { applyCallEvent } from '../../platform/apply-event.ts';
import { usePlatform } from '../../platform/platform-context.ts';
import { useSingleMutation } from '../../platform/use-single-mutation.ts';

/** Asks for a handoff: to the named colleague, or with null to whoever presses, in this window. */
export function useHandoffRequest(callId: CallId): UseMutationResult<Handoff, Error, AgentId | null> {
  const { api, arrivals, clientId, sounds } = usePlatform();
  const cache = useQueryClient();
  return useSingleMutation({
    mutationKey: ['request-handoff', callId],
    mutationFn: (toAgentId: AgentId | null) =>
      arrivals.during(
        () => api.requestHandoff(callId, toAgentId === null ? { clientId } : { toAgentId }),
        handoffAfter,
      ),
    onSuccess: (handoff) => applyCallEvent(cache, { type: 'handoff-updated', handoff }),
    onError: () => sounds.play('error'),
  });
}
