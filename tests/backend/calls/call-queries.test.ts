import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type CallQueries, createCallQueries } from '../../../backend/calls/call-queries.ts';
import type { HistoryCursor } from '../../../backend/contract/calls.ts';
import { historyQuerySchema } from '../../../backend/contract/calls.ts';
import type { CallId } from '../../../backend/contract/ids.ts';
import { createIds } from '../../../backend/kernel/ids.ts';
import { createHandoffBench, type HandoffBench } from '../../support/handoff-bench.ts';
import { insertCustomer } from '../customers/customer-fixture.ts';

describe('the history', () => {
  let bench: HandoffBench;
  let queries: CallQueries;

  beforeEach(() => {
    bench = createHandoffBench();
    const { publisher, handoffsOf } = bench.flow;
    queries = createCallQueries({ ...bench.stores, publisher, handoffsOf });
  });

  afterEach(() => bench[Symbol.dispose]());

  function startCall(startedAt: string, customer: { company?: string } = {}): CallId {
    const id = createIds(bench.clock).call();
    bench.stores.calls.insert({
      id,
      mode: 'ai',
      status: 'completed',
      customerId: insertCustomer(bench.database, customer),
      phoneNumber: '+81300010001',
      conferenceName: id,
      startedAt: new Date(startedAt),
      endedAt: new Date(startedAt),
    });
    return id;
  }

  /** Every page, one after the other, as a console asks for them. */
  function pages(limit: number, search = ''): CallId[][] {
    const admin = { id: bench.agent('admin', 'admin'), role: 'admin' } as const;
    const read: CallId[][] = [];
    let before: HistoryCursor | null = null;
    do {
      const page = queries.history(admin, { before, search, limit });
      read.push(page.calls.map(({ id }) => id));
      before = page.next;
    } while (before !== null);
    return read;
  }

  it('has every call once, newest first, although several started at the same moment', () => {
    const older = startCall('2026-11-20T01:00:00.000Z');
    const atOnce = [1, 2, 3, 4, 5].map(() => startCall('2026-11-20T02:00:00.000Z'));
    const newer = startCall('2026-11-20T03:00:00.000Z');

    const read = pages(2);

    expect(read.map((page) => page.length)).toEqual([2, 2, 2, 1]);
    expect(read.flat()).toEqual([newer, ...atOnce.toSorted().toReversed(), older]);
  });

  it('ends where the last page is full', () => {
    startCall('2026-11-20T01:00:00.000Z');
    startCall('2026-11-20T02:00:00.000Z');

    expect(pages(2).map((page) => page.length)).toEqual([2]);
  });

  it('has only the calls with a customer whom somebody typed a part of', () => {
    startCall('2026-11-20T01:00:00.000Z');
    const wanted = startCall('2026-11-20T02:00:00.000Z', { company: '北浜工業株式会社' });

    expect(pages(2, '北浜').flat()).toEqual([wanted]);
  });

  it.each(['2026-11-20T01:00:00.000Z', 'yesterday~call_00000000000000000001', '~', ''])(
    'takes no %j for a place in it',
    (before) => {
      expect(historyQuerySchema.safeParse({ before }).success).toBe(false);
    },
  );
});
