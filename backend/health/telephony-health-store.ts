import { count, inArray, min, sql } from 'drizzle-orm';
import { type WebhookKind, webhookKindSchema } from '../contract/telephony.ts';
import type { Database } from '../db/database.ts';
import { carrierCommands, webhookReceipts } from '../db/schema/journal.ts';

/** What the journal tells of the telephone line. */
export interface TelephonyHealthStore {
  /** When a webhook of each kind came last. Of those that leave a receipt, for as long as receipts are kept. */
  lastWebhooks(): ReadonlyMap<WebhookKind, Date>;
  /** The commands that the carrier was not told yet, or has not answered. */
  openCommands(): { readonly open: number; readonly oldestAt: Date | null };
}

/** On a busy day there are hundreds of thousands, and the page that asks may be open all day. */
const mostReceipts = 10_000;

export function createTelephonyHealthStore({ query }: Database): TelephonyHealthStore {
  const { key, at } = webhookReceipts;
  const latest = query
    .select({ kind: sql<string>`substr(${key}, 1, instr(${key}, ':') - 1)`.as('kind'), at })
    .from(webhookReceipts)
    .orderBy(sql`rowid desc`)
    .limit(mostReceipts)
    .as('latest');
  const lastByKind = query
    .select({ kind: latest.kind, at: sql<number>`max(${latest.at})` })
    .from(latest)
    .groupBy(sql`kind`)
    .prepare();
  const { state, createdAt } = carrierCommands;
  const open = query
    .select({ open: count(), oldestAt: min(createdAt) })
    .from(carrierCommands)
    .where(inArray(state, ['waiting', 'sent']))
    .prepare();

  return {
    lastWebhooks: () =>
      new Map(
        lastByKind.all().flatMap((row): [WebhookKind, Date][] => {
          const kind = webhookKindSchema.safeParse(row.kind);
          return kind.success ? [[kind.data, new Date(row.at)]] : [];
        }),
      ),
    openCommands: () => open.get() ?? { open: 0, oldestAt: null },
  };
}
