import type { CallLegs } from '../calls/call-legs.ts';
import type { CallPublisher } from '../calls/call-publisher.ts';
import type { LegStore } from '../calls/leg-store.ts';
import { isHeard } from '../calls/talk.ts';
import type { AgentId, CallId } from '../contract/ids.ts';
import type { TakeOver } from '../handoff/take-over.ts';
import type { AuditLog } from '../journal/audit-log-store.ts';
import type { EventLog } from '../journal/event-log-store.ts';
import type { Clock } from '../kernel/clock.ts';
import { unreachable } from '../kernel/errors.ts';
import {
  type SupervisionEffect,
  type SupervisionEvent,
  type SupervisionState,
  transitionSupervision,
} from './supervision-machine.ts';
import { columnsOf, stateOf } from './supervision-state.ts';
import type { SupervisionRow, SupervisionStore } from './supervision-store.ts';
import { viewSupervision } from './supervision-view.ts';

export interface SupervisionRunnerOptions {
  readonly supervisions: SupervisionStore;
  readonly legs: LegStore;
  readonly callLegs: Pick<CallLegs, 'setHeardBy' | 'remove'>;
  readonly publisher: Pick<CallPublisher, 'audience'>;
  readonly events: EventLog;
  readonly audit: AuditLog;
  readonly nameOfAgent: (agentId: AgentId) => string;
  readonly takeOver: TakeOver;
  readonly refreshPresence: (agentId: AgentId) => void;
  /** Whether nobody but admins is told. */
  readonly isPrivate: boolean;
  readonly clock: Clock;
}

/** Keeps a supervision's row, effects, events and audit entries in step with its machine, in the caller's transaction. */
export interface SupervisionRunner {
  begin(supervision: SupervisionRow): void;
  /** `actor`: null when nobody chose it. */
  apply(supervision: SupervisionRow, event: SupervisionEvent, actor: AgentId | null): void;
  /** Who may know of it, besides the admins; null: everybody. */
  audience(callId: CallId): readonly AgentId[] | null;
}

export function createSupervisionRunner(options: SupervisionRunnerOptions): SupervisionRunner {
  const { supervisions, legs, callLegs, audit, clock } = options;

  function begin(row: SupervisionRow): void {
    supervisions.insert(row);
    const { callId, supervisorId, mode } = row;
    note(callId, supervisorId, { action: 'supervision-started', before: null, after: { mode } });
    options.refreshPresence(supervisorId);
    tell(row);
  }

  function apply(row: SupervisionRow, event: SupervisionEvent, actor: AgentId | null): void {
    const from = stateOf(row, legs.find(row.legId));
    const [to, effects] = transitionSupervision(from, event);
    if (to === from) return;
    supervisions.update(row.legId, columnsOf(to, row, clock.now()));
    record(row, from, to, actor);
    for (const effect of effects) perform(row, effect);
    options.refreshPresence(row.supervisorId);
    tell({ ...row, ...columnsOf(to, row, clock.now()) });
  }

  function perform(row: SupervisionRow, effect: SupervisionEffect): void {
    switch (effect.type) {
      case 'be-heard-by':
        callLegs.setHeardBy(row.legId, effect.heardBy);
        return;
      case 'take-over':
        takeOver(row);
        return;
      case 'remove-supervisor':
        callLegs.remove(row.legId);
        return;
      default:
        unreachable(effect);
    }
  }

  function takeOver({ callId, supervisorId: agentId, clientId, legId }: SupervisionRow): void {
    const from = legs.ofCall(callId).filter(isHeard);
    const before = { agents: from.map((leg) => leg.agentId) };
    note(callId, agentId, { action: 'call-taken-over', before, after: { agents: [agentId] } });
    options.takeOver({ callId, agentId, clientId, legId });
  }

  function record(
    { callId, mode, legId }: SupervisionRow,
    from: SupervisionState,
    to: SupervisionState,
    actor: AgentId | null,
  ): void {
    if (to.status === 'ended') {
      const { reason } = to;
      note(callId, actor, { action: 'supervision-ended', before: { mode }, after: { reason } });
      return;
    }
    const wanted = from.status === 'joining' ? from.wanted : mode;
    const now = to.status === 'joining' ? to.wanted : to.mode;
    const coached = to.status === 'present' && to.mode === 'whisper' ? to.coachedLegId : null;
    const isSameVoice = coached === (legs.find(legId)?.coachedLegId ?? null) || from.status === 'joining';
    if (wanted === now && isSameVoice) return;
    note(callId, actor, { action: 'supervision-changed', before: { mode: wanted }, after: { mode: now } });
  }

  function note(callId: CallId, actorId: AgentId | null, change: Noted): void {
    audit.append({ actorId, subject: 'call', subjectId: callId, ...change });
  }

  function tell(row: SupervisionRow): void {
    const { callId } = row;
    const supervision = row.endedAt === null ? viewSupervision(row, options.nameOfAgent) : null;
    options.events.append({ type: 'supervision-changed', callId, supervision }, audience(callId));
  }

  function audience(callId: CallId): readonly AgentId[] | null {
    return options.isPrivate ? [] : options.publisher.audience(callId);
  }

  return { begin, apply, audience };
}

type Noted = {
  readonly action: 'supervision-started' | 'supervision-changed' | 'supervision-ended' | 'call-taken-over';
  readonly before: Readonly<Record<string, unknown>> | null;
  readonly after: Readonly<Record<string, unknown>>;
};
