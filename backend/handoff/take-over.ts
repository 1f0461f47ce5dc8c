import type { CallLegs } from '../calls/call-legs.ts';
import type { CallPublisher } from '../calls/call-publisher.ts';
import type { LegRow, LegStore } from '../calls/leg-store.ts';
import { isHeard } from '../calls/talk.ts';
import type { AgentId, CallId, ClientId, LegId } from '../contract/ids.ts';
import type { Outbox } from '../journal/outbox-store.ts';
import type { Clock } from '../kernel/clock.ts';
import type { Ids } from '../kernel/ids.ts';
import type { AgentRelease } from './agent-release.ts';
import { beginByTakingOver } from './handoff-machine.ts';
import type { HandoffRunner } from './handoff-runner.ts';
import type { HandoffStore } from './handoff-store.ts';
import { newHandoff } from './new-handoff.ts';

interface TakeOverOptions {
  readonly legs: LegStore;
  readonly callLegs: Pick<CallLegs, 'setHeardBy' | 'remove'>;
  readonly outbox: Pick<Outbox, 'isPending'>;
  readonly handoffs: Pick<HandoffStore, 'openOfCall'>;
  readonly runner: HandoffRunner;
  readonly release: AgentRelease;
  readonly publisher: Pick<CallPublisher, 'updated'>;
  readonly ids: Ids;
  readonly clock: Clock;
}

/** Who takes over, on a leg that is in the conference already: it needs no confirmation, and no other leg can win. */
export interface TakingOver {
  readonly callId: CallId;
  readonly agentId: AgentId;
  readonly clientId: ClientId;
  readonly legId: LegId;
}

/**
 * A supervisor becomes the human of the call: from the AI, from the agent, or instead of whoever was asked. An agent who talks with the
 * customer goes only when the carrier has let them be heard, so that the customer is never alone, and keeps the call where it does not.
 */
export type TakeOver = (who: TakingOver) => void;

export interface TakeOvers {
  readonly takeOver: TakeOver;
  /** Who took the call over is heard: the agents before them go. */
  readonly successorHeard: (callId: CallId, legId: LegId) => void;
}

export function createTakeOvers(options: TakeOverOptions): TakeOvers {
  const { legs, callLegs, handoffs, runner, outbox } = options;

  function settle(callId: CallId): void {
    const open = handoffs.openOfCall(callId);
    if (open?.status === 'connected') runner.close(open.id);
    else if (open !== null) runner.apply(open.id, { type: 'taken-over' });
  }

  function others(callId: CallId, legId: LegId): readonly LegRow[] {
    return legs.ofCall(callId).filter((leg) => leg.kind === 'agent' && leg.id !== legId);
  }

  function successorHeard(callId: CallId, legId: LegId): void {
    for (const leg of others(callId, legId).filter(isHeard)) options.release(leg.id);
    // Nothing that comes from the carrier tells of it once more: to the consoles they would talk on.
    options.publisher.updated(callId);
  }

  function takeOver({ callId, ...claim }: TakingOver): void {
    const { legId } = claim;
    legs.update(legId, { kind: 'agent' });
    callLegs.setHeardBy(legId, { type: 'everybody' });
    settle(callId);
    const want = {
      urgency: 'connect',
      reason: 'taken-over',
      floorFree: true,
      requestedBy: 'agent',
    } as const;
    runner.begin(newHandoff(callId, want, options), beginByTakingOver(claim));
    for (const leg of others(callId, legId).filter((one) => !isHeard(one))) callLegs.remove(leg.id);
    // Who barged in is heard already, and nothing is asked of the carrier.
    if (!outbox.isPending(callId, legId)) successorHeard(callId, legId);
  }

  return { takeOver, successorHeard };
}
