import { maySee, type Viewer } from '../auth/visibility.ts';
import type { Alert } from '../contract/events.ts';
import type { AgentId, CallId } from '../contract/ids.ts';
import type { EventLog } from '../journal/event-log-store.ts';
import type { Clock } from '../kernel/clock.ts';
import type { Ids } from '../kernel/ids.ts';
import type { AlertRow, AlertStore } from './alert-store.ts';

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
  /** The carrier does not do what it is told; told once, until it does. */
  carrierFails(): void;
  carrierWorks(): void;
  /** What is wrong now, as far as the viewer is concerned. */
  visibleTo(viewer: Viewer): readonly Alert[];
}

export function createCallAlerts({ alerts, events, audience, ids, clock }: CallAlertsOptions): CallAlerts {
  function raise(alert: Pick<AlertRow, 'kind' | 'callId' | 'audience'>): void {
    if (alerts.find(alert.kind, alert.callId) !== null) return;
    const row = { ...alert, id: ids.alert(), raisedAt: clock.now() };
    alerts.insert(row);
    events.append({ type: 'alert-raised', alert: viewAlert(row) }, row.audience);
  }

  function clear(kind: Alert['kind'], callId: CallId | null): void {
    const row = alerts.find(kind, callId);
    if (row === null) return;
    alerts.remove(row.id);
    events.append({ type: 'alert-cleared', alertId: row.id }, row.audience);
  }

  return {
    waitsInVain: (callId) => raise({ kind: 'no-agent-available', callId, audience: audience(callId) }),
    waitsNoMore: (callId) => clear('no-agent-available', callId),
    carrierFails: () => raise({ kind: 'carrier-failing', callId: null, audience: null }),
    carrierWorks: () => clear('carrier-failing', null),
    visibleTo: (viewer) =>
      alerts
        .all()
        .filter((alert) => maySee(viewer, alert.audience))
        .map(viewAlert),
  };
}

function viewAlert({ id, kind, callId, raisedAt }: AlertRow): Alert {
  return { id, kind, callId, raisedAt: raisedAt.toISOString() };
}
