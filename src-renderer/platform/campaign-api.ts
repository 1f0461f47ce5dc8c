import {
  type CampaignMemberPage,
  type CampaignPreview,
  campaignMemberPageSchema,
  campaignPreviewSchema,
} from '../../backend/contract/campaign-members.ts';
import {
  type Campaign,
  type CampaignMemberState,
  type CampaignPage,
  type CampaignSource,
  type CampaignState,
  type ChangeCampaign,
  type CreateCampaign,
  campaignPageSchema,
  campaignSchema,
} from '../../backend/contract/campaigns.ts';
import type { CampaignId, CustomerId } from '../../backend/contract/ids.ts';
import { type ReportFigures, reportSchema } from '../../backend/contract/reports.ts';
import { addressQuery } from './address-query.ts';
import { ask, tell } from './answers.ts';
import type { Transport } from './transport.ts';

/** Which campaigns: null for all; `before` is the `next` of the page above. */
interface CampaignsRequest {
  readonly state: CampaignState | null;
  readonly before: CampaignPage['next'];
}

/** Which customers of a campaign: null for all; `after` is the `next` of the page before. */
export interface CampaignMembersRequest {
  readonly campaignId: CampaignId;
  readonly state: CampaignMemberState | null;
  readonly search: string;
  readonly after: CampaignMemberPage['next'];
}

interface CampaignFiguresRequest {
  readonly campaignId: CampaignId;
  /** Days, both included; `2026-11-23`. */
  readonly from: string;
  readonly to: string;
}

export type MembershipStep = 'add' | 'take-out';
export type CampaignStep = 'start' | 'pause' | 'resume' | 'stop';

/** Bulk calls. What changes them is for admins. */
export interface CampaignApi {
  campaigns(request: CampaignsRequest): Promise<CampaignPage>;
  campaign(campaignId: CampaignId): Promise<Campaign>;
  previewCampaign(customers: CampaignSource): Promise<CampaignPreview>;
  createCampaign(wanted: CreateCampaign): Promise<Campaign>;
  changeCampaign(campaignId: CampaignId, change: ChangeCampaign): Promise<Campaign>;
  removeCampaign(campaignId: CampaignId): Promise<void>;
  stepCampaign(campaignId: CampaignId, step: CampaignStep): Promise<Campaign>;
  campaignMembers(request: CampaignMembersRequest): Promise<CampaignMemberPage>;
  changeCampaignMembers(
    campaignId: CampaignId,
    step: MembershipStep,
    customerIds: readonly CustomerId[],
  ): Promise<Campaign>;
  /** What came of its calls that are over; for agents, of their own. */
  campaignFigures(request: CampaignFiguresRequest): Promise<ReportFigures>;
}

const campaigns = '/api/campaigns';

export function createCampaignApi(transport: Transport): CampaignApi {
  const one = (campaignId: CampaignId): string => `${campaigns}/${campaignId}`;
  return {
    campaigns: ({ state, before }) => {
      const path = `${campaigns}${addressQuery({ state, before, limit: 50 })}`;
      return ask(transport, { method: 'GET', path }, campaignPageSchema);
    },
    campaign: (campaignId) => ask(transport, { method: 'GET', path: one(campaignId) }, campaignSchema),
    previewCampaign: (customers) =>
      ask(
        transport,
        { method: 'POST', path: `${campaigns}/preview`, body: { customers } },
        campaignPreviewSchema,
      ),
    createCampaign: (wanted) =>
      ask(transport, { method: 'POST', path: campaigns, body: wanted }, campaignSchema),
    changeCampaign: (campaignId, change) =>
      ask(transport, { method: 'PUT', path: one(campaignId), body: change }, campaignSchema),
    removeCampaign: (campaignId) => tell(transport, { method: 'DELETE', path: one(campaignId) }),
    stepCampaign: (campaignId, step) =>
      ask(transport, { method: 'POST', path: `${one(campaignId)}/${step}`, body: {} }, campaignSchema),
    campaignMembers: ({ campaignId, ...request }) => {
      const path = `${one(campaignId)}/members${addressQuery({ ...request, limit: 100 })}`;
      return ask(transport, { method: 'GET', path }, campaignMemberPageSchema);
    },
    changeCampaignMembers: (campaignId, step, customerIds) => {
      const path = `${one(campaignId)}/members/${step}`;
      return ask(transport, { method: 'POST', path, body: { customerIds } }, campaignSchema);
    },
    campaignFigures: async (request) => {
      const path = `/api/reports${addressQuery({ ...request })}`;
      return (await ask(transport, { method: 'GET', path }, reportSchema)).figures;
    },
  };
}
