import { maySee, type Viewer } from '../auth/visibility.ts';
import type { Alert } from '../contract/events.ts';
import type { AgentId, CallId } from '../contract/ids.ts';
import type { LineProblem } from '../contract/telephony.ts';
import type { CarrierCommand } from '../telephony/carrier-command.ts';
import { type AlertLog, concernedAlone, viewAlert } from './alert-log.ts';
import type { AlertRow, AlertStore } from './alert-store.ts';

interface CallAlertsOptions {
  readonly alerts: AlertStore;
  readonly log: AlertLog;
  readonly audience: (callId: CallId) => readonly AgentId[] | null;
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
  /** What is wrong now, around the calls or elsewhere, as far as the viewer is concerned. */
  visibleTo(viewer: Viewer): readonly Alert[];
}

export function createCallAlerts({ alerts, log, audience }: CallAlertsOptions): CallAlerts {
  const { raise, raiseOnce, clear, clearOne } = log;

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

function isVisible(row: AlertRow, viewer: Viewer): boolean {
  const alone = concernedAlone(row);
  return alone === null ? maySee(viewer, row.audience) : alone === viewer.id;
}
