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
    const add = (when: string, at: Date): void => {
      for (let number = 1; number <= 100; number += 1) receipts.add(`${when}:${number}`, '', at);
    };
    const kept = (when: string): number =>
      Array.from({ length: 100 }, (_, index) => receipts.find(`${when}:${index + 1}`)).filter(
        (answer) => answer !== null,
      ).length;

    add('old', start);
    add('next-morning', later(23));
    const inTheMorning = kept('old');
    add('next-evening', later(30));

    expect(inTheMorning).toBe(100);
    expect([kept('old'), kept('next-morning'), kept('next-evening')]).toEqual([0, 100, 100]);
  });
});
