import { type CampaignSettings, defaultCampaignPace } from '../../../backend/contract/campaigns.ts';
import {
  type AgentId,
  agentIdSchema,
  type CampaignId,
  campaignIdSchema,
} from '../../../backend/contract/ids.ts';
import type { Database } from '../../../backend/db/database.ts';
import { campaigns } from '../../../backend/db/schema/campaigns.ts';
import { noRetries } from '../../support/campaigns.ts';

interface CampaignFixture {
  readonly id?: CampaignId;
  readonly agentIds?: readonly AgentId[];
  readonly settings?: Partial<CampaignSettings>;
  readonly columns?: Partial<typeof campaigns.$inferInsert>;
}

let made = 0;

/** A campaign with nothing special about it but what is named. */
export function insertCampaign(database: Database, fixture: CampaignFixture = {}): CampaignId {
  made += 1;
  const id = fixture.id ?? campaignIdSchema.parse(`campaign_${String(1_000 + made).padStart(20, '0')}`);
  const [speaksForId = agentIdSchema.parse('suzuki')] = fixture.agentIds ?? [];
  const settings: CampaignSettings = {
    name: '秋の一斉コール',
    speaksForId,
    agentIds: [...(fixture.agentIds ?? [speaksForId])],
    hours: null,
    pace: defaultCampaignPace,
    retries: noRetries,
    ...fixture.settings,
  };
  const now = new Date('2026-11-24T00:00:00Z');
  const row = { id, settings, source: { type: 'filter', filter: {} } } as const;
  database.query
    .insert(campaigns)
    .values({ ...row, createdAt: now, ...fixture.columns })
    .run();
  return id;
}
