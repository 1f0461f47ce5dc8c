import { and, desc, eq, inArray, isNotNull, isNull, or, type SQL, sql } from 'drizzle-orm';
import type { Scope } from '../auth/visibility.ts';
import type { CampaignState } from '../contract/campaigns.ts';
import type { CampaignId } from '../contract/ids.ts';
import type { Database } from '../db/database.ts';
import { campaigns } from '../db/schema/campaigns.ts';

export type CampaignRow = typeof campaigns.$inferSelect;
export type ListingPlace = NonNullable<CampaignRow['listing']>;
export type NewCampaign = typeof campaigns.$inferInsert;

/** Where a page of campaigns ends. */
export interface CampaignPlace {
  readonly createdAt: Date;
  readonly id: CampaignId;
}

interface CampaignsRequest {
  /** Agents: those in which they are handed calls. */
  readonly scope: Scope;
  readonly state: CampaignState | null;
  readonly before: CampaignPlace | null;
  readonly limit: number;
}

export interface CampaignStore {
  find(campaignId: CampaignId): CampaignRow | null;
  insert(campaign: NewCampaign): void;
  update(campaignId: CampaignId, changes: Partial<Omit<CampaignRow, 'id'>>): void;
  remove(campaignId: CampaignId): void;
  /** Those that are running; the one that began first comes first. */
  running(): readonly CampaignRow[];
  /** Those whose customers are not all looked up yet; the oldest first. */
  beingListed(): readonly CampaignRow[];
  /** Those that are running, paused, or have been since `moment`. */
  goingOnSince(moment: Date): readonly CampaignRow[];
  /** Newest first. */
  page(request: CampaignsRequest): readonly CampaignRow[];
}

export function createCampaignStore({ query }: Database): CampaignStore {
  const one = query
    .select()
    .from(campaigns)
    .where(eq(campaigns.id, sql.placeholder('id')))
    .prepare();
  return {
    find: (campaignId) => one.get({ id: campaignId }) ?? null,
    insert(campaign) {
      query.insert(campaigns).values(campaign).run();
    },
    update(campaignId, changes) {
      query.update(campaigns).set(changes).where(eq(campaigns.id, campaignId)).run();
    },
    remove(campaignId) {
      query.delete(campaigns).where(eq(campaigns.id, campaignId)).run();
    },
    running: () =>
      query
        .select()
        .from(campaigns)
        .where(eq(campaigns.state, 'running'))
        .orderBy(campaigns.runningSince, campaigns.id)
        .all(),
    beingListed: () =>
      query.select().from(campaigns).where(isNotNull(campaigns.listing)).orderBy(campaigns.createdAt).all(),
    goingOnSince(moment) {
      const open = and(isNull(campaigns.endedAt), inArray(campaigns.state, ['running', 'paused']));
      return query
        .select()
        .from(campaigns)
        .where(or(open, sql`${campaigns.endedAt} >= ${moment.getTime()}`))
        .all();
    },
    page: ({ scope, state, before, limit }) =>
      query
        .select()
        .from(campaigns)
        .where(
          and(
            scope === 'all' ? undefined : takesPart(scope.agentId),
            state === null ? undefined : eq(campaigns.state, state),
            before === null ? undefined : beyond(before),
          ),
        )
        .orderBy(desc(campaigns.createdAt), desc(campaigns.id))
        .limit(limit)
        .all(),
  };
}

function takesPart(agentId: string): SQL {
  return sql`exists (select 1 from json_each(${campaigns.settings}, '$.agentIds') where value = ${agentId})`;
}

function beyond({ createdAt, id }: CampaignPlace): SQL {
  return sql`(${campaigns.createdAt}, ${campaigns.id}) < (${createdAt.getTime()}, ${id})`;
}
