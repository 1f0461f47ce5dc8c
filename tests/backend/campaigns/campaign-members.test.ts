import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type CampaignBench, createCampaignBench } from '../../support/campaign-bench.ts';
import { insertCustomer } from '../customers/customer-fixture.ts';

let bench: CampaignBench;

beforeEach(() => {
  bench = createCampaignBench();
});

afterEach(() => bench[Symbol.dispose]());

describe('the customers of a campaign', () => {
  it('are found by company and by number, and only in the campaign', () => {
    const companies = ['北浜工業', '山田商事', '北浜物流'].map((company, line) =>
      insertCustomer(bench.database, { company, phoneNumber: `+8130001800${line}` }),
    );
    const [kitahama, yamada] = companies;
    if (kitahama === undefined || yamada === undefined) throw new Error('nobody was added');
    const campaignId = bench.draft([bench.freeAgent('suzuki')], [kitahama, yamada]);
    const found = (search: string) =>
      bench.queries
        .members(bench.boss, campaignId, { limit: 10, search })
        .members.map(({ customer }) => customer.company);

    expect(found('北浜')).toEqual(['北浜工業']);
    expect(found('03-0001-8001')).toEqual(['山田商事']);
    expect(found('')).toHaveLength(2);
  });
});
