import { sql } from 'drizzle-orm';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { type Database, openDatabase } from '../../../backend/db/database.ts';
import { webhookReceipts } from '../../../backend/db/schema/journal.ts';
import { createTelephonyHealthStore } from '../../../backend/health/telephony-health-store.ts';

const at = new Date('2026-11-24T01:00:00.000Z');
const seconds = (count: number) => new Date(at.getTime() + count * 1_000);

let database: Database;

beforeEach(() => {
  database = openDatabase(':memory:');
});

afterEach(() => database[Symbol.dispose]());

function receive(key: string, when: Date): void {
  database.query.insert(webhookReceipts).values({ key, response: '', at: when }).run();
}

it('tells when a webhook of each kind came last, however many of others came since', () => {
  receive('recording:1', at);
  receive('recording:2', seconds(1));
  database.transaction(() => {
    for (let number = 0; number < 12_000; number += 1) receive(`gather:${number}`, seconds(2 + number));
  });

  const last = createTelephonyHealthStore(database).lastWebhooks();

  expect(last).toEqual(
    new Map([
      ['gather', seconds(12_001)],
      ['recording', seconds(1)],
    ]),
  );
});

it('looks it up in an index', () => {
  const plan = database.query.all<{ detail: string }>(
    sql`explain query plan select at from webhook_receipts where kind = 'recording' order by at desc limit 1`,
  );

  expect(plan.map(({ detail }) => detail)).toEqual([
    'SEARCH webhook_receipts USING INDEX webhook_receipts_by_kind (kind=?)',
  ]);
});
