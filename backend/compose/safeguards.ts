import { createAlertLog } from '../calls/alert-log.ts';
import type { HoldOfAll } from '../campaigns/pace.ts';
import { createServerAlerts, type ServerAlerts } from '../health/server-alerts.ts';
import { createAuditLogStore } from '../journal/audit-log-store.ts';
import { createLoadWatch, type LoadWatch } from '../load/load-watch.ts';
import { createSpendingService, type SpendingService } from '../spending/spending-service.ts';
import { createSpendingStore } from '../spending/spending-store.ts';
import { createSpendingWatch, type TellSpending } from '../spending/spending-watch.ts';
import type { BackendParts } from './backend-parts.ts';

/** What keeps the server from more than it can do, and the team from more than it wants to spend. */
export interface Safeguards {
  readonly serverAlerts: ServerAlerts;
  readonly load: LoadWatch;
  readonly spending: SpendingService;
  readonly tellSpending: TellSpending;
  /** Why no campaign may dial. */
  readonly holdOfAll: () => HoldOfAll;
}

export function createSafeguards(
  parts: Pick<BackendParts, 'config' | 'database' | 'stores' | 'ids' | 'clock' | 'log' | 'teamZone'>,
): Safeguards {
  const { config, database, stores, ids, clock, log, teamZone } = parts;
  const alertLog = createAlertLog({ alerts: stores.openAlerts, events: stores.events, ids, clock });
  const serverAlerts = createServerAlerts({ database, log: alertLog });
  const load = createLoadWatch({ onChange: serverAlerts.overloaded, log });
  const spending = createSpendingService({
    database,
    store: createSpendingStore(database, config.spending),
    zone: teamZone,
    audit: createAuditLogStore(database, clock),
    onChange: () => tellSpending(),
    clock,
  });
  const tellSpending = createSpendingWatch({ standing: spending.standing, alerts: serverAlerts });
  return {
    serverAlerts,
    load,
    spending,
    tellSpending,
    holdOfAll() {
      if (!load.mayDial()) return 'overloaded';
      return spending.standing() === 'reached' ? 'spending-cap-reached' : null;
    },
  };
}
