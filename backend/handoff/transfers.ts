import type { Viewer } from '../auth/visibility.ts';
import type { CallLegs } from '../calls/call-legs.ts';
import { isOver } from '../calls/call-machine.ts';
import type { CallProgress } from '../calls/call-progress.ts';
import type { CallPublisher } from '../calls/call-publisher.ts';
import type { CallStore } from '../calls/call-store.ts';
import type { LegRow, LegStore } from '../calls/leg-store.ts';
import { type Readiness, requireReady } from '../calls/readiness.ts';
import { othersHeard } from '../calls/talk.ts';
import { visibleCall } from '../calls/visible-call.ts';
import type { BeginTransfer, Handoff, TransferOutcome } from '../contract/handoffs.ts';
import type { AgentId, CallId } from '../contract/ids.ts';
import type { Clock } from '../kernel/clock.ts';
import { Refusal } from '../kernel/errors.ts';
import type { Ids } from '../kernel/ids.ts';
import type { AgentRelease } from './agent-release.ts';
import { beginByConsulting, beginByOffering } from './handoff-machine.ts';
import type { HandoffRunner } from './handoff-runner.ts';
import type { HandoffRow, HandoffStore } from './handoff-store.ts';
import { type HandoffViewSources, viewHandoff } from './handoff-view.ts';
import type { TransferEvent } from './handoff-vocabulary.ts';
import { newHandoff } from './new-handoff.ts';
import { requireNoTransfer, requireTalking } from './talking-agent.ts';

interface TransfersOptions {
  readonly calls: CallStore;
  readonly legs: LegStore;
  readonly callLegs: CallLegs;
  readonly progress: CallProgress;
  readonly publisher: CallPublisher;
  readonly handoffs: HandoffStore;
  readonly runner: HandoffRunner;
  readonly views: HandoffViewSources;
  readonly readiness: (agentId: AgentId) => Readiness;
  readonly release: AgentRelease;
  readonly ids: Ids;
  readonly clock: Clock;
}

/**
 * What an agent does with the customer they talk with (decision 18). All refuse with `call-over`, and with `not-allowed` to whoever does
 * not talk with the customer.
 */
export interface Transfers {
  /** Hands the customer, who is put on hold, to a colleague; twice is once. Refuses with `handoff-in-progress`, `agent-…`. */
  begin(caller: Viewer, callId: CallId, wanted: BeginTransfer): Handoff;
  /**
   * Ends one's own warm transfer; twice is once. Refuses with `transfer-over`, and with `handoff-in-progress` to join a colleague who is
   * not there yet.
   */
  settle(caller: Viewer, callId: CallId, outcome: TransferOutcome): Handoff;
}

export function createTransfers(options: TransfersOptions): Transfers {
  const { legs, callLegs, handoffs, runner } = options;

  function begin(caller: Viewer, callId: CallId, wanted: BeginTransfer): Handoff {
    const call = visibleCall(options, caller, callId);
    if (isOver(call.status)) throw new Refusal('call-over', 'the call is over');
    const open = handoffs.openOfCall(callId);
    if (open !== null && isRepeated(open, caller.id, wanted)) return view(open);
    requireNoTransfer(open);
    const leg = requireTalking(options, caller, callId);
    if (wanted.mode === 'blind') requireAlone(leg);
    requireReady(options.readiness(wanted.toAgentId));

    callLegs.holdCustomer(callId, true);
    if (open !== null) runner.close(open.id);
    if (wanted.mode === 'blind') leaveToColleague(leg);
    return ask(caller.id, leg, wanted);
  }

  function ask(transferredBy: AgentId, leg: LegRow, { toAgentId, mode }: BeginTransfer): Handoff {
    const asking = { step: 'named', agentIds: [toAgentId] } as const;
    const want = {
      urgency: 'connect',
      reason: 'transferred',
      floorFree: true,
      requestedBy: 'agent',
    } as const;
    const row = newHandoff(leg.callId, { ...want, transferredBy }, options);
    const first =
      mode === 'blind' ? beginByOffering('connect', true, asking) : beginByConsulting(asking, leg.id);
    return view(runner.begin(row, first));
  }

  function leaveToColleague(leg: LegRow): void {
    options.progress.advance(leg.callId, { type: 'transfer-began' });
    options.release(leg.id);
  }

  function isRepeated(open: HandoffRow, caller: AgentId, { toAgentId, mode }: BeginTransfer): boolean {
    const { id, transferredBy, status, askerLegId } = open;
    const [named] = handoffs.offersOf(id);
    const isSame = named?.agentId === toAgentId && mode === (askerLegId === null ? 'blind' : 'warm');
    return transferredBy === caller && status !== 'connected' && isSame;
  }

  /** Of two who talk with the customer, one can simply leave; and the other would be kept from the customer by a transfer. */
  function requireAlone(leg: LegRow): void {
    const others = othersHeard(legs.ofCall(leg.callId), leg.id);
    if (others.length > 0) throw new Refusal('handoff-in-progress', 'somebody else has the call, too');
  }

  function settle(caller: Viewer, callId: CallId, outcome: TransferOutcome): Handoff {
    const call = visibleCall(options, caller, callId);
    const last = handoffs.lastOfCall(callId);
    if (last?.transferredBy === caller.id && last.transferOutcome === outcome) return view(last);
    if (isOver(call.status)) throw new Refusal('call-over', 'the call is over');
    const open = handoffs.openOfCall(callId);
    if (open === null || !isWarmOf(open, caller.id)) {
      throw new Refusal('transfer-over', 'you have no transfer in progress');
    }
    if (outcome === 'joined' && open.status !== 'consulting') {
      throw new Refusal('handoff-in-progress', 'your colleague is not there yet');
    }
    runner.apply(open.id, eventOf(open, outcome));
    return view(open);
  }

  function eventOf({ callId, askerLegId }: HandoffRow, outcome: TransferOutcome): TransferEvent {
    switch (outcome) {
      case 'completed': {
        const othersTalk = askerLegId !== null && othersHeard(legs.ofCall(callId), askerLegId).length > 0;
        return { type: 'transfer-completed', othersTalk };
      }
      case 'joined':
        return { type: 'all-joined' };
      case 'canceled':
        return { type: 'transfer-canceled' };
    }
  }

  function view({ id }: HandoffRow): Handoff {
    const row = handoffs.find(id);
    if (row === null) throw new Error(`there is no handoff ${id}`);
    return viewHandoff(row, options.views);
  }

  return { begin, settle };
}

function isWarmOf({ transferredBy, askerLegId, status }: HandoffRow, agentId: AgentId): boolean {
  return transferredBy === agentId && askerLegId !== null && status !== 'connected';
}
