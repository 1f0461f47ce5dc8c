import type { CampaignId } from '../contract/ids.ts';
import { reasonAgainst } from './campaign-list.ts';
import type { CampaignMemberStore, MemberRow } from './campaign-member-store.ts';
import type { ChosenCustomer } from './campaign-source-store.ts';

/** Takes customers into a campaign, after those who are in it; who may not be called is skipped. In the caller's transaction. */
export type AdmitToCampaign = (campaignId: CampaignId, customers: readonly ChosenCustomer[]) => void;

export function createCampaignAdmission(
  members: Pick<CampaignMemberStore, 'insert' | 'find' | 'update' | 'isCalled' | 'lastPosition'>,
): AdmitToCampaign {
  /** Of those who have the same number, the first who may be called is. */
  function standing(campaignId: CampaignId, customer: ChosenCustomer): Pick<MemberRow, 'state' | 'reason'> {
    const isDouble = members.isCalled(campaignId, customer.phoneNumber);
    const reason = reasonAgainst(customer) ?? (isDouble ? 'same-number' : null);
    return reason === null ? { state: 'pending', reason } : { state: 'skipped', reason };
  }

  return (campaignId, customers) => {
    let position = members.lastPosition(campaignId);
    for (const customer of customers) {
      const { id: customerId, phoneNumber, timeZone } = customer;
      const key = { campaignId, customerId };
      const known = members.find(key);
      if (known === null) {
        position += 1;
        members.insert({ ...key, position, phoneNumber, timeZone, ...standing(campaignId, customer) });
      } else if (known.reason === 'taken-out' && known.state === 'dialling') {
        members.update(key, { reason: null });
      } else if (known.reason === 'taken-out') {
        members.update(key, { phoneNumber, timeZone, ...standing(campaignId, customer) });
      }
    }
  };
}
