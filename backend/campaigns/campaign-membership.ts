import type { Viewer } from '../auth/visibility.ts';
import type { Campaign } from '../contract/campaigns.ts';
import type { CampaignId, CustomerId } from '../contract/ids.ts';
import type { Database } from '../db/database.ts';
import type { AuditLog } from '../journal/audit-log-store.ts';
import { Refusal } from '../kernel/errors.ts';
import type { AdmitToCampaign } from './campaign-admission.ts';
import type { CampaignMemberStore, MemberRow } from './campaign-member-store.ts';
import type { CampaignPublisher } from './campaign-publisher.ts';
import type { CampaignSourceStore } from './campaign-source-store.ts';
import type { CampaignStore } from './campaign-store.ts';

interface CampaignMembershipOptions {
  readonly database: Pick<Database, 'transaction'>;
  readonly campaigns: Pick<CampaignStore, 'find'>;
  readonly members: Pick<CampaignMemberStore, 'find' | 'update'>;
  readonly sources: Pick<CampaignSourceStore, 'named'>;
  readonly admit: AdmitToCampaign;
  readonly publisher: Pick<CampaignPublisher, 'changed'>;
  readonly audit: AuditLog;
}

/** Who joins and who leaves a campaign that exists. Each is one transaction together with its entry in the audit log. */
export interface CampaignMembership {
  /** After the others, each once; who was taken out comes back. Throws `not-found`, `campaign-over`. */
  add(viewer: Viewer, campaignId: CampaignId, customerIds: readonly CustomerId[]): Campaign;
  /** Those who were to be called, or called again, are not any more. A call that is on goes on, as what came of calls stays. Throws as `add`. */
  takeOut(viewer: Viewer, campaignId: CampaignId, customerIds: readonly CustomerId[]): Campaign;
}

export function createCampaignMembership(options: CampaignMembershipOptions): CampaignMembership {
  const { database, campaigns, members, sources, admit, publisher, audit } = options;

  function requireGoingOn(campaignId: CampaignId): void {
    const campaign = campaigns.find(campaignId);
    if (campaign === null) throw new Refusal('not-found', 'There is no such campaign.');
    if (campaign.endedAt !== null) throw new Refusal('campaign-over', 'The campaign is over.');
  }

  function note(viewer: Viewer, campaignId: CampaignId, after: Readonly<Record<string, number>>): void {
    const entry = { subject: 'campaign', action: 'changed', subjectId: campaignId } as const;
    audit.append({ ...entry, actorId: viewer.id, before: null, after });
  }

  return {
    add: (viewer, campaignId, customerIds) =>
      database.transaction(() => {
        requireGoingOn(campaignId);
        const customers = sources.named(customerIds);
        admit(campaignId, customers);
        note(viewer, campaignId, { customersAdded: customers.length });
        return publisher.changed(campaignId);
      }),
    takeOut: (viewer, campaignId, customerIds) =>
      database.transaction(() => {
        requireGoingOn(campaignId);
        const leaving = customerIds.flatMap((customerId) => {
          const member = members.find({ campaignId, customerId });
          return member !== null && isToLeave(member) ? [member] : [];
        });
        for (const member of leaving) {
          const state = member.state === 'dialling' ? 'dialling' : 'skipped';
          members.update(member, { state, reason: 'taken-out', nextAttemptAt: null });
        }
        note(viewer, campaignId, { customersTakenOut: leaving.length });
        return publisher.changed(campaignId);
      }),
  };
}

function isToLeave({ state, reason }: MemberRow): boolean {
  return state === 'pending' || (state === 'dialling' && reason !== 'taken-out');
}
