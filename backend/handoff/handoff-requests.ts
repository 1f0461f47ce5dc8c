import type { Viewer } from '../auth/visibility.ts';
import type { CallLegs } from '../calls/call-legs.ts';
import { isOver } from '../calls/call-machine.ts';
import type { CallProgress } from '../calls/call-progress.ts';
import type { CallPublisher } from '../calls/call-publisher.ts';
import type { CallRow, CallStore } from '../calls/call-store.ts';
import { type Readiness, requireReady } from '../calls/readiness.ts';
import { visibleCall } from '../calls/visible-call.ts';
import type { Handoff, HandoffReason } from '../contract/handoffs.ts';
import type { AgentId, CallId, ClientId } from '../contract/ids.ts';
import type { ConversationService } from '../conversation/conversation-service.ts';
import type { Clock } from '../kernel/clock.ts';
import { Refusal } from '../kernel/errors.ts';
import type { Ids } from '../kernel/ids.ts';
import type { HandoffDeadlines } from './handoff-deadlines.ts';
import { beginByOffering, beginByPressing } from './handoff-machine.ts';
import type { HandoffRunner } from './handoff-runner.ts';
import type { HandoffRow, HandoffStore } from './handoff-store.ts';
import { type HandoffViewSources, viewHandoff } from './handoff-view.ts';
import type { Asking, Urgency } from './handoff-vocabulary.ts';
import { newHandoff } from './new-handoff.ts';
import type { NextAgents } from './routing/next-agents.ts';

interface HandoffRequestsOptions {
  readonly handoffs: HandoffStore;
  readonly calls: CallStore;
  readonly callLegs: CallLegs;
  readonly progress: CallProgress;
  readonly publisher: CallPublisher;
  readonly conversations: ConversationService;
  readonly runner: HandoffRunner;
  readonly views: HandoffViewSources;
  readonly nextAgents: NextAgents;
  readonly readiness: (agentId: AgentId) => Readiness;
  readonly deadlines: HandoffDeadlines;
  readonly ids: Ids;
  readonly clock: Clock;
  /** 「担当者におつなぎします」 (requirement 1.4) */
  readonly announcement: (call: CallRow) => string;
}

interface Want {
  readonly urgency: Urgency;
  readonly reason: HandoffReason;
  readonly floorFree: boolean;
}

export interface HandoffRequests {
  /** The AI wants a human, or an agent's line dropped; `first`: whom to ask before routing decides. */
  request(callId: CallId, want: Want, first?: Asking | null): void;
  /**
   * The presser takes the call at once; pressing twice is pressing once. Refuses with `call-over`, `call-not-answered`,
   * `handoff-in-progress`, `agent-…`.
   */
  press(caller: Viewer, callId: CallId, clientId: ClientId): Handoff;
  /** Offers the call to a named colleague, once however often it is asked. Refuses as `press` does. */
  offerTo(caller: Viewer, callId: CallId, agentId: AgentId): Handoff;
}

export function createHandoffRequests(options: HandoffRequestsOptions): HandoffRequests {
  const { handoffs, callLegs, runner, conversations, ids } = options;

  function request(callId: CallId, wanted: Want, first: Asking | null = null): void {
    const open = handoffs.openOfCall(callId);
    const want = { ...wanted, reason: reasonNow(wanted) };
    if (want.urgency === 'connect') options.progress.advance(callId, { type: 'transfer-began' });
    if (open !== null) {
      if (want.urgency === 'prepare') return;
      options.deadlines.setGiveUp(open.id);
      if (open.urgency === 'prepare') {
        handoffs.update(open.id, { connectReason: want.reason, waitingSince: options.clock.now() });
      }
      runner.apply(open.id, { type: 'connect-wanted' });
      return;
    }
    const row = newHandoff(callId, { ...want, requestedBy: 'ai' }, options);
    const { next, decision } = first === null ? options.nextAgents(row) : { next: first };
    runner.begin(row, beginByOffering(want.urgency, want.floorFree, next), decision);
  }

  function press(caller: Viewer, callId: CallId, clientId: ClientId): Handoff {
    const call = requireAnswered(caller, callId);
    const open = handoffs.openOfCall(callId);
    const isMine = open?.agentId === caller.id;
    if (open !== null && isMine && isTaken(open)) return view(open);
    if (open !== null && !isMine && open.status !== 'offering') throw inProgress();
    if (call.status === 'human-connected') throw inProgress();
    if (!isMine) requireReady(options.readiness(caller.id));

    const claim = { agentId: caller.id, clientId, legId: ids.leg() };
    takeFloor(call);
    if (open !== null) {
      runner.apply(open.id, { type: 'agent-pressed', claim });
      return view(open);
    }
    const want = {
      urgency: 'connect',
      reason: 'agent-pressed',
      floorFree: true,
      requestedBy: 'agent',
    } as const;
    const row = newHandoff(callId, want, options);
    return view(runner.begin(row, beginByPressing(claim)));
  }

  /** The AI stops at once, the customer is told, and is not left in silence if the agent takes a moment. */
  function takeFloor(call: CallRow): void {
    conversations.advance(call.id, 'human-took-floor');
    const ai = callLegs.openAi(call.id);
    if (ai !== null) callLegs.remove(ai.id);
    const words = options.announcement(call);
    callLegs.announceToCustomer(call.id, words);
    conversations.announced(call.id, words, options.clock.now());
    options.deadlines.setLeftAlone(call.id);
    options.progress.advance(call.id, { type: 'transfer-began' });
  }

  function offerTo(caller: Viewer, callId: CallId, agentId: AgentId): Handoff {
    const call = requireAnswered(caller, callId);
    const open = handoffs.openOfCall(callId);
    if (open !== null && isOfferedTo(open, agentId)) return view(open);
    if (call.status === 'human-connected' || open !== null) throw inProgress();
    requireReady(options.readiness(agentId));
    const want = {
      urgency: 'prepare',
      reason: 'agent-pressed',
      floorFree: false,
      requestedBy: 'agent',
    } as const;
    const row = newHandoff(callId, want, options);
    return view(runner.begin(row, beginByOffering('prepare', false, { step: 'named', agentIds: [agentId] })));
  }

  function isOfferedTo({ id, status }: HandoffRow, agentId: AgentId): boolean {
    const named = handoffs.offersOf(id).find(({ step }) => step === 'named');
    return status === 'offering' && named?.agentId === agentId && named.status === 'open';
  }

  function requireAnswered(caller: Viewer, callId: CallId): CallRow {
    const call = visibleCall(options, caller, callId);
    if (isOver(call.status)) throw new Refusal('call-over', 'the call is over');
    if (call.answeredAt === null) throw new Refusal('call-not-answered', 'the customer has not answered yet');
    return call;
  }

  function view(row: HandoffRow): Handoff {
    return viewHandoff(handoffs.find(row.id) ?? row, options.views);
  }

  return { request, press, offerTo };
}

/** What an agent was to be prepared for has come about when the human is wanted at once. */
function reasonNow({ urgency, reason }: Want): HandoffReason {
  const isAwaited = reason === 'put-on-hold' || reason === 'asked-for-consent';
  return urgency === 'connect' && isAwaited ? 'person-on-line' : reason;
}

/** The agent has the call, or is on the way to be heard at once. */
function isTaken({ status, floorFree }: HandoffRow): boolean {
  return status === 'connected' || (status === 'joining' && floorFree);
}

function inProgress(): Refusal {
  return new Refusal('handoff-in-progress', 'somebody else has the call');
}
