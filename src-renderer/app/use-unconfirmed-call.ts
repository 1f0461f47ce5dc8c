import type { CallSession } from '../../backend/contract/calls.ts';
import type { AgentId } from '../../backend/contract/ids.ts';
import { isUnconfirmed } from '../platform/call-state.ts';
import { useHistory } from '../platform/queries.ts';

/** The agent's last call whose result is still a draft, if there is one. */
export function useUnconfirmedCall(me: AgentId): CallSession | null {
  const pages = useHistory().data?.pages ?? [];
  // The newest come first.
  return pages.flatMap(({ calls }) => calls).find((call) => isUnconfirmed(call, me)) ?? null;
}
