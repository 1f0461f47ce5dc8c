import { and, count, desc, eq, gt, gte, inArray, isNotNull, isNull, ne, notExists, sql } from 'drizzle-orm';
import type { CampaignId } from '../contract/ids.ts';
import type { CallResult } from '../contract/vocabulary.ts';
import type { Database } from '../db/database.ts';
import { calls } from '../db/schema/calls.ts';
import { campaignCallSums } from '../db/schema/campaigns.ts';
import { handoffs } from '../db/schema/handoffs.ts';
import type { EndedCall } from './circuit-breaker.ts';

/** What calls and handoffs tell of campaigns. */
export interface CampaignFiguresStore {
  openCalls(campaignId: CampaignId): number;
  /** Open calls of these campaigns with which no human is, and which none has taken. */
  withoutHuman(campaignIds: readonly CampaignId[]): number;
  startedSince(campaignId: CampaignId, moment: Date): number;
  /** Newest first. */
  lastEnded(campaignId: CampaignId, since: Date, limit: number): readonly EndedCall[];
  /** Customers called since then who wanted a human, and were given one or not; and of these the ones who found none. */
  wantedHuman(campaignId: CampaignId, since: Date): { readonly wanted: number; readonly abandoned: number };
  /** Without those that were held back before they were dialled. */
  calls(campaignId: CampaignId): number;
  /** Of the calls that are over. */
  results(campaignId: CampaignId): Readonly<Record<CallResult, number>>;
}

export function createCampaignFiguresStore({ query }: Database): CampaignFiguresStore {
  const number = (of: { readonly calls: number } | undefined) => of?.calls ?? 0;
  const counting = () => query.select({ calls: count() }).from(calls);
  const ofCampaign = (campaignId: CampaignId) => eq(calls.campaignId, campaignId);
  const sums = (campaignId: CampaignId) =>
    query.select().from(campaignCallSums).where(eq(campaignCallSums.campaignId, campaignId)).all();
  const taken = query
    .select({ one: sql`1` })
    .from(handoffs)
    .where(and(eq(handoffs.callId, calls.id), isNull(handoffs.endedAt), isNotNull(handoffs.agentId)));
  return {
    openCalls: (campaignId) =>
      number(
        counting()
          .where(and(ofCampaign(campaignId), isNull(calls.endedAt)))
          .get(),
      ),
    withoutHuman: (campaignIds) =>
      number(
        counting()
          .where(
            and(
              inArray(calls.campaignId, [...campaignIds]),
              isNull(calls.endedAt),
              ne(calls.status, 'human-connected'),
              notExists(taken),
            ),
          )
          .get(),
      ),
    startedSince: (campaignId, moment) =>
      number(
        counting()
          .where(and(ofCampaign(campaignId), gt(calls.startedAt, moment)))
          .get(),
      ),
    lastEnded: (campaignId, since, limit) =>
      query
        .select({ endedAt: calls.endedAt, result: calls.result, resultReason: calls.resultReason })
        .from(calls)
        .where(and(ofCampaign(campaignId), gte(calls.endedAt, since)))
        .orderBy(desc(calls.endedAt))
        .limit(limit)
        .all()
        .flatMap(({ endedAt, ...outcome }) => (endedAt === null ? [] : [{ ...outcome, endedAt }])),
    wantedHuman(campaignId, since) {
      const wishes = query
        .select({
          met: sql<number>`max(${handoffs.connectedAt} is not null)`.as('met'),
          open: sql<number>`max(${handoffs.connectedAt} is null and ${handoffs.endedAt} is null)`.as('open'),
        })
        .from(handoffs)
        .innerJoin(calls, eq(calls.id, handoffs.callId))
        .where(
          and(
            ofCampaign(campaignId),
            gte(calls.startedAt, since),
            isNull(handoffs.transferredBy),
            isNotNull(handoffs.waitingSince),
          ),
        )
        .groupBy(calls.id)
        .as('wishes');
      const row = query
        .select({ wanted: count(), abandoned: sql<number>`coalesce(sum(not ${wishes.met}), 0)` })
        .from(wishes)
        .where(sql`${wishes.met} or not ${wishes.open}`)
        .get();
      return { wanted: row?.wanted ?? 0, abandoned: row?.abandoned ?? 0 };
    },
    calls: (campaignId) => sums(campaignId).reduce((total, { calls: some }) => total + some, 0),
    results(campaignId) {
      const rows = sums(campaignId);
      const of = (result: CallResult) => number(rows.find(({ outcome }) => outcome === result));
      return {
        success: of('success'),
        absent: of('absent'),
        rejected: of('rejected'),
        follow_up: of('follow_up'),
        failed: of('failed'),
      };
    },
  };
}
