import type { Viewer } from '../auth/visibility.ts';
import { isOver } from '../calls/call-machine.ts';
import type { CallPublisher } from '../calls/call-publisher.ts';
import type { CallStore } from '../calls/call-store.ts';
import type { LegRow, LegStore } from '../calls/leg-store.ts';
import { isHeard } from '../calls/talk.ts';
import { visibleCall } from '../calls/visible-call.ts';
import type { CallId } from '../contract/ids.ts';
import { Refusal } from '../kernel/errors.ts';
import type { HandoffRow } from './handoff-store.ts';

interface TalkSources {
  readonly calls: CallStore;
  readonly legs: LegStore;
  readonly publisher: CallPublisher;
}

/** The caller's leg. Refuses with `call-over`, and with `not-allowed` to whoever does not talk with the customer. */
export function requireTalking(sources: TalkSources, caller: Viewer, callId: CallId): LegRow {
  const call = visibleCall(sources, caller, callId);
  if (isOver(call.status)) throw new Refusal('call-over', 'the call is over');
  const leg = sources.legs.ofCall(callId).find((one) => one.agentId === caller.id && isHeard(one));
  if (leg === undefined || call.status !== 'human-connected') {
    throw new Refusal('not-allowed', 'you do not talk with the customer');
  }
  return leg;
}

/** Refuses with `handoff-in-progress` while somebody is awaited or consulted. */
export function requireNoTransfer(open: HandoffRow | null): void {
  if (open !== null && open.status !== 'connected') {
    throw new Refusal('handoff-in-progress', 'the call is being transferred');
  }
}
