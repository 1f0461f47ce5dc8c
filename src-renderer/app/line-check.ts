import type { CallSession } from '../../backend/contract/calls.ts';
import type { Line } from '../features/softphone/softphone-machine.ts';
import { isOver } from '../platform/call-state.ts';

/** What the server tells of a line of ours. `unknown`: it does not tell of the call. */
export type LineAsTold = 'there' | 'left' | 'call-over' | 'unknown';

/** A leg that is not told of yet is on its way. */
export function lineAsTold({ callId, legId }: Line, calls: readonly CallSession[]): LineAsTold {
  const call = calls.find(({ id }) => id === callId);
  if (call === undefined) return 'unknown';
  if (isOver(call.status)) return 'call-over';
  const leg = call.participants.find((participant) => participant.legId === legId);
  return leg?.state === 'left' ? 'left' : 'there';
}
