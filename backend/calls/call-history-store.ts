import { and, desc, eq, isNull, lt, lte, or, type SQL, type SQLWrapper, sql } from 'drizzle-orm';
import type { Scope } from '../auth/visibility.ts';
import type { HistoryFilter } from '../contract/calls.ts';
import type { CallId } from '../contract/ids.ts';
import type { Database } from '../db/database.ts';
import { callAgents, calls } from '../db/schema/calls.ts';
import type { CallRow } from './call-store.ts';
import { filterCondition, isOfAgent, scopeCondition } from './history/history-conditions-store.ts';
import { createPhraseSearchStore } from './history/phrase-search-store.ts';
import type { HistoryPosition } from './history-cursor.ts';
import type { InvolvementStore } from './involvement-store.ts';

/** Which calls: those that the filter names, of those that somebody may see. */
export interface HistorySelection {
  readonly scope: Scope;
  readonly filter: HistoryFilter;
}

/** The calls that somebody may see, newest first. */
export interface CallHistoryStore {
  page(
    selection: HistorySelection & { readonly before: HistoryPosition | null; readonly limit: number },
  ): readonly CallRow[];
  /** How many there are: counted up to `countedAtMost`, more are estimated by how densely they lie among all calls. */
  count(selection: HistorySelection): { readonly total: number; readonly totalIs: 'exact' | 'about' };
}

/** Calls. Counting costs time for each of them, and nobody reads the last digits of more. */
export const countedAtMost = 1_000;

export function createCallHistoryStore(
  database: Database,
  involvement: Pick<InvolvementStore, 'involves' | 'offeredTo'>,
): CallHistoryStore {
  const { query } = database;
  const phrases = createPhraseSearchStore(database);

  /** Each way in which a call may come into the selection; every one of them is in the order of the history, so that none is read further than needed. */
  function waysInto({ scope, filter }: HistorySelection): readonly Way[] {
    const { agentId, phrase } = filter;
    const seen = scopeCondition(scope, involvement.involves);
    const wanted = and(filterCondition(filter), phrase === undefined ? undefined : phrases.isSaidIn(phrase));
    if (filter.customerId !== undefined) {
      const ofAgent = agentId === undefined ? undefined : isOfAgent(agentId);
      return [ofCalls(and(wanted, ofAgent, seen))];
    }
    if (agentId !== undefined) return [ofCallsOf(agentId, and(wanted, seen))];
    if (scope === 'all') return [ofCalls(wanted)];
    const offered = sql`${calls.id} in (${involvement.offeredTo(scope.agentId)})`;
    return [
      ofCallsOf(scope.agentId, wanted),
      ofCalls(and(isNull(calls.ownerId), wanted)),
      ofCalls(and(offered, wanted)),
    ];
  }

  function newestIds(selection: HistorySelection, before: HistoryPosition | null, limit: number): SQL {
    const each = waysInto(selection).map(
      ({ from, startedAt, id, condition }) => sql`
        select id from (
          select ${id} as id from ${from}
          where ${and(condition, before === null ? undefined : startedBefore({ startedAt, id }, before)) ?? sql`true`}
          order by ${desc(startedAt)}, ${desc(id)} limit ${limit})`,
    );
    return sql.join(each, sql` union `);
  }

  function saying(phrase: string, { scope, filter }: HistorySelection, below: number | null, limit: number) {
    const { first, end } = phrases.numbersIn(filter);
    const { agentId } = filter;
    const condition = and(
      filterCondition(filter),
      agentId === undefined ? undefined : isOfAgent(agentId),
      scopeCondition(scope, involvement.involves),
    );
    return phrases.callsSaying({ phrase, condition, from: first, below: Math.min(end, below ?? end), limit });
  }

  function newest(
    selection: HistorySelection,
    before: HistoryPosition | null,
    limit: number,
  ): readonly CallId[] {
    const { phrase, customerId } = selection.filter;
    if (phrase !== undefined && customerId === undefined) {
      const below = before === null ? null : (phrases.numberOf(before.callId) ?? 0);
      return saying(phrase, selection, below, limit).map(({ id }) => id);
    }
    const ids = newestIds(selection, before, limit);
    return query
      .all<{ id: CallId }>(
        sql`select ${calls.id} as id from ${calls} where ${calls.id} in (${ids}) order by ${calls.startedAt} desc, ${calls.id} desc limit ${limit}`,
      )
      .map(({ id }) => id);
  }

  return {
    page({ before, limit, ...selection }) {
      const byId = query
        .select()
        .from(calls)
        .where(eq(calls.id, sql.placeholder('id')))
        .prepare();
      return newest(selection, before, limit).flatMap((id) => byId.get({ id }) ?? []);
    },
    count(selection) {
      const counted = newest(selection, null, countedAtMost + 1);
      const last = counted.at(-1);
      if (counted.length <= countedAtMost || last === undefined)
        return { total: counted.length, totalIs: 'exact' };
      const { first, end } = phrases.numbersIn(selection.filter);
      const passed = end - (phrases.numberOf(last) ?? first);
      return {
        total: Math.round((counted.length * (end - first)) / Math.max(passed, counted.length)),
        totalIs: 'about',
      };
    },
  };
}

interface Way {
  readonly from: SQL;
  readonly startedAt: SQLWrapper;
  readonly id: SQLWrapper;
  readonly condition: SQL | undefined;
}

function ofCalls(condition: SQL | undefined): Way {
  return { from: sql`${calls}`, startedAt: calls.startedAt, id: calls.id, condition };
}

function ofCallsOf(agentId: CallRow['ownerId'] & string, condition: SQL | undefined): Way {
  return {
    from: sql`${callAgents} cross join ${calls} on ${eq(calls.id, callAgents.callId)}`,
    startedAt: callAgents.startedAt,
    id: callAgents.callId,
    condition: and(eq(callAgents.agentId, agentId), condition),
  };
}

function startedBefore(
  { startedAt, id }: Pick<Way, 'startedAt' | 'id'>,
  place: HistoryPosition,
): SQL | undefined {
  const at = place.startedAt;
  return and(lte(startedAt, at), or(lt(startedAt, at), and(eq(startedAt, at), lt(id, place.callId))));
}
