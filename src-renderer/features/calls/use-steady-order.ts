import { useState } from 'react';
import type { CallSession } from '../../../backend/contract/calls.ts';
import type { AgentId, CallId } from '../../../backend/contract/ids.ts';
import { inHeldOrder, inOrder } from './call-filter.ts';

export interface SteadyOrder {
  readonly calls: readonly CallSession[];
  readonly hold: (held: boolean) => void;
}

/** The calls in their order, which stays as it is while it is held. */
export function useSteadyOrder(calls: readonly CallSession[], me: AgentId): SteadyOrder {
  const [held, setHeld] = useState<readonly CallId[] | null>(null);
  const ordered = held === null ? inOrder(calls, me) : inHeldOrder(calls, held);
  const hold = (wanted: boolean): void => setHeld(wanted ? ordered.map(({ id }) => id) : null);
  return { calls: ordered, hold };
}
