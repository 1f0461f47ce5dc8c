import { type CarrierTrouble, type TelephonyOverview, webhookKindSchema } from '../contract/telephony.ts';
import type { TelephonyHealthStore } from './telephony-health-store.ts';

export interface TelephonyOverviewOptions {
  readonly line: Pick<TelephonyOverview, 'carrier' | 'callerNumber' | 'publicUrl'>;
  readonly health: TelephonyHealthStore;
  readonly forgeries: { lastHour(): number; lastAt(): Date | null };
  readonly lastTrouble: () => CarrierTrouble | null;
}

/** Whether calls can be made, and whether the carrier's word reaches us. */
export function telephonyOverview(options: TelephonyOverviewOptions): TelephonyOverview {
  const { line, health, forgeries, lastTrouble } = options;
  const lastWebhooks = health.lastWebhooks();
  const { open, oldestAt } = health.openCommands();
  return {
    ...line,
    webhooks: webhookKindSchema.options.map((kind) => ({
      kind,
      lastAt: lastWebhooks.get(kind)?.toISOString() ?? null,
    })),
    forgeries: { lastHour: forgeries.lastHour(), lastAt: forgeries.lastAt()?.toISOString() ?? null },
    commands: { open, oldestAt: oldestAt?.toISOString() ?? null },
    lastTrouble: lastTrouble(),
  };
}
