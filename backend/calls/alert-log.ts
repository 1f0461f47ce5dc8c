import type { Alert } from '../contract/events.ts';
import type { AgentId, CallId } from '../contract/ids.ts';
import type { EventLog } from '../journal/event-log-store.ts';
import type { Clock } from '../kernel/clock.ts';
import type { Ids } from '../kernel/ids.ts';
import type { AlertRow, AlertStore } from './alert-store.ts';

type NewAlert = Pick<AlertRow, 'kind' | 'callId' | 'audience'> &
  Partial<Pick<AlertRow, 'problem' | 'overload'>>;

interface AlertLogOptions {
  readonly alerts: AlertStore;
  readonly events: EventLog;
  readonly ids: Pick<Ids, 'alert'>;
  readonly clock: Clock;
}

/** What is wrong now, and that the consoles are told of it; in the transaction that finds it out. */
export interface AlertLog {
  raise(alert: NewAlert): void;
  /** Unless one of that kind stands, of that call or of none. */
  raiseOnce(alert: NewAlert): void;
  clear(rows: readonly AlertRow[]): void;
  clearOne(kind: Alert['kind'], callId: CallId | null): void;
}

export function createAlertLog({ alerts, events, ids, clock }: AlertLogOptions): AlertLog {
  function raise(alert: NewAlert): void {
    const row = { problem: null, overload: null, ...alert, id: ids.alert(), raisedAt: clock.now() };
    alerts.insert(row);
    events.append({ type: 'alert-raised', alert: viewAlert(row) }, row.audience);
  }

  function clear(rows: readonly AlertRow[]): void {
    for (const row of rows) {
      alerts.remove(row.id);
      events.append({ type: 'alert-cleared', alertId: row.id }, row.audience);
    }
  }

  return {
    raise,
    raiseOnce(alert) {
      if (alerts.find(alert.kind, alert.callId) === null) raise(alert);
    },
    clear,
    clearOne(kind, callId) {
      const row = alerts.find(kind, callId);
      if (row !== null) clear([row]);
    },
  };
}

/** Who alone it concerns: not even an admin is told that it was they who did not arrive. */
export function concernedAlone({ kind, audience }: AlertRow): AgentId | null {
  return kind === 'agent-did-not-arrive' ? (audience?.[0] ?? null) : null;
}

export function viewAlert(row: AlertRow): Alert {
  const { id, kind, problem, overload, callId, raisedAt } = row;
  const agentId = concernedAlone(row);
  return { id, kind, problem, overload, callId, agentId, raisedAt: raisedAt.toISOString() };
}
