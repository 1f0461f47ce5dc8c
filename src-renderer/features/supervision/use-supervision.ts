import type { UseMutationResult } from '@tanstack/react-query';
import type { CallId } from '../../../backend/contract/ids.ts';
import type { Supervision, WantedSupervision } from '../../../backend/contract/supervision.ts';
import { usePlatform } from '../../platform/platform-context.ts';
import { useSingleMutation } from '../../platform/use-single-mutation.ts';

/** Joins the call with the softphone of this window, or chooses anew who hears the admin. What comes of it is told by an event. */
export function useSupervise(
  callId: CallId,
  joined: boolean,
): UseMutationResult<Supervision, Error, WantedSupervision> {
  const { api, clientId, sounds } = usePlatform();
  return useSingleMutation({
    mutationKey: ['supervise', callId],
    mutationFn: (mode: WantedSupervision) =>
      joined ? api.changeSupervision(callId, mode) : api.startSupervision(callId, { mode, clientId }),
    onError: () => sounds.play('error'),
  });
}

export function useStopSupervising(callId: CallId): UseMutationResult<void, Error, void> {
  const { api, sounds } = usePlatform();
  return useSingleMutation({
    mutationKey: ['stop-supervising', callId],
    mutationFn: () => api.leaveSupervision(callId),
    onError: () => sounds.play('error'),
  });
}
