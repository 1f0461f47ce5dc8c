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
import type { HandoffEffect, HandoffEvent, HandoffState, HandoffStep } from './handoff-vocabulary.ts';

export interface HandoffRunnerOptions {
  readonly handoffs: HandoffStore;
  readonly legs: LegStore;
  readonly publisher: CallPublisher;
  readonly views: HandoffViewSources;
  readonly events: EventLog;
  readonly deadlines: HandoffDeadlines;
  readonly clock: Clock;
  readonly perform: (handoff: HandoffRow, effect: HandoffEffect) => void;
  /** Recomputes an agent's presence; told of everybody whose claim changed. */
  readonly refreshPresence: (agentId: AgentId) => void;
  /** Told when standby begins or ends, so that the AI knows whether it can connect at once. */
  readonly standbyChanged: (handoff: HandoffRow, ready: boolean) => void;
}

/** Keeps a handoff's rows, effects and events in step with its machine, in the caller's transaction. */
export interface HandoffRunner {
  begin(handoff: Omit<HandoffRow, 'status'>, first: HandoffStep): HandoffRow;
  apply(handoffId: HandoffId, event: HandoffEvent): HandoffState;
  /** The call or the agent's part in it is over. */
  close(handoffId: HandoffId): void;
}

export function createHandoffRunner(options: HandoffRunnerOptions): HandoffRunner {
  const { handoffs, legs, clock, deadlines } = options;

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
    publish(before.id);
  }

  function publish(handoffId: HandoffId): void {
    const row = mustFind(handoffId);
    options.events.append({ type: 'handoff-updated', handoff: viewHandoff(row, options.views) }, toldOf(row));
    options.publisher.updated(row.callId);
  }

  /** Also those whose offer is over, so that their alert goes. */
  function toldOf({ id, callId }: HandoffRow): readonly AgentId[] | null {
    const audience = options.publisher.audience(callId);
    const asked = handoffs.offersOf(id).map((offer) => offer.agentId);
    return audience === null ? null : [...new Set([...audience, ...asked])];
  }

  return {
    begin(handoff, first) {
      handoffs.insert({ ...handoff, status: first[0].status });
      deadlines.setGiveUp(handoff.id);
      enact(mustFind(handoff.id), null, first);
      return mustFind(handoff.id);
    },
    apply(handoffId, event) {
      const row = mustFind(handoffId);
      const from = stateOf(row, handoffs, legs);
      const step = transitionHandoff(from, event);
      if (step[0] !== from || step[1].length > 0) enact(row, from, step);
      return step[0];
    },
    close(handoffId) {
      const row = mustFind(handoffId);
      if (row.endedAt !== null) return;
      handoffs.update(handoffId, { endedAt: clock.now() });
      deadlines.cancelWaiting(handoffId);
      if (row.agentId !== null) options.refreshPresence(row.agentId);
      publish(handoffId);
    },
  };
}
