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
/** The first of so many pays for all of them, so that few webhooks wait for it. */
const forgottenEvery = 32;

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
  // As many as twice those that came, in the order they came, so that the table needs no other care and no index on `at`.
  const forgetOldest = query
    .delete(webhookReceipts)
    .where(
      sql`rowid in (select rowid from ${webhookReceipts} order by rowid limit ${sql.raw(String(2 * forgottenEvery))}) and at < ${sql.placeholder('before')}`,
    )
    .prepare();
  let added = 0;
  return {
    find: (key) => find.get({ key })?.response ?? null,
    add(key, response, at) {
      add.run({ key, response, at });
      added += 1;
      if (added % forgottenEvery === 1) forgetOldest.run({ before: at.getTime() - keptMs });
    },
  };
}
