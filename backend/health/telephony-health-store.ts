import { count, desc, eq, inArray, min, sql } from 'drizzle-orm';
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

export function createTelephonyHealthStore({ query }: Database): TelephonyHealthStore {
  const { kind: ofKind, at } = webhookReceipts;
  // Kind by kind, each a look into the index: on a busy day there are hundreds of thousands, and the page that asks may be open all day.
  const last = query
    .select({ at })
    .from(webhookReceipts)
    .where(eq(ofKind, sql.placeholder('kind')))
    .orderBy(desc(at))
    .limit(1)
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
        webhookKindSchema.options.flatMap((kind): [WebhookKind, Date][] => {
          const receipt = last.get({ kind });
          return receipt ? [[kind, receipt.at]] : [];
        }),
      ),
    openCommands: () => open.get() ?? { open: 0, oldestAt: null },
  };
}
