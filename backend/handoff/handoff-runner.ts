import type { CallPublisher } from '../calls/call-publisher.ts';
import type { LegStore } from '../calls/leg-store.ts';
import type { AgentId, HandoffId } from '../contract/ids.ts';
import type { EventLog } from '../journal/event-log-store.ts';
import type { Clock } from '../kernel/clock.ts';
import type { HandoffDeadlines } from './handoff-deadlines.ts';
import { transitionHandoff } from './handoff-machine.ts';
import { columnsOf, stateOf } from './handoff-state.ts';
import type { HandoffRow, HandoffStore } from './handoff-store.ts';
import { type HandoffViewSources, viewHandoff } from './handoff-view.ts';
import {
  askedNow,
  type HandoffEffect,
  type HandoffEvent,
  type HandoffState,
  type HandoffStep,
} from './handoff-vocabulary.ts';
import type { RoutingDecision } from './routing/decision.ts';
import type { RoutingDecisionStore } from './routing/routing-decision-store.ts';

export interface HandoffRunnerOptions {
  readonly handoffs: HandoffStore;
  readonly legs: LegStore;
  readonly publisher: CallPublisher;
  readonly views: HandoffViewSources;
  readonly events: EventLog;
  readonly deadlines: HandoffDeadlines;
  readonly clock: Clock;
  readonly decisions: Pick<RoutingDecisionStore, 'append'>;
  readonly perform: (handoff: HandoffRow, effect: HandoffEffect) => void;
  /** Recomputes an agent's presence; told of everybody whose claim changed. */
  readonly refreshPresence: (agentId: AgentId) => void;
  /** Told when standby begins or ends, so that the AI knows whether it can connect at once. */
  readonly standbyChanged: (handoff: HandoffRow, ready: boolean) => void;
  /** Told that offers were closed whose agents have not come: they may be asked about other calls. */
  readonly agentsFreed: () => void;
}

/** Keeps a handoff's rows, effects and events in step with its machine, in the caller's transaction. */
export interface HandoffRunner {
  /** `decision`: of routing, where it decided whom to ask first. */
  begin(handoff: Omit<HandoffRow, 'status'>, first: HandoffStep, decision?: RoutingDecision): HandoffRow;
  apply(handoffId: HandoffId, event: HandoffEvent): HandoffState;
  /** The call or the agent's part in it is over. */
  close(handoffId: HandoffId): void;
}

export function createHandoffRunner(options: HandoffRunnerOptions): HandoffRunner {
  const { handoffs, legs, clock, deadlines } = options;
  const publish = createPublication(options);

  function mustFind(handoffId: HandoffId): HandoffRow {
    const row = handoffs.find(handoffId);
    if (row === null) throw new Error(`there is no handoff ${handoffId}`);
    return row;
  }

  function enact(before: HandoffRow, from: HandoffState | null, [state, effects]: HandoffStep): void {
    const isOver = state.status === 'failed' || state.status === 'withdrawn';
    handoffs.update(before.id, { ...columnsOf(state), ...(isOver ? { endedAt: clock.now() } : {}) });
    if (isOver) deadlines.cancelWaiting(before.id);
    const after = mustFind(before.id);
    for (const effect of effects) options.perform(after, effect);
    if ((from?.status === 'standby') !== (state.status === 'standby')) {
      options.standbyChanged(after, state.status === 'standby');
    }
    for (const agentId of new Set([before.agentId, after.agentId])) {
      if (agentId !== null) options.refreshPresence(agentId);
    }
    publish(mustFind(before.id));
  }

  function explain(handoffId: HandoffId, step: HandoffStep, decision: RoutingDecision | undefined): void {
    if (decision !== undefined && isFollowed(step, decision)) {
      options.decisions.append(handoffId, decision, clock.now());
    }
  }

  return {
    begin(handoff, first, decision) {
      handoffs.insert({ ...handoff, status: first[0].status });
      deadlines.setGiveUp(handoff.id);
      explain(handoff.id, first, decision);
      enact(mustFind(handoff.id), null, first);
      return mustFind(handoff.id);
    },
    apply(handoffId, event) {
      const row = mustFind(handoffId);
      const from = stateOf(row, handoffs, legs);
      const step = transitionHandoff(from, event);
      if (step[0] === from && step[1].length === 0) return from;
      if ('decision' in event) explain(handoffId, step, event.decision);
      enact(row, from, step);
      const freed = event.type === 'offer-lost' || step[1].some(({ type }) => type === 'withdraw-offers');
      if (freed) options.agentsFreed();
      return step[0];
    },
    close(handoffId) {
      const row = mustFind(handoffId);
      if (row.endedAt !== null) return;
      handoffs.update(handoffId, { endedAt: clock.now() });
      deadlines.cancelWaiting(handoffId);
      if (row.agentId !== null) options.refreshPresence(row.agentId);
      publish(mustFind(handoffId));
    },
  };
}

/** Tells of a handoff also those whose offer is over, so that their alert goes. */
function createPublication({
  handoffs,
  publisher,
  events,
  views,
}: HandoffRunnerOptions): (row: HandoffRow) => void {
  function toldOf({ id, callId }: HandoffRow): readonly AgentId[] | null {
    const audience = publisher.audience(callId);
    const asked = handoffs.offersOf(id).map((offer) => offer.agentId);
    return audience === null ? null : [...new Set([...audience, ...asked])];
  }

  return (row) => {
    events.append({ type: 'handoff-updated', handoff: viewHandoff(row, views) }, toldOf(row));
    publisher.updated(row.callId);
  };
}

/** Only then is a decision kept: an agent who is late is rung once more before anybody else is asked. */
function isFollowed([state, effects]: HandoffStep, { next }: RoutingDecision): boolean {
  return askedNow(next) === null ? endsWithNobody(state) : effects.some(({ type }) => type === 'offer');
}

/** Nobody is asked, whether or not somebody may be later. */
function endsWithNobody(state: HandoffState): boolean {
  if (state.status === 'offering') return state.asked.length === 0;
  return state.status === 'failed' || state.status === 'withdrawn';
}
