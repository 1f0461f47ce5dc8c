import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { LegRow } from '../../../backend/calls/leg-store.ts';
import type { CallId } from '../../../backend/contract/ids.ts';
import { costOf, standingOf } from '../../../backend/spending/spending.ts';
import { type CampaignBench, createCampaignBench } from '../../support/campaign-bench.ts';
import { insertCustomer } from '../customers/customer-fixture.ts';

let bench: CampaignBench;

beforeEach(() => {
  bench = createCampaignBench();
});

afterEach(() => bench[Symbol.dispose]());

function allow(dailyCap: number | null, pricePerMinute = 10): void {
  const { spending } = bench.safeguards;
  const { version } = spending.today();
  spending.set(bench.boss.id, { version, settings: { dailyCap, pricePerMinute } });
}

/** The customer's leg of a call that began now. */
function leg(changes: Partial<LegRow> = {}): { readonly callId: CallId; readonly id: LegRow['id'] } {
  const callId = bench.begunCall();
  const { id } = bench.legOf(callId, 'customer');
  if (Object.keys(changes).length > 0) bench.stores.legs.update(id, changes);
  return { callId, id };
}

const minutes = () => bench.safeguards.spending.today().today.minutes;

const alertsSeen = () => {
  bench.safeguards.tellSpending();
  return bench.flow.alerts.visibleTo(bench.boss).map(({ kind }) => kind);
};

describe('what calls are estimated to cost', () => {
  it('is the begun minutes of every leg, as the carrier billed them', () => {
    leg({ billedSeconds: 1 });
    leg({ billedSeconds: 60 });
    leg({ billedSeconds: 61 });
    leg({ billedSeconds: 0 });
    allow(null, 12.5);

    expect(bench.safeguards.spending.today().today).toMatchObject({ minutes: 4, spent: 50 });
  });

  it('is counted from the answer until the bill is told, also while the call is on', () => {
    const { id } = leg({ answeredAt: bench.clock.now() });
    leg();
    bench.clock.pass(61);

    const meanwhile = minutes();
    bench.stores.legs.update(id, { leftAt: bench.clock.now(), state: 'left' });
    bench.clock.pass(600);
    const unbilled = minutes();
    bench.stores.legs.update(id, { billedSeconds: 59 });

    expect([meanwhile, unbilled, minutes()]).toEqual([2, 2, 1]);
  });

  it('begins anew each day, where the team is', () => {
    leg({ billedSeconds: 60 });
    const today = minutes();
    // The bench's clock begins at 10:00 in Tokyo.
    bench.clock.pass(13 * 3_600 + 3_599);
    const lateInTheEvening = minutes();

    bench.clock.pass(1);

    expect([today, lateInTheEvening, minutes()]).toEqual([1, 1, 0]);
  });

  it('has no more decimals than money', () => {
    expect(costOf(3, { pricePerMinute: 0.1 })).toBe(0.3);
  });

  it('is made of the index alone', () => {
    const plan = bench.database.query.all<{ detail: string }>(
      'explain query plan select sum((coalesce(billed_seconds, left_at - coalesce(answered_at, joined_at)) + 59) / 60) from legs where created_at >= 0',
    );

    expect(plan.map(({ detail }) => detail)).toEqual([
      'SEARCH legs USING COVERING INDEX legs_by_day (created_at>?)',
    ]);
  });
});

describe('the cap', () => {
  it.each([
    [79.99, 'within'],
    [80, 'near'],
    [99.99, 'near'],
    [100, 'reached'],
  ] as const)('of 100 is, with %d spent, %s', (spent, standing) => {
    expect(standingOf(spent, { dailyCap: 100 })).toBe(standing);
  });

  it('warns, and then stops new calls in the transaction that would start them', () => {
    const customer = bench.care.customers.find(insertCustomer(bench.database));
    if (customer === null) throw new Error('there is no customer');
    const speaker = bench.freeAgent('suzuki');
    const { newCalls } = bench;
    allow(100);
    leg({ billedSeconds: 7 * 60 });
    const calm = [newCalls.obstacleTo(customer, speaker), alertsSeen()];

    leg({ billedSeconds: 60 });
    const near = [newCalls.obstacleTo(customer, speaker), alertsSeen()];
    const full = bench.database.transaction(() => {
      leg({ billedSeconds: 120 });
      return newCalls.obstacleTo(customer, speaker);
    });

    expect(calm).toEqual([null, []]);
    expect(near).toEqual([null, ['spending-near-cap']]);
    expect([full, alertsSeen()]).toEqual(['spending-cap-reached', ['spending-cap-reached']]);
  });

  it('stops campaigns, which say why, and lets them go on when more is allowed', () => {
    const suzuki = bench.freeAgent('suzuki');
    const customers = [insertCustomer(bench.database), insertCustomer(bench.database)];
    const campaignId = bench.draft([suzuki], customers);
    const before = leg({ billedSeconds: 600 }).callId;
    bench.endUnreached(before);
    allow(100);

    bench.course.start(bench.boss, campaignId);
    bench.step();
    const stopped = [
      bench.stores.calls.open().length,
      bench.queries.get(bench.boss, campaignId).pulse?.heldBackBy,
    ];
    allow(10_000);
    bench.step();

    expect(stopped).toEqual([0, 'spending-cap-reached']);
    expect(bench.stores.calls.open()).toHaveLength(1);
  });

  it('takes the warnings back at once when more is allowed', () => {
    allow(10);
    leg({ billedSeconds: 60 });
    const before = alertsSeen();

    allow(1_000);

    expect(before).toEqual(['spending-cap-reached']);
    expect(bench.flow.alerts.visibleTo(bench.boss)).toEqual([]);
  });

  it('stays as somebody else has set it, where that was not seen', () => {
    allow(100);

    const late = () =>
      bench.safeguards.spending.set(bench.boss.id, {
        version: 0,
        settings: { dailyCap: null, pricePerMinute: 1 },
      });

    expect(late).toThrow('It was changed somewhere else meanwhile.');
    expect(bench.safeguards.spending.today().settings.dailyCap).toBe(100);
  });
});

describe('a campaign', () => {
  it('does not dial while the server has too much to do, says so, and goes on by itself', () => {
    const suzuki = bench.freeAgent('suzuki');
    const campaignId = bench.draft([suzuki], [insertCustomer(bench.database)]);
    const { load } = bench.safeguards;
    for (let second = 0; second < 3; second += 1) load.measured({ lagMs: 800, waitMs: 0 });
    bench.course.start(bench.boss, campaignId);

    bench.step();
    const held = [
      bench.stores.calls.open().length,
      bench.queries.get(bench.boss, campaignId).pulse?.heldBackBy,
    ];
    for (let second = 0; second < 10; second += 1) load.measured({ lagMs: 0, waitMs: 0 });
    bench.step();

    expect(held).toEqual([0, 'overloaded']);
    expect(bench.stores.calls.open()).toHaveLength(1);
  });
});
