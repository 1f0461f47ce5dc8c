import type { Viewer } from '../auth/visibility.ts';
import type { CallLegs } from '../calls/call-legs.ts';
import { isOver } from '../calls/call-machine.ts';
import type { CallProgress } from '../calls/call-progress.ts';
import type { CallPublisher } from '../calls/call-publisher.ts';
import type { CallStore } from '../calls/call-store.ts';
import type { LegRow, LegStore } from '../calls/leg-store.ts';
import { type Readiness, requireReady } from '../calls/readiness.ts';
import { isHeard } from '../calls/talk.ts';
import { visibleCall } from '../calls/visible-call.ts';
import type { CallSession } from '../contract/calls.ts';
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
import { newHandoff } from './new-handoff.ts';

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
  /** The customer hears hold audio, and nobody hears them, until they are taken back. Refuses with `handoff-in-progress`. */
  hold(caller: Viewer, callId: CallId, onHold: boolean): CallSession;
  /** Hands the customer, who is put on hold, to a colleague; twice is once. Refuses with `handoff-in-progress`, `agent-…`. */
  begin(caller: Viewer, callId: CallId, wanted: BeginTransfer): Handoff;
  /** Ends one's own warm transfer. Refuses with `transfer-over`, and with `handoff-in-progress` to join a colleague who is not there yet. */
  settle(caller: Viewer, callId: CallId, outcome: TransferOutcome): Handoff;
}

export function createTransfers(options: TransfersOptions): Transfers {
  const { legs, callLegs, handoffs, runner, publisher } = options;

  function begin(caller: Viewer, callId: CallId, wanted: BeginTransfer): Handoff {
    const call = visibleCall(options, caller, callId);
    if (isOver(call.status)) throw new Refusal('call-over', 'the call is over');
    const open = handoffs.openOfCall(callId);
    if (open !== null && isRepeated(open, caller.id, wanted)) return view(open);
    const leg = requireTalking(caller, callId);
    requireNoTransfer(open);
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

  function isRepeated({ id, transferredBy, status }: HandoffRow, caller: AgentId, wanted: BeginTransfer) {
    const [named] = handoffs.offersOf(id);
    return transferredBy === caller && status !== 'connected' && named?.agentId === wanted.toAgentId;
  }

  function requireTalking(caller: Viewer, callId: CallId): LegRow {
    const call = visibleCall(options, caller, callId);
    if (isOver(call.status)) throw new Refusal('call-over', 'the call is over');
    const leg = legs.ofCall(callId).find((one) => one.agentId === caller.id && isHeard(one));
    if (leg === undefined || call.status !== 'human-connected') {
      throw new Refusal('not-allowed', 'you do not talk with the customer');
    }
    return leg;
  }

  /** Of two who talk with the customer, one can simply leave; and the other would be kept from the customer by a transfer. */
  function requireAlone(leg: LegRow): void {
    const others = legs.ofCall(leg.callId).filter((other) => other.id !== leg.id && isHeard(other));
    if (others.length > 0) throw new Refusal('handoff-in-progress', 'somebody else has the call, too');
  }

  function settle(caller: Viewer, callId: CallId, outcome: TransferOutcome): Handoff {
    const call = visibleCall(options, caller, callId);
    if (isOver(call.status)) throw new Refusal('call-over', 'the call is over');
    const open = handoffs.openOfCall(callId);
    if (open === null || !isWarmOf(open, caller.id)) {
      throw new Refusal('transfer-over', 'you have no transfer in progress');
    }
    if (outcome === 'joined' && open.status !== 'consulting') {
      throw new Refusal('handoff-in-progress', 'your colleague is not there yet');
    }
    handoffs.update(open.id, { transferOutcome: outcome });
    runner.apply(open.id, { type: eventOf[outcome] });
    return view(open);
  }

  function view({ id }: HandoffRow): Handoff {
    const row = handoffs.find(id);
    if (row === null) throw new Error(`there is no handoff ${id}`);
    return viewHandoff(row, options.views);
  }

  return {
    begin,
    settle,
    hold(caller, callId, onHold) {
      requireTalking(caller, callId);
      requireNoTransfer(handoffs.openOfCall(callId));
      callLegs.holdCustomer(callId, onHold);
      publisher.updated(callId);
      return publisher.view(callId);
    },
  };
}

const eventOf = {
  completed: 'transfer-completed',
  joined: 'all-joined',
  canceled: 'transfer-canceled',
} as const satisfies Record<TransferOutcome, string>;

function isWarmOf({ transferredBy, askerLegId, status }: HandoffRow, agentId: AgentId): boolean {
  return transferredBy === agentId && askerLegId !== null && status !== 'connected';
}

function requireNoTransfer(open: HandoffRow | null): void {
  if (open !== null && open.status !== 'connected') {
    throw new Refusal('handoff-in-progress', 'the call is being transferred');
  }
}
