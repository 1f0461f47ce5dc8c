import { and, eq, gte, isNull, lt, type SQL, sql } from 'drizzle-orm';
import type { HistoryFilter } from '../../contract/calls.ts';
import type { CallId } from '../../contract/ids.ts';
import type { Database } from '../../db/database.ts';
import { callSearchRows, calls } from '../../db/schema/calls.ts';
import { pairQuery, searchable } from '../../kernel/overlapping-pairs.ts';
import { createPhraseIndexStore, turnsACall } from './phrase-index-store.ts';

/** The calls in which something was said, the newest first. They are numbered as they begin: docs/decisions/0037-phrases-and-sums.md */
export interface PhraseSearch {
  /** Up to `limit`, of those numbered below `below`. `condition`: of `calls`; none: all of them. */
  callsSaying(request: PhraseRequest): readonly NumberedCall[];
  numberOf(callId: CallId): number | null;
  /** How many calls there are in the period, and the lowest of their numbers. */
  numbersIn(period: Pick<HistoryFilter, 'from' | 'to'>): { readonly first: number; readonly end: number };
  /** Whether the phrase was said in a call of `calls`, for where few calls are looked at, and at once. */
  isSaidIn(phrase: string): SQL;
  /** The calls in progress in which it was said. The index is asked once, however many calls there are and say it. */
  openCallsSaying(phrase: string): readonly CallId[];
}

export interface NumberedCall {
  readonly id: CallId;
  readonly number: number;
}

interface PhraseRequest {
  readonly phrase: string;
  readonly condition: SQL | undefined;
  readonly from: number;
  readonly below: number;
  readonly limit: number;
}

/** A search waits for so many turns that are not in the index yet: more than are said in a second, and quickly taken in. */
const dueAtMost = 1_000;

export function createPhraseSearchStore(database: Database): PhraseSearch {
  const { query } = database;
  const index = createPhraseIndexStore(database);
  const bringUpToDate = (): number => index.step(dueAtMost);

  function chunk({ phrase, condition, from, below, limit }: PhraseRequest): readonly NumberedCall[] {
    const { number, callId } = callSearchRows;
    const joined =
      condition === undefined ? sql`` : sql`cross join ${calls} on ${eq(calls.id, callId)} and ${condition}`;
    // In this order, so that the newest are found without looking at all.
    return query.all<NumberedCall>(sql`
      select ${number} as number, ${callId} as id
      from turn_search
      cross join ${callSearchRows} on ${number} = turn_search.rowid / ${sql.raw(String(turnsACall))}
      ${joined}
      where turn_search match ${phraseQuery(phrase)}
      and turn_search.rowid >= ${from * turnsACall} and turn_search.rowid < ${below * turnsACall}
      order by turn_search.rowid desc
      limit ${limit}`);
  }

  function firstSince(at: string): number | null {
    const row = query
      .select({ number: callSearchRows.number })
      .from(calls)
      .innerJoin(callSearchRows, eq(callSearchRows.callId, calls.id))
      .where(gte(calls.startedAt, new Date(at)))
      .orderBy(calls.startedAt, calls.id)
      .limit(1)
      .get();
    return row?.number ?? null;
  }

  function end(): number {
    const row = query
      .select({ last: sql<number | null>`max(${callSearchRows.number})` })
      .from(callSearchRows)
      .get();
    return (row?.last ?? 0) + 1;
  }

  return {
    callsSaying(request) {
      bringUpToDate();
      const found: NumberedCall[] = [];
      let { below } = request;
      while (found.length < request.limit) {
        const limit = 2 * request.limit;
        const some = chunk({ ...request, below, limit });
        found.push(...some.filter(({ number }, at) => number !== some[at - 1]?.number));
        const last = some.at(-1);
        if (last === undefined || some.length < limit) break;
        below = last.number;
      }
      return found.slice(0, request.limit);
    },
    numberOf: (callId) =>
      query.select().from(callSearchRows).where(eq(callSearchRows.callId, callId)).get()?.number ?? null,
    numbersIn: ({ from, to }) => ({
      first: from === undefined ? 1 : (firstSince(from) ?? end()),
      end: (to === undefined ? null : firstSince(to)) ?? end(),
    }),
    isSaidIn(phrase) {
      bringUpToDate();
      return saidIn(phrase);
    },
    openCallsSaying(phrase) {
      bringUpToDate();
      return openCallsSaying(query, phrase);
    },
  };
}

function saidIn(phrase: string): SQL {
  const { number, callId } = callSearchRows;
  const ofCall = and(
    gte(sql`turn_search.rowid`, sql`${number} * ${turnsACall}`),
    lt(sql`turn_search.rowid`, sql`(${number} + 1) * ${turnsACall}`),
  );
  return sql`exists (
    select 1 from ${callSearchRows} cross join turn_search
    where ${eq(callId, calls.id)} and turn_search match ${phraseQuery(phrase)} and ${ofCall})`;
}

function openCallsSaying(query: Database['query'], phrase: string): readonly CallId[] {
  const { number, callId } = callSearchRows;
  const open = and(eq(calls.id, callId), isNull(calls.endedAt));
  const found = query.all<{ readonly id: CallId }>(sql`
    select ${callId} as id
    from (
      select distinct rowid / ${sql.raw(String(turnsACall))} as said
      from turn_search
      where turn_search match ${phraseQuery(phrase)}
      and rowid >= (select min(${number}) from ${callSearchRows} join ${calls} on ${open}) * ${sql.raw(String(turnsACall))}
    )
    join ${callSearchRows} on ${number} = said
    join ${calls} on ${open}`);
  return found.map(({ id }) => id);
}

function phraseQuery(phrase: string): string {
  return pairQuery(searchable(phrase));
}
