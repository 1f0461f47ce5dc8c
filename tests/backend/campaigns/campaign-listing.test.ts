import { sql } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { AgentId, CampaignId, CustomerId } from '../../../backend/contract/ids.ts';
import { calls } from '../../../backend/db/schema/calls.ts';
import { campaignMembers } from '../../../backend/db/schema/campaigns.ts';
import { type CampaignBench, createCampaignBench } from '../../support/campaign-bench.ts';
import { noRetries } from '../../support/campaigns.ts';
import { insertCustomer } from '../customers/customer-fixture.ts';

let bench: CampaignBench;
let suzuki: AgentId;

beforeEach(() => {
  bench = createCampaignBench();
  suzuki = bench.freeAgent('suzuki');
});

afterEach(async () => {
  await bench.listing[Symbol.asyncDispose]();
  bench[Symbol.dispose]();
});

function customers(number: number, columns: Parameters<typeof insertCustomer>[1] = {}): CustomerId[] {
  return bench.database.transaction(() =>
    Array.from({ length: number }, () => insertCustomer(bench.database, columns)),
  );
}

function everybody(): CampaignId {
  const { settings } = bench.queries.get(bench.boss, bench.draft([suzuki], []));
  return bench.service.create(bench.boss, { settings, customers: { type: 'filter', filter: {} } }).id;
}

function shown(campaignId: CampaignId) {
  return bench.queries.get(bench.boss, campaignId);
}

describe('the list of a large campaign', () => {
  it('is made in steps, and says so until everybody is in it', async () => {
    customers(950);

    const id = everybody();

    expect(shown(id)).toMatchObject({ listing: 'going-on', progress: { customers: 200 } });
    await bench.listing.idle();
    expect(shown(id)).toMatchObject({ listing: 'complete', progress: { customers: 950, pending: 950 } });
    const places = bench.stores.campaignMembers
      .page({ campaignId: id, scope: 'all', state: null, search: '', after: 0, limit: 1_000 })
      .map(({ member }) => member.position);
    expect(places).toEqual(Array.from({ length: 950 }, (_, place) => place + 1));
  });

  it('has a number once, whichever steps the customers who have it come in', async () => {
    customers(250);
    customers(250, { phoneNumber: '+81300019999' });

    const id = everybody();
    await bench.listing.idle();

    expect(shown(id).progress).toMatchObject({
      pending: 251,
      skippedFor: [{ reason: 'same-number', customers: 249 }],
    });
  });

  it('goes on after the process has ended in the middle of it', async () => {
    customers(700);
    const id = everybody();
    await bench.listing[Symbol.asyncDispose]();
    const before = shown(id).progress.customers;

    const again = bench.listingAgain();
    again.goOn();
    await again.idle();

    expect(before).toBeLessThan(700);
    expect(shown(id)).toMatchObject({ listing: 'complete', progress: { customers: 700 } });
  });

  it('does not end the campaign before everybody is in it', () => {
    customers(500, { phoneNumber: '' });
    const id = everybody();
    bench.course.start(bench.boss, id);

    bench.step();

    expect(shown(id).state).toBe('running');
  });
});

describe('the sums of a campaign', () => {
  it('are what counting customers and calls one by one comes to', () => {
    const [first, second, third] = customers(3);
    const id = bench.draft(
      [suzuki, bench.freeAgent('tanaka')],
      [first, second, third].flatMap((one) => one ?? []),
    );
    bench.course.start(bench.boss, id);
    for (const _ of [1, 2, 3]) {
      bench.step();
      const [open] = bench.stores.calls.open().filter(({ campaignId }) => campaignId === id);
      if (open !== undefined) bench.endUnreached(open.id);
    }
    bench.care.customers.remove(customers(1)[0] ?? nobody());

    const { query } = bench.database;
    const naive = query
      .select({
        state: campaignMembers.state,
        customers: sql<number>`count(*)`,
        calls: sql<number>`sum(attempts)`,
      })
      .from(campaignMembers)
      .where(sql`campaign_id = ${id}`)
      .groupBy(campaignMembers.state)
      .all();
    const summed = bench.stores.campaignMembers.counts(id);
    expect(summed.map(({ skippedFor: _, ...count }) => count)).toEqual(naive);
    const made = query
      .select({ calls: sql<number>`count(*)` })
      .from(calls)
      .where(sql`campaign_id = ${id}`)
      .get();
    expect(shown(id).progress.calls).toBe(made?.calls);
    expect(Object.values(shown(id).progress.results).reduce((sum, some) => sum + some, 0)).toBe(
      query
        .select({ calls: sql<number>`count(*)` })
        .from(calls)
        .where(sql`campaign_id = ${id} and ended_at is not null`)
        .get()?.calls,
    );
  });
});

describe('the zone of a customer in a campaign', () => {
  it('follows the customer, also into one where it is daytime now', () => {
    // Ten in the morning in Tokyo, and one at night in London.
    const [id] = customers(1, { timeZone: 'Europe/London' });
    const campaignId = bench.draft([suzuki], [id ?? nobody()], { hours: { from: 9 * 60, to: 18 * 60 } });
    bench.course.start(bench.boss, campaignId);
    bench.step();
    const before = bench.stores.calls.open().length;

    bench.care.customers.update(id ?? nobody(), { timeZone: 'Asia/Tokyo' }, bench.clock.now());
    bench.step();

    expect(before).toBe(0);
    expect(bench.stores.calls.open()).toHaveLength(1);
  });
});

describe('a number that another campaign calls', () => {
  function both(): { readonly first: CampaignId; readonly second: CampaignId; readonly member: CustomerId } {
    const [one, two] = customers(2, { phoneNumber: '+81300018888' });
    const first = bench.draft([suzuki], [one ?? nobody()]);
    const second = bench.draft([bench.freeAgent('tanaka')], [two ?? nobody()]);
    bench.course.start(bench.boss, first);
    bench.step();
    bench.course.start(bench.boss, second);
    bench.step();
    return { first, second, member: two ?? nobody() };
  }

  it('waits while it does, and rests for an hour after a call in vain', () => {
    const { second, member } = both();
    const during = bench.memberOf(second, member);
    bench.endUnreached(bench.stores.calls.open()[0]?.id ?? noCall());
    bench.clock.pass(61);
    bench.step();
    const after = bench.memberOf(second, member);
    bench.clock.pass(3_600);

    bench.step();

    expect(during).toMatchObject({ state: 'pending', reason: 'number-in-call' });
    expect(after).toMatchObject({ state: 'pending', reason: 'elsewhere-first' });
    expect(bench.memberOf(second, member)).toMatchObject({ state: 'dialling' });
  });

  it('is left in peace for good once somebody has spoken with them', () => {
    const { first, second, member } = both();
    bench.endUnreached(bench.stores.calls.open()[0]?.id ?? noCall());
    const [other] = bench.queries.members(bench.boss, first, { limit: 1 }).members;
    const key = { campaignId: first, customerId: other?.customer.id ?? nobody() };
    bench.stores.campaignMembers.update(key, { state: 'done' });
    bench.clock.pass(61);

    bench.step();

    expect(bench.memberOf(second, member)).toMatchObject({ state: 'skipped', reason: 'called-elsewhere' });
  });

  it('is called again by both, neither waiting for ever for the next call of the other', () => {
    const retries = { ...noRetries, 'no-answer': { times: 2, afterMinutes: 60 } };
    const [one, two] = customers(2, { phoneNumber: '+81300018888' });
    const first = bench.draft([suzuki], [one ?? nobody()], { retries });
    const second = bench.draft([bench.freeAgent('tanaka')], [two ?? nobody()], { retries });
    bench.course.start(bench.boss, first);
    callInVain();
    bench.course.pause(bench.boss, first);
    bench.course.start(bench.boss, second);
    bench.clock.pass(2 * 3_600);
    callInVain();
    bench.course.resume(bench.boss, first);

    for (let minute = 0; minute < 6 * 60; minute += 5) {
      bench.clock.pass(300);
      callInVain();
    }

    expect(bench.memberOf(first, one ?? nobody())).toMatchObject({ state: 'failed', attempts: 3 });
    expect(bench.memberOf(second, two ?? nobody())).toMatchObject({ state: 'failed', attempts: 3 });
  });

  function callInVain(): void {
    bench.step();
    for (const call of bench.stores.calls.open()) bench.endUnreached(call.id);
  }
});

function nobody(): never {
  throw new Error('there is no such customer');
}

function noCall(): never {
  throw new Error('there is no call');
}
