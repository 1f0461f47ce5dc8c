import { and, asc, desc, eq, gt, inArray, isNotNull, isNull, lte, ne, or, type SQL, sql } from 'drizzle-orm';
import type { Scope } from '../auth/visibility.ts';
import type { CampaignMemberState, CampaignSkip } from '../contract/campaigns.ts';
import type { CallId, CampaignId } from '../contract/ids.ts';
import type { CallResult, ResultReason } from '../contract/vocabulary.ts';
import { isFound } from '../customers/customer-search-store.ts';
import type { Database } from '../db/database.ts';
import { calls } from '../db/schema/calls.ts';
import { campaignMemberSums, campaignMembers } from '../db/schema/campaigns.ts';
import { customers } from '../db/schema/customers.ts';

export type MemberRow = typeof campaignMembers.$inferSelect;
export type NewMember = typeof campaignMembers.$inferInsert;

type MemberKey = Pick<MemberRow, 'campaignId' | 'customerId'>;

/** A member with who they are, and their last call. */
export interface ShownMember {
  readonly member: MemberRow;
  readonly company: string;
  readonly person: string | null;
  readonly callStartedAt: Date | null;
  readonly result: CallResult | null;
  readonly resultReason: ResultReason | null;
}

interface MembersRequest {
  readonly campaignId: CampaignId;
  /** Of which customers. */
  readonly scope: Scope;
  readonly state: CampaignMemberState | null;
  /** What somebody typed; empty for all. */
  readonly search: string;
  readonly after: number;
  readonly limit: number;
}

/** The members of a campaign in one state, skipped ones also by why. */
export interface MemberCount {
  readonly state: CampaignMemberState;
  readonly skippedFor: CampaignSkip | null;
  readonly customers: number;
  readonly calls: number;
}

interface DueRequest {
  readonly campaignId: CampaignId;
  readonly timeZones: readonly string[];
  readonly now: Date;
  readonly limit: number;
}

export interface CampaignMemberStore {
  insert(member: NewMember): void;
  find(key: MemberKey): MemberRow | null;
  /** Whose last call it is, or was. */
  ofCall(callId: CallId): MemberRow | null;
  update(key: MemberKey, changes: Partial<Omit<MemberRow, 'campaignId' | 'customerId'>>): void;
  /** Who may be called now: retries that are due, then the others in the order of the list. */
  due(request: DueRequest): readonly MemberRow[];
  /** Of those who are to be called. */
  pendingZones(campaignId: CampaignId): readonly string[];
  /** The earliest time at which somebody of a zone is due; null: at once. Zones with nobody to be called are left out. */
  dueByZone(campaignId: CampaignId): readonly { readonly timeZone: string; readonly at: Date | null }[];
  lastRetryAt(campaignId: CampaignId): Date | null;
  /** Whether somebody is to be called, or is being called. */
  isAnybodyLeft(campaignId: CampaignId): boolean;
  /** Others who were called under the number, in this campaign or any other. */
  othersCalledUnder(phoneNumber: string, key: MemberKey): readonly MemberRow[];
  /** Whether somebody who has the number is called in the campaign. */
  isCalled(campaignId: CampaignId, phoneNumber: string): boolean;
  /** 0 where nobody is in it yet. */
  lastPosition(campaignId: CampaignId): number;
  /** The numbers that campaigns call, or have called. */
  numbersOf(campaignIds: readonly CampaignId[]): ReadonlySet<string>;
  counts(campaignId: CampaignId): readonly MemberCount[];
  page(request: MembersRequest): readonly ShownMember[];
}

export function createCampaignMemberStore({ query }: Database): CampaignMemberStore {
  const insertOne = query
    .insert(campaignMembers)
    .values({
      campaignId: sql.placeholder('campaignId'),
      customerId: sql.placeholder('customerId'),
      position: sql.placeholder('position'),
      phoneNumber: sql.placeholder('phoneNumber'),
      timeZone: sql.placeholder('timeZone'),
      state: sql.placeholder('state'),
      reason: sql.placeholder('reason'),
    })
    .prepare();

  const called = query
    .select({ one: sql`1` })
    .from(campaignMembers)
    .where(
      and(
        eq(campaignMembers.campaignId, sql.placeholder('campaignId')),
        eq(campaignMembers.phoneNumber, sql.placeholder('phoneNumber')),
        ne(campaignMembers.state, 'skipped'),
      ),
    )
    .limit(1)
    .prepare();

  function dueIn(timeZone: string, { campaignId, now, limit }: DueRequest, retries: boolean) {
    const at = campaignMembers.nextAttemptAt;
    return query
      .select()
      .from(campaignMembers)
      .where(
        and(
          isPending(campaignId),
          eq(campaignMembers.timeZone, timeZone),
          retries ? and(isNotNull(at), lte(at, now)) : isNull(at),
        ),
      )
      .orderBy(asc(at), asc(campaignMembers.position))
      .limit(limit)
      .all();
  }

  /** From zone to zone on the index by turn: whoever is in one is not looked at. */
  function pendingZones(campaignId: CampaignId): readonly string[] {
    const first = (beyond: SQL) =>
      sql`(select min(time_zone) from ${campaignMembers} where campaign_id = ${campaignId} and state = 'pending' ${beyond})`;
    const rows = query.all<{ zone: string }>(sql`
      with recursive zones(zone) as (
        select ${first(sql``)}
        union all
        select ${first(sql`and time_zone > zones.zone`)} from zones where zone is not null
      )
      select zone from zones where zone is not null`);
    return rows.map(({ zone }) => zone);
  }

  function outermost(campaignId: CampaignId, timeZone: string, order: typeof asc): Date | null {
    const at = campaignMembers.nextAttemptAt;
    const row = query
      .select({ at })
      .from(campaignMembers)
      .where(and(isPending(campaignId), eq(campaignMembers.timeZone, timeZone)))
      .orderBy(order(at))
      .limit(1)
      .get();
    return row?.at ?? null;
  }

  return {
    insert(member) {
      insertOne.run({ reason: null, state: 'pending', ...member });
    },
    find: (key) => query.select().from(campaignMembers).where(is(key)).get() ?? null,
    ofCall: (callId) =>
      query.select().from(campaignMembers).where(eq(campaignMembers.callId, callId)).get() ?? null,
    update(key, changes) {
      query.update(campaignMembers).set(changes).where(is(key)).run();
    },
    due(request) {
      const inAll = (retries: boolean) =>
        request.timeZones.flatMap((timeZone) => dueIn(timeZone, request, retries));
      const retries = inAll(true).toSorted((a, b) => dueTime(a) - dueTime(b));
      const others = inAll(false).toSorted((a, b) => a.position - b.position);
      return [...retries, ...others].slice(0, request.limit);
    },
    pendingZones,
    // Whoever has no time is due at once, and comes first.
    dueByZone: (campaignId) =>
      pendingZones(campaignId).map((timeZone) => ({ timeZone, at: outermost(campaignId, timeZone, asc) })),
    lastRetryAt(campaignId) {
      const times = pendingZones(campaignId).map((timeZone) => outermost(campaignId, timeZone, desc));
      const latest = Math.max(...times.map((at) => at?.getTime() ?? 0), 0);
      return latest === 0 ? null : new Date(latest);
    },
    isAnybodyLeft: (campaignId) =>
      query
        .select({ one: sql`1` })
        .from(campaignMembers)
        .where(
          and(
            eq(campaignMembers.campaignId, campaignId),
            inArray(campaignMembers.state, ['pending', 'dialling']),
          ),
        )
        .limit(1)
        .get() !== undefined,
    othersCalledUnder: (phoneNumber, { campaignId, customerId }) =>
      query
        .select()
        .from(campaignMembers)
        .where(
          and(
            eq(campaignMembers.phoneNumber, phoneNumber),
            gt(campaignMembers.attempts, 0),
            sql`(${campaignMembers.campaignId}, ${campaignMembers.customerId}) <> (${campaignId}, ${customerId})`,
          ),
        )
        .all(),
    isCalled: (campaignId, phoneNumber) => called.get({ campaignId, phoneNumber }) !== undefined,
    lastPosition: (campaignId) =>
      query
        .select({ position: campaignMembers.position })
        .from(campaignMembers)
        .where(eq(campaignMembers.campaignId, campaignId))
        .orderBy(desc(campaignMembers.position))
        .limit(1)
        .get()?.position ?? 0,
    numbersOf(campaignIds) {
      const isOrWas = or(gt(campaignMembers.attempts, 0), eq(campaignMembers.state, 'pending'));
      const rows = query
        .select({ phoneNumber: campaignMembers.phoneNumber })
        .from(campaignMembers)
        .where(and(inArray(campaignMembers.campaignId, [...campaignIds]), isOrWas))
        .all();
      return new Set(rows.map(({ phoneNumber }) => phoneNumber));
    },
    counts: (campaignId) =>
      query
        .select()
        .from(campaignMemberSums)
        .where(and(eq(campaignMemberSums.campaignId, campaignId), gt(campaignMemberSums.customers, 0)))
        .all()
        .map(({ state, skippedFor, customers: number, calls: made }) => ({
          state,
          skippedFor: skippedFor === '' ? null : skippedFor,
          customers: number,
          calls: made,
        })),
    page: ({ campaignId, scope, state, search, after, limit }) =>
      query
        .select({
          member: campaignMembers,
          company: customers.company,
          person: customers.person,
          callStartedAt: calls.startedAt,
          result: calls.result,
          resultReason: calls.resultReason,
        })
        .from(campaignMembers)
        .innerJoin(customers, eq(customers.id, campaignMembers.customerId))
        .leftJoin(calls, eq(calls.id, campaignMembers.callId))
        .where(
          and(
            eq(campaignMembers.campaignId, campaignId),
            gt(campaignMembers.position, after),
            state === null ? undefined : eq(campaignMembers.state, state),
            scope === 'all' ? undefined : or(isNull(customers.ownerId), eq(customers.ownerId, scope.agentId)),
            isFound(campaignMembers.customerId, search),
          ),
        )
        .orderBy(asc(campaignMembers.position))
        .limit(limit)
        .all(),
  };
}

function is({ campaignId, customerId }: MemberKey): SQL | undefined {
  return and(eq(campaignMembers.campaignId, campaignId), eq(campaignMembers.customerId, customerId));
}

function isPending(campaignId: CampaignId): SQL | undefined {
  return and(eq(campaignMembers.campaignId, campaignId), eq(campaignMembers.state, 'pending'));
}

function dueTime({ nextAttemptAt }: MemberRow): number {
  return nextAttemptAt?.getTime() ?? 0;
}
