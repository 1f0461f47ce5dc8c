import { maySee, type Viewer } from '../auth/visibility.ts';
import type { Alert } from '../contract/events.ts';
import type { AgentId, CallId } from '../contract/ids.ts';
import type { LineProblem } from '../contract/telephony.ts';
import type { EventLog } from '../journal/event-log-store.ts';
import type { Clock } from '../kernel/clock.ts';
import type { Ids } from '../kernel/ids.ts';
import type { CarrierCommand } from '../telephony/carrier-command.ts';
import type { AlertRow, AlertStore } from './alert-store.ts';

type NewAlert = Pick<AlertRow, 'kind' | 'callId' | 'audience'> & Partial<Pick<AlertRow, 'problem'>>;

interface CallAlertsOptions {
  readonly alerts: AlertStore;
  readonly events: EventLog;
  readonly audience: (callId: CallId) => readonly AgentId[] | null;
  readonly ids: Ids;
  readonly clock: Clock;
}

/** What is wrong around the calls and for whom, for as long as it is; in the transaction that finds it out. */
export interface CallAlerts {
  /** Nobody could be had for a customer who waits; until somebody comes or the call is over. */
  waitsInVain(callId: CallId): void;
  waitsNoMore(callId: CallId): void;
  /** For the agent alone, whose line could not be brought into the call; until they are asked again or the call is over. */
  didNotArrive(callId: CallId, agentId: AgentId): void;
  askedAgain(agentId: AgentId): void;
  callIsOver(callId: CallId): void;
  /** The carrier does not do what it is told; told once, until it does. */
  carrierFails(): void;
  /** `what` was done. Clears what its failing was told for. */
  carrierWorks(what: CarrierCommand['type']): void;
  /** For admins alone: something that they have to put right keeps the carrier from doing what it is told. */
  lineHasProblem(problem: LineProblem): void;
  /** For admins alone: a recording could not be had for a day; until it is sought again. */
  recordingLost(callId: CallId): void;
  recordingSought(callId: CallId): void;
  /** What is wrong now, as far as the viewer is concerned. */
  visibleTo(viewer: Viewer): readonly Alert[];
}

export function createCallAlerts({ alerts, events, audience, ids, clock }: CallAlertsOptions): CallAlerts {
  function raise(alert: NewAlert): void {
    const row = { problem: null, ...alert, id: ids.alert(), raisedAt: clock.now() };
    alerts.insert(row);
    events.append({ type: 'alert-raised', alert: viewAlert(row) }, row.audience);
  }

  function raiseOnce(alert: NewAlert): void {
    if (alerts.find(alert.kind, alert.callId) === null) raise(alert);
  }

  function clear(rows: readonly AlertRow[]): void {
    for (const row of rows) {
      alerts.remove(row.id);
      events.append({ type: 'alert-cleared', alertId: row.id }, row.audience);
    }
  }

  function clearOne(kind: Alert['kind'], callId: CallId | null): void {
    const row = alerts.find(kind, callId);
    if (row !== null) clear([row]);
  }

  function askedAgain(agentId: AgentId): void {
    clear(alerts.all().filter((row) => concernedAlone(row) === agentId));
  }

  return {
    askedAgain,
    waitsInVain: (callId) => raiseOnce({ kind: 'no-agent-available', callId, audience: audience(callId) }),
    waitsNoMore: (callId) => clearOne('no-agent-available', callId),
    didNotArrive(callId, agentId) {
      askedAgain(agentId);
      raise({ kind: 'agent-did-not-arrive', callId, audience: [agentId] });
    },
    callIsOver: (callId) => clear(alerts.ofCall(callId)),
    carrierFails: () => raiseOnce({ kind: 'carrier-failing', callId: null, audience: null }),
    carrierWorks(what) {
      clearOne('carrier-failing', null);
      const solved = alerts.all().filter(({ problem }) => problem !== null && isSolvedBy(problem, what));
      clear(solved);
    },
    lineHasProblem(problem) {
      if (alerts.findProblem(problem) !== null) return;
      raise({ kind: 'line-problem', problem, callId: null, audience: adminsAlone });
    },
    recordingLost: (callId) => raiseOnce({ kind: 'recording-lost', callId, audience: adminsAlone }),
    recordingSought: (callId) => clearOne('recording-lost', callId),
    visibleTo: (viewer) =>
      alerts
        .all()
        .filter((row) => isVisible(row, viewer))
        .map(viewAlert),
  };
}

/** No agent besides them. */
const adminsAlone: readonly AgentId[] = [];

/** That a customer can be dialled does not tell for all numbers, but the next one that cannot is told of again. */
function isSolvedBy(problem: LineProblem, what: CarrierCommand['type']): boolean {
  switch (problem) {
    case 'number-barred':
    case 'country-not-allowed':
    case 'number-not-verified':
      return what === 'dial-customer';
    case 'application':
      return what === 'add-ai';
    case 'caller-number':
    case 'credentials':
    case 'account':
    case 'public-address':
    case 'leg-not-added':
      return true;
  }
}

/** Not even an admin is told that it was they who did not arrive. */
function isVisible(row: AlertRow, viewer: Viewer): boolean {
  const alone = concernedAlone(row);
  return alone === null ? maySee(viewer, row.audience) : alone === viewer.id;
}

function concernedAlone({ kind, audience }: AlertRow): AgentId | null {
  return kind === 'agent-did-not-arrive' ? (audience?.[0] ?? null) : null;
}

function viewAlert(row: AlertRow): Alert {
  const { id, kind, problem, callId, raisedAt } = row;
  return { id, kind, problem, callId, agentId: concernedAlone(row), raisedAt: raisedAt.toISOString() };
}
