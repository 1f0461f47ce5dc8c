import { eq, sql } from 'drizzle-orm';
import type { Database } from '../../db/database.ts';
import { webhookReceipts } from '../../db/schema/journal.ts';

/** What was answered to each webhook. Twilio repeats one within a minute; receipts are kept for a day. */
export interface WebhookReceiptsStore {
  /** The body that was answered before; null the first time. */
  find(key: string): string | null;
  add(key: string, response: string, at: Date): void;
}

const keptMs = 24 * 60 * 60 * 1_000;

export function createWebhookReceiptsStore({ query }: Database): WebhookReceiptsStore {
  const find = query
    .select({ response: webhookReceipts.response })
    .from(webhookReceipts)
    .where(eq(webhookReceipts.key, sql.placeholder('key')))
    .prepare();
  const add = query
    .insert(webhookReceipts)
    .values({
      key: sql.placeholder('key'),
      response: sql.placeholder('response'),
      at: sql.placeholder('at'),
    })
    .prepare();
  // Two go for each that comes, in the order they came, so that the table needs no other care and no index on `at`.
  const forgetOldest = query
    .delete(webhookReceipts)
    .where(
      sql`rowid in (select rowid from ${webhookReceipts} order by rowid limit 2) and at < ${sql.placeholder('before')}`,
    )
    .prepare();
  return {
    find: (key) => find.get({ key })?.response ?? null,
    add(key, response, at) {
      add.run({ key, response, at });
      forgetOldest.run({ before: at.getTime() - keptMs });
    },
  };
}
