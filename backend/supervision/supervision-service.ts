import { maySee, type Viewer } from '../auth/visibility.ts';
import type { CallLegs } from '../calls/call-legs.ts';
import { isOver } from '../calls/call-machine.ts';
import type { CallPublisher } from '../calls/call-publisher.ts';
import type { CallRow, CallStore } from '../calls/call-store.ts';
import type { LegStore } from '../calls/leg-store.ts';
import { type Readiness, requireReady } from '../calls/readiness.ts';
import { visibleCall } from '../calls/visible-call.ts';
import type { AgentId, CallId, ClientId } from '../contract/ids.ts';
import type { StartSupervision, Supervision, WantedSupervision } from '../contract/supervision.ts';
import type { Database } from '../db/database.ts';
import type { Clock } from '../kernel/clock.ts';
import { Refusal } from '../kernel/errors.ts';
import type { Ids } from '../kernel/ids.ts';
import type { SupervisionRunner } from './supervision-runner.ts';
import type { SupervisionRow, SupervisionStore } from './supervision-store.ts';
import { viewSupervision } from './supervision-view.ts';
import { talkingLeg } from './talking-leg.ts';

export interface SupervisionServiceOptions {
  readonly database: Database;
  readonly calls: CallStore;
  readonly legs: LegStore;
  readonly callLegs: Pick<CallLegs, 'addSupervisor'>;
  readonly publisher: CallPublisher;
  readonly supervisions: SupervisionStore;
  readonly runner: SupervisionRunner;
  readonly readiness: (agentId: AgentId) => Readiness;
  readonly reachableClient: (agentId: AgentId, preferred: ClientId) => ClientId | null;
  readonly nameOfAgent: (agentId: AgentId) => string;
  readonly ids: Ids;
  readonly clock: Clock;
}

/**
 * Admins on other people's calls, one on a call (decision 35). `whisper` and `barge` are refused with `no-agent-talks` while the AI has the
 * call.
 */
export interface SupervisionService {
  /**
   * Rings the caller's softphone; again from the same console it changes the mode. Refuses with `call-over`, `call-not-answered`,
   * `call-supervised`, `agent-…`.
   */
  start(caller: Viewer, callId: CallId, wanted: StartSupervision): Supervision;
  /** Refuses with `supervision-over` to whoever is not on the call as its supervisor. */
  change(caller: Viewer, callId: CallId, mode: WantedSupervision): Supervision;
  /** Leaves; twice is once. */
  leave(caller: Viewer, callId: CallId): void;
  /** Who is no admin any more hears nothing more, in the caller's transaction. */
  expel(supervisorId: AgentId): void;
  /** Those that the viewer may know of. */
  visibleTo(viewer: Viewer): readonly Supervision[];
}

export function createSupervisionService(options: SupervisionServiceOptions): SupervisionService {
  const { database, legs, supervisions, runner, clock, ids } = options;

  function start(caller: Viewer, callId: CallId, { mode, clientId }: StartSupervision): Supervision {
    const call = requireAnswered(caller, callId);
    const open = supervisions.openOfCall(callId);
    if (open?.supervisorId === caller.id && open.clientId === clientId) return choose(open, mode);
    if (open !== null || supervisions.openOfSupervisor(caller.id) !== null) {
      throw new Refusal('call-supervised', 'one admin can be on one call');
    }
    requireReady(options.readiness(caller.id));
    if (options.reachableClient(caller.id, clientId) !== clientId) {
      throw new Refusal('agent-not-reachable', 'the softphone of this console is not connected');
    }
    requireAgent(callId, mode);

    const legId = ids.leg();
    options.callLegs.addSupervisor(call, { legId, agentId: caller.id, clientId });
    const over = { joinedAt: null, endedAt: null, endReason: null };
    runner.begin({ legId, callId, supervisorId: caller.id, clientId, mode, startedAt: clock.now(), ...over });
    return view(mustFind(legId));
  }

  function choose(open: SupervisionRow, mode: WantedSupervision): Supervision {
    requireAgent(open.callId, mode);
    const talking = talkingLeg(legs.ofCall(open.callId));
    runner.apply(open, { type: 'mode-chosen', mode, talking }, open.supervisorId);
    return view({ ...mustFind(open.legId), mode });
  }

  function requireAnswered(caller: Viewer, callId: CallId): CallRow {
    const call = visibleCall(options, caller, callId);
    if (isOver(call.status)) throw new Refusal('call-over', 'the call is over');
    if (call.answeredAt === null) throw new Refusal('call-not-answered', 'the customer has not answered yet');
    return call;
  }

  function requireAgent(callId: CallId, mode: WantedSupervision): void {
    if (mode === 'listen' || mode === 'take-over') return;
    if (talkingLeg(legs.ofCall(callId)) === null) {
      throw new Refusal('no-agent-talks', 'no agent talks with the customer');
    }
  }

  function mine(caller: Viewer, callId: CallId): SupervisionRow | null {
    const open = supervisions.openOfCall(callId);
    return open?.supervisorId === caller.id ? open : null;
  }

  function mustFind(legId: SupervisionRow['legId']): SupervisionRow {
    const row = supervisions.find(legId);
    if (row === null) throw new Error(`there is no supervision on ${legId}`);
    return row;
  }

  function view(row: SupervisionRow): Supervision {
    return viewSupervision(row, options.nameOfAgent);
  }

  return {
    start: (caller, callId, wanted) => database.transaction(() => start(caller, callId, wanted)),
    change: (caller, callId, mode) =>
      database.transaction(() => {
        const open = mine(caller, callId);
        if (open === null) throw new Refusal('supervision-over', 'you are not on this call');
        return choose(open, mode);
      }),
    leave(caller, callId) {
      database.transaction(() => {
        const open = mine(caller, callId);
        if (open !== null) runner.apply(open, { type: 'supervisor-left' }, caller.id);
      });
    },
    expel(supervisorId) {
      const open = supervisions.openOfSupervisor(supervisorId);
      if (open !== null) runner.apply(open, { type: 'supervisor-left' }, null);
    },
    visibleTo: (viewer) =>
      supervisions
        .open()
        .filter(({ callId }) => maySee(viewer, runner.audience(callId)))
        .map(view),
  };
}
