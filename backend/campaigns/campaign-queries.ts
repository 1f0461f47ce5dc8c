import { maySee, scopeOf, type Viewer } from '../auth/visibility.ts';
import type {
  CampaignMember,
  CampaignMemberPage,
  CampaignMembersQuery,
} from '../contract/campaign-members.ts';
import {
  type Campaign,
  type CampaignPage,
  type CampaignsQuery,
  campaignCursorSchema,
} from '../contract/campaigns.ts';
import { type CampaignId, campaignIdSchema } from '../contract/ids.ts';
import { Refusal } from '../kernel/errors.ts';
import type { CampaignMemberStore, ShownMember } from './campaign-member-store.ts';
import type { CampaignPublisher } from './campaign-publisher.ts';
import type { CampaignPlace, CampaignRow, CampaignStore } from './campaign-store.ts';

interface CampaignQueriesOptions {
  readonly campaigns: Pick<CampaignStore, 'find' | 'page'>;
  readonly members: Pick<CampaignMemberStore, 'page'>;
  readonly publisher: Pick<CampaignPublisher, 'view'>;
}

/** Admins see all campaigns, agents those whose calls they are handed; of others they learn nothing. */
export interface CampaignQueries {
  page(viewer: Viewer, query: CampaignsQuery): CampaignPage;
  /** These throw `not-found`. */
  get(viewer: Viewer, campaignId: CampaignId): Campaign;
  members(viewer: Viewer, campaignId: CampaignId, query: CampaignMembersQuery): CampaignMemberPage;
}

export function createCampaignQueries(options: CampaignQueriesOptions): CampaignQueries {
  const { campaigns, members, publisher } = options;

  function requireVisible(viewer: Viewer, campaignId: CampaignId): void {
    const campaign = campaigns.find(campaignId);
    if (campaign === null || !maySee(viewer, campaign.settings.agentIds)) {
      throw new Refusal('not-found', 'There is no such campaign.');
    }
  }

  return {
    page(viewer, { state, before, limit }) {
      const found = campaigns.page({
        scope: scopeOf(viewer),
        state: state ?? null,
        before: before === undefined ? null : placeOf(before),
        limit: limit + 1,
      });
      const page = found.slice(0, limit);
      const last = page.at(-1);
      return {
        campaigns: page.map(({ id }) => publisher.view(id)),
        next: found.length > limit && last !== undefined ? cursorOf(last) : null,
      };
    },
    get(viewer, campaignId) {
      requireVisible(viewer, campaignId);
      return publisher.view(campaignId);
    },
    members(viewer, campaignId, { state, search, after, limit }) {
      requireVisible(viewer, campaignId);
      const found = members.page({
        campaignId,
        scope: scopeOf(viewer),
        state: state ?? null,
        search: search ?? '',
        after: after ?? 0,
        limit: limit + 1,
      });
      const page = found.slice(0, limit);
      const more = found.length > limit;
      return { members: page.map(shown), next: more ? (page.at(-1)?.member.position ?? null) : null };
    },
  };
}

function shown({ member, company, person, callStartedAt, ...outcome }: ShownMember): CampaignMember {
  const { customerId, phoneNumber, state, reason, attempts, nextAttemptAt, callId } = member;
  return {
    customer: { id: customerId, company, person },
    phoneNumber,
    state,
    reason,
    attempts,
    nextAttemptAt: nextAttemptAt?.toISOString() ?? null,
    lastCall:
      callId === null || callStartedAt === null
        ? null
        : { callId, at: callStartedAt.toISOString(), ...outcome },
  };
}

function cursorOf({ createdAt, id }: CampaignRow) {
  return campaignCursorSchema.parse(`${createdAt.toISOString()}~${id}`);
}

function placeOf(cursor: string): CampaignPlace {
  const [at = '', id = ''] = cursor.split('~');
  return { createdAt: new Date(at), id: campaignIdSchema.parse(id) };
}
