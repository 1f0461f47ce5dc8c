import type { z } from 'zod';
import { createStore, type StoreApi } from 'zustand';
import type { alertSchema, RealtimeEvent } from '../../backend/contract/events.ts';

export type Alert = Readonly<z.infer<typeof alertSchema>>;

/** What went wrong around the calls, until it is mended or read; the newest of each kind. */
export type AlertStore = StoreApi<readonly Alert[]>;

export function createAlertStore(): AlertStore {
  return createStore<readonly Alert[]>(() => []);
}

export function applyAlertEvent(alerts: AlertStore, event: RealtimeEvent): void {
  if (event.type === 'alert-raised') {
    const others = alerts.getState().filter(({ kind }) => kind !== event.alert.kind);
    alerts.setState([...others, event.alert], true);
  }
  if (event.type === 'alert-cleared') dismissAlert(alerts, event.alertId);
}

export function replaceAlerts(alerts: AlertStore, raised: readonly Alert[]): void {
  alerts.setState([], true);
  for (const alert of raised) applyAlertEvent(alerts, { type: 'alert-raised', alert });
}

export function dismissAlert(alerts: AlertStore, alertId: Alert['id']): void {
  alerts.setState(
    alerts.getState().filter(({ id }) => id !== alertId),
    true,
  );
}
