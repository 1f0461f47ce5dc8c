import { type UseMutationResult, useMutation, useQueryClient } from '@tanstack/react-query';
import type { AgentProfile } from '../../../../backend/contract/agents.ts';
import { applyProfile } from '../../../platform/apply-event.ts';

/** Saves a part of the agent's profile. */
export function useSaveProfile<Input>(
  send: (input: Input) => Promise<AgentProfile>,
): UseMutationResult<AgentProfile, Error, Input> {
  const cache = useQueryClient();
  return useMutation({ mutationFn: send, onSuccess: (profile) => applyProfile(cache, profile) });
}
