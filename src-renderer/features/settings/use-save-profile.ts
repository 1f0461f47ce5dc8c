import { type UseMutationResult, useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { AgentProfile } from '../../../backend/contract/agents.ts';
import { applyProfile } from '../../platform/apply-event.ts';

export interface SaveProfile<Input>
  extends Pick<UseMutationResult<AgentProfile, Error, Input>, 'error' | 'isPending' | 'isSuccess'> {
  readonly save: (input: Input) => void;
  /** Saves again what the last change took away; null while there is nothing to go back to. */
  readonly undo: (() => void) | null;
}

/** Saves a part of the agent's profile. `current` is what is saved now; undefined is nothing that could be saved again. */
export function useSaveProfile<Input>(
  send: (input: Input) => Promise<AgentProfile>,
  current: Input | undefined,
): SaveProfile<Input> {
  const cache = useQueryClient();
  const [before, setBefore] = useState<{ readonly input: Input } | null>(null);
  const { mutate, ...status } = useMutation({
    mutationFn: send,
    onSuccess: (profile) => applyProfile(cache, profile),
  });
  return {
    ...status,
    save: (input) => {
      setBefore(current === undefined ? null : { input: current });
      mutate(input);
    },
    undo:
      before &&
      (() => {
        setBefore(null);
        mutate(before.input);
      }),
  };
}
