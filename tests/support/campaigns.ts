import { expect } from 'vitest';
import { type CampaignMember, campaignMemberPageSchema } from '../../backend/contract/campaign-members.ts';
import {
  type Campaign,
  type CampaignRetries,
  type CampaignSettings,
  campaignSchema,
} from '../../backend/contract/campaigns.ts';
import { customerSchema } from '../../backend/contract/customers.ts';
import { agentIdSchema, type CampaignId, type CustomerId } from '../../backend/contract/ids.ts';
import type { ConsoleClient } from './console-client.ts';
import { eventuallyAtServer } from './patience.ts';

const never = { times: 0, afterMinutes: 1 };
export const noRetries: CampaignRetries = {
  'no-answer': never,
  'line-busy': never,
  voicemail: never,
  absent: never,
  'hung-up': never,
  failed: never,
};

/** Somebody whom everybody may see, under this number. */
export async function addCustomer(admin: ConsoleClient, phoneNumber: string): Promise<CustomerId> {
  const customer = { company: `一斉コール先 ${phoneNumber}`, phoneNumber, ownerId: null };
  return (await admin.ask(customerSchema, 'POST', '/api/customers', customer)).id;
}

/** A draft in the name of the first of the agents, who are handed its calls. */
export function draftCampaign(
  admin: ConsoleClient,
  agents: readonly ConsoleClient[],
  customerIds: readonly CustomerId[],
  settings: Partial<CampaignSettings> = {},
): Promise<Campaign> {
  const agentIds = agents.map(({ agentId }) => agentIdSchema.parse(agentId));
  return admin.ask(campaignSchema, 'POST', '/api/campaigns', {
    settings: {
      name: '秋の一斉コール',
      speaksForId: agentIds[0],
      agentIds,
      hours: null,
      pace: { callsPerSecond: 2, concurrency: 4, factor: 1 },
      retries: noRetries,
      ...settings,
    },
    customers: { type: 'customers', customerIds },
  });
}

export function control(
  admin: ConsoleClient,
  campaignId: CampaignId,
  verb: 'start' | 'pause' | 'resume' | 'stop',
): Promise<Campaign> {
  return admin.ask(campaignSchema, 'POST', `/api/campaigns/${campaignId}/${verb}`);
}

export function campaignNow(viewer: ConsoleClient, campaignId: CampaignId): Promise<Campaign> {
  return viewer.ask(campaignSchema, 'GET', `/api/campaigns/${campaignId}`);
}

export async function membersOf(
  viewer: ConsoleClient,
  campaignId: CampaignId,
): Promise<readonly CampaignMember[]> {
  const path = `/api/campaigns/${campaignId}/members?limit=200`;
  return (await viewer.ask(campaignMemberPageSchema, 'GET', path)).members;
}

/** Waits until the campaign is as the test wants it. */
export function untilCampaign(
  viewer: ConsoleClient,
  campaignId: CampaignId,
  isThere: (campaign: Campaign) => boolean,
): Promise<Campaign> {
  return eventuallyAtServer(async () => {
    const campaign = await campaignNow(viewer, campaignId);
    expect(isThere(campaign), JSON.stringify([campaign.state, campaign.progress, campaign.pulse])).toBe(true);
    return campaign;
  });
}
