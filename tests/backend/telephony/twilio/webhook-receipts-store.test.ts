import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Database, openDatabase } from '../../../../backend/db/database.ts';
import {
  createWebhookReceiptsStore,
  type WebhookReceiptsStore,
} from '../../../../backend/telephony/twilio/webhook-receipts-store.ts';

const start = new Date('2026-11-24T01:00:00.000Z');
const later = (hours: number) => new Date(start.getTime() + hours * 3_600_000);

describe('createWebhookReceiptsStore', () => {
  let database: Database;
  let receipts: WebhookReceiptsStore;

  beforeEach(() => {
    database = openDatabase(':memory:');
    receipts = createWebhookReceiptsStore(database);
  });

  afterEach(() => database[Symbol.dispose]());

  it('finds what was answered, also where it was nothing', () => {
    receipts.add('gather:1', '<Response/>', start);
    receipts.add('amd:1', '', start);

    expect(receipts.find('gather:1')).toBe('<Response/>');
    expect(receipts.find('amd:1')).toBe('');
    expect(receipts.find('gather:2')).toBeNull();
  });

  it('takes a key once', () => {
    receipts.add('gather:1', '', start);

    expect(() => receipts.add('gather:1', '', start)).toThrow();
  });

  it('keeps receipts for a day, and then no longer than new ones come', () => {
    for (const number of [1, 2, 3]) receipts.add(`old:${number}`, '', start);

    receipts.add('next-morning', '', later(23));
    receipts.add('next-evening', '', later(30));

    const kept = ['old:1', 'old:2', 'old:3', 'next-morning', 'next-evening'].filter(
      (key) => receipts.find(key) !== null,
    );
    expect(kept).toEqual(['old:3', 'next-morning', 'next-evening']);
  });
});
