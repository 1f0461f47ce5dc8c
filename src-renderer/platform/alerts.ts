import type { z } from 'zod';
import { createStore, type StoreApi } from 'zustand';
import type { alertSchema, RealtimeEvent } from '../../backend/contract/events.ts';
import type { AgentId } from '../../backend/contract/ids.ts';

export type Alert = Readonly<z.infer<typeof alertSchema>>;

/** What is wrong around the calls, until it is mended or read: each of them, for two customers may wait at once. */
export type AlertStore = StoreApi<readonly Alert[]>;

export function createAlertStore(): AlertStore {
  return createStore<readonly Alert[]>(() => []);
}

export function applyAlertEvent(alerts: AlertStore, event: RealtimeEvent): void {
  if (event.type === 'alert-raised') {
    const others = alerts.getState().filter(({ id }) => id !== event.alert.id);
    alerts.setState([...others, event.alert], true);
  }
  if (event.type === 'alert-cleared') dismissAlert(alerts, event.alertId);
}

export function replaceAlerts(alerts: AlertStore, raised: readonly Alert[]): void {
  alerts.setState(raised, true);
}

/** Admins are sent the alerts of everybody. */
export function concerns({ agentId }: Alert, me: AgentId): boolean {
  return agentId === null || agentId === me;
}

export function dismissAlert(alerts: AlertStore, alertId: Alert['id']): void {
  alerts.setState(
    alerts.getState().filter(({ id }) => id !== alertId),
    true,
  );
}
