import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { AgentId, CustomerId } from '../../../backend/contract/ids.ts';
import { audit } from '../../../backend/db/schema/customers.ts';
import { type CampaignBench, createCampaignBench } from '../../support/campaign-bench.ts';
import { noRetries } from '../../support/campaigns.ts';
import { insertCustomer } from '../customers/customer-fixture.ts';

let bench: CampaignBench;
let suzuki: AgentId;

beforeEach(() => {
  bench = createCampaignBench();
  suzuki = bench.freeAgent('suzuki');
});

afterEach(() => bench[Symbol.dispose]());

function customer(columns: Parameters<typeof insertCustomer>[1] = {}): CustomerId {
  return insertCustomer(bench.database, columns);
}

describe('taking customers into a campaign that exists', () => {
  it('has them called after the others, each once, and says why one is not', () => {
    const [first, second, double] = [
      customer({ phoneNumber: '+81300017001' }),
      customer({ phoneNumber: '+81300017002' }),
      customer({ phoneNumber: '+81300017001' }),
    ];
    const campaignId = bench.draft([suzuki], [first]);

    bench.membership.add(bench.boss, campaignId, [second, first, double]);

    expect(bench.memberOf(campaignId, first)).toMatchObject({ position: 1, state: 'pending' });
    expect(bench.memberOf(campaignId, second)).toMatchObject({ position: 2, state: 'pending' });
    expect(bench.memberOf(campaignId, double)).toMatchObject({ state: 'skipped', reason: 'same-number' });
  });

  it('works while it runs', () => {
    const [first, second] = [customer(), customer()];
    const campaignId = bench.draft([suzuki], [first]);
    bench.course.start(bench.boss, campaignId);
    bench.step();

    const campaign = bench.membership.add(bench.boss, campaignId, [second]);

    expect(campaign.progress).toMatchObject({ customers: 2, dialling: 1, pending: 1 });
  });

  it('is refused once it is over, and is written down before', () => {
    const [first, second] = [customer(), customer()];
    const campaignId = bench.draft([suzuki], [first]);
    bench.course.start(bench.boss, campaignId);
    bench.membership.add(bench.boss, campaignId, [second]);
    bench.course.stop(bench.boss, campaignId);

    const late = () => bench.membership.add(bench.boss, campaignId, [customer()]);

    expect(late).toThrow('over');
    const entries = bench.database.query.select().from(audit).all();
    expect(entries.map(({ after }) => after)).toContainEqual({ customersAdded: 1 });
  });
});

describe('taking customers out of a campaign', () => {
  it('leaves them uncalled, and takes them back', () => {
    const [first, second] = [customer(), customer()];
    const campaignId = bench.draft([suzuki], [first, second]);

    const { progress } = bench.membership.takeOut(bench.boss, campaignId, [first]);
    bench.course.start(bench.boss, campaignId);
    bench.step();

    expect(progress).toMatchObject({ pending: 1, skippedFor: [{ reason: 'taken-out', customers: 1 }] });
    expect(bench.memberOf(campaignId, first)).toMatchObject({ state: 'skipped', attempts: 0 });
    expect(bench.memberOf(campaignId, second).state).toBe('dialling');
    bench.membership.add(bench.boss, campaignId, [first]);
    expect(bench.memberOf(campaignId, first)).toMatchObject({ state: 'pending', reason: null });
  });

  it('lets a call go on', () => {
    const first = customer();
    const campaignId = bench.draft([suzuki], [first]);
    bench.course.start(bench.boss, campaignId);
    bench.step();

    bench.membership.takeOut(bench.boss, campaignId, [first]);

    expect(bench.memberOf(campaignId, first).state).toBe('dialling');
  });

  it('does not call again who was taken out while the telephone rang, unless they are taken back', () => {
    const [first, second] = [customer(), customer()];
    const again = { ...noRetries, 'no-answer': { times: 3, afterMinutes: 5 } };
    const campaignId = bench.draft([suzuki, bench.freeAgent('tanaka')], [first, second], { retries: again });
    bench.course.start(bench.boss, campaignId);
    bench.step();
    bench.membership.takeOut(bench.boss, campaignId, [first, second]);
    bench.membership.add(bench.boss, campaignId, [second]);

    for (const call of bench.stores.calls.open()) bench.endUnreached(call.id);

    expect(bench.memberOf(campaignId, first)).toMatchObject({
      state: 'skipped',
      reason: 'taken-out',
      nextAttemptAt: null,
    });
    expect(bench.memberOf(campaignId, second)).toMatchObject({ state: 'pending', reason: 'retry' });
  });
});
