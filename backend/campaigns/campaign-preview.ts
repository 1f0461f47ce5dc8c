import { setImmediate as nextTurn } from 'node:timers/promises';
import type { CampaignPreview } from '../contract/campaign-members.ts';
import type { CampaignSkip } from '../contract/campaigns.ts';
import type { CustomerId } from '../contract/ids.ts';
import { type CampaignList, reasonAgainst } from './campaign-list.ts';
import type { ListingPlace } from './campaign-store.ts';

/** Customers are counted as many at a time as hold nobody up. */
const batchRows = 1_000;

/** Whom a campaign would call, and whom not; `elsewhere`: numbers that other campaigns call. */
export async function countCustomers(
  list: CampaignList,
  beginning: ListingPlace,
  elsewhere: ReadonlySet<string>,
): Promise<CampaignPreview> {
  const listed = new Set<CustomerId>();
  const numbers = new Set<string>();
  const leftOut = new Map<CampaignSkip, number>();
  let place: ListingPlace | null = beginning;
  while (place !== null) {
    const { customers, next } = list.batch(place, batchRows);
    for (const customer of customers.filter(({ id }) => !listed.has(id))) {
      const { id, phoneNumber } = customer;
      listed.add(id);
      const reason = reasonAgainst(customer) ?? (numbers.has(phoneNumber) ? 'same-number' : null);
      if (reason === null) numbers.add(phoneNumber);
      else leftOut.set(reason, (leftOut.get(reason) ?? 0) + 1);
    }
    place = next;
    await nextTurn();
  }
  return {
    customers: listed.size,
    callable: numbers.size,
    leftOut: [...leftOut].map(([reason, customers]) => ({ reason, customers })),
    inOtherCampaigns: [...numbers].filter((number) => elsewhere.has(number)).length,
  };
}
