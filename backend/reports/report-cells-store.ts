import { and, asc, between, count, eq, inArray, type SQL, sql } from 'drizzle-orm';
import { z } from 'zod';
import {
  type AgentId,
  agentIdSchema,
  type CallId,
  type CampaignId,
  campaignIdSchema,
} from '../contract/ids.ts';
import type { ReportPeriod } from '../contract/reports.ts';
import type { Database } from '../db/database.ts';
import { reportCalls, reportCells, reportDue, reportZone } from '../db/schema/reports.ts';
import { type CallFacts, type CellTable, countTables, figureTables } from './call-facts.ts';
import { type Cell, type Cut, sliceOf, tallyIn } from './report-cells.ts';
import { nothing, plus, type Tally, tallyFields, tallyFrom, valuesOf } from './tally.ts';

/** What calls count for, and the sums of it by part and day. */
export interface ReportCells {
  /** Calls that are over and have changed since they were counted, at most `limit`. */
  due(limit: number): readonly CallId[];
  /** Those included that have yet to become due again. */
  howManyDue(): number;
  counted(callIds: readonly CallId[]): ReadonlyMap<CallId, CallFacts>;
  /** These calls count for this from now on, null: nothing, and the sums change so. */
  recount(facts: ReadonlyMap<CallId, CallFacts | null>, changes: readonly Cell[]): void;
  /**
   * From now on calls are counted in this zone. Where they were counted in another, all become due again, by and by as `due` asks for them;
   * until its turn comes, each counts for the day and hour that it had.
   */
  countIn(zone: string): void;
  sums(cut: Cut, period: ReportPeriod): ReportSums;
}

type Sums = ReadonlyMap<string, Tally>;

/** The sums of a cut in a period. */
export interface ReportSums {
  /** By part. */
  of(table: CellTable): Sums;
  /** By day; days without calls are left out. */
  days(): Sums;
}

const factsSchema = z.object({
  tally: z.array(z.number()),
  parts: z.array(z.tuple([z.enum([...figureTables, ...countTables]), z.string()])),
});

export function createReportCellsStore({ query }: Database): ReportCells {
  const columns = tallyFields.map((field) => reportCells[field]);
  const { slice, part, day } = reportCells;
  const add = query
    .insert(reportCells)
    .values({
      slice: sql.placeholder('slice'),
      part: sql.placeholder('part'),
      day: sql.placeholder('day'),
      count: sql.placeholder('count'),
      answered: sql.placeholder('answered'),
      pastReception: sql.placeholder('pastReception'),
      handedOver: sql.placeholder('handedOver'),
      succeeded: sql.placeholder('succeeded'),
      successes: sql.placeholder('successes'),
      resultSuccess: sql.placeholder('resultSuccess'),
      resultAbsent: sql.placeholder('resultAbsent'),
      resultRejected: sql.placeholder('resultRejected'),
      resultFollowUp: sql.placeholder('resultFollowUp'),
      resultFailed: sql.placeholder('resultFailed'),
      wanted: sql.placeholder('wanted'),
      met: sql.placeholder('met'),
      prompt: sql.placeholder('prompt'),
      waitMs: sql.placeholder('waitMs'),
      durationSeconds: sql.placeholder('durationSeconds'),
    })
    .onConflictDoUpdate({ target: [slice, day, part], set: increased })
    .prepare();

  function summed(slice: string, { from, to }: ReportPeriod, by: SQL): Sums {
    const sums = sql.join(
      columns.map((column) => sql`sum(${column})`),
      sql`, `,
    );
    const rows = query.values<[string, ...number[]]>(sql`
      select ${by}, ${sums} from ${reportCells}
      where ${eq(reportCells.slice, slice)} and ${between(reportCells.day, from, to)} group by ${by}`);
    return new Map(
      rows
        .map(([part, ...values]) => [part, tallyFrom(values)] as const)
        .filter(([, { count }]) => count > 0),
    );
  }

  /** Where both an agent and a campaign are named, the calls are added up one by one. */
  function addedUp(agentId: AgentId, campaignId: CampaignId, { from, to }: ReportPeriod): ReportSums {
    const theirs = and(
      eq(reportCalls.campaignId, campaignId),
      eq(reportCalls.agentId, agentId),
      between(reportCalls.day, from, to),
    );
    const facts = query.select().from(reportCalls).where(theirs).all().map(factsIn);
    return {
      of: (table) =>
        sumsOf(
          facts.flatMap((its) =>
            its.parts.flatMap(([of, part]) => (of === table ? [[part, tallyIn(table, its)] as const] : [])),
          ),
        ),
      days: () => sumsOf(facts.map(({ day, tally }) => [day, tally] as const)),
    };
  }

  function dueNow(limit: number): CallId[] {
    const rows = query.select().from(reportDue).limit(limit).all();
    return rows.map(({ callId }) => callId);
  }

  /** Makes the next calls due that were counted in another zone. A call that began since is due when it ends. */
  function makeDue(limit: number): void {
    const dueUpTo = query.select().from(reportZone).get()?.dueUpTo ?? null;
    if (dueUpTo === null) return;
    const next = query
      .select({ callId: reportCalls.callId })
      .from(reportCalls)
      .where(isAfter(dueUpTo))
      .orderBy(asc(reportCalls.callId))
      .limit(limit)
      .all();
    if (next.length > 0) query.insert(reportDue).values(next).onConflictDoNothing().run();
    const last = next.length < limit ? null : (next.at(-1)?.callId ?? null);
    query.update(reportZone).set({ dueUpTo: last }).run();
  }

  return {
    due(limit) {
      const due = dueNow(limit);
      if (due.length === limit) return due;
      makeDue(limit - due.length);
      return dueNow(limit);
    },
    howManyDue() {
      const due = query.select({ calls: count() }).from(reportDue).get()?.calls ?? 0;
      const dueUpTo = query.select().from(reportZone).get()?.dueUpTo ?? null;
      if (dueUpTo === null) return due;
      const later = query.select({ calls: count() }).from(reportCalls).where(isAfter(dueUpTo)).get();
      return due + (later?.calls ?? 0);
    },
    counted(callIds) {
      const rows = query
        .select()
        .from(reportCalls)
        .where(inArray(reportCalls.callId, [...callIds]))
        .all();
      return new Map(rows.map((row) => [row.callId, factsIn(row)]));
    },
    recount(facts, changes) {
      const ids = [...facts.keys()];
      query.delete(reportDue).where(inArray(reportDue.callId, ids)).run();
      query.delete(reportCalls).where(inArray(reportCalls.callId, ids)).run();
      for (const [callId, its] of facts) {
        if (its === null) continue;
        const { day, agentId, campaignId, tally, parts } = its;
        const stored = { tally: valuesOf(tally), parts };
        query.insert(reportCalls).values({ callId, day, agentId, campaignId, facts: stored }).run();
      }
      for (const { tally, ...of } of changes) add.run({ ...of, ...tally });
    },
    countIn(zone) {
      const known = query.select().from(reportZone).get()?.zone;
      if (known === zone) return;
      query
        .insert(reportZone)
        .values({ id: 1, zone })
        .onConflictDoUpdate({ target: reportZone.id, set: { zone, dueUpTo: beforeAll } })
        .run();
    },
    sums(cut, period) {
      const { agentId, campaignId } = cut;
      if (agentId !== null && campaignId !== null) return addedUp(agentId, campaignId, period);
      return {
        of: (table) => summed(sliceOf(table, cut), period, sql`${part}`),
        days: () => summed(sliceOf('days', cut), period, sql`${day}`),
      };
    },
  };
}

/** Ids are in the order in which they were given, all after this. */
const beforeAll = '';

function isAfter(callId: string): SQL {
  return sql`${reportCalls.callId} > ${callId}`;
}

function sumsOf(tallies: readonly (readonly [string, Tally])[]): Sums {
  const sums = new Map<string, Tally>();
  for (const [part, tally] of tallies) sums.set(part, plus(sums.get(part) ?? nothing, tally));
  return sums;
}

const increased = Object.fromEntries(
  tallyFields.map((field) => [
    field,
    sql`${reportCells[field]} + ${sql.raw(`excluded.${snakeCase(field)}`)}`,
  ]),
);

function factsIn(row: typeof reportCalls.$inferSelect): CallFacts {
  const { tally, parts } = factsSchema.parse(row.facts);
  const agentId = row.agentId === null ? null : agentIdSchema.parse(row.agentId);
  const campaignId = row.campaignId === null ? null : campaignIdSchema.parse(row.campaignId);
  return { day: row.day, agentId, campaignId, tally: tallyFrom(tally), parts };
}

/** The name of its column: as drizzle writes it, which it does not for the values of a conflict. */
function snakeCase(field: string): string {
  return field.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
