import { sql } from 'drizzle-orm';
import type { Database } from '../../db/database.ts';
import { callSearchRows, turnSearchDue, turns } from '../../db/schema/calls.ts';

/** A turn's number in the index is its call's number times this and its own. */
export const turnsACall = 65_536;

/** The index of phrases, which follows the turns: docs/decisions/0037-phrases-and-sums.md */
export interface PhraseIndex {
  /** Takes in at most `limit` of the turns that are due; returns how many there were. */
  step(limit: number): number;
}

export function createPhraseIndexStore(database: Database): PhraseIndex {
  const { query } = database;
  const lastDue = query
    .select({ turn: sql<number | null>`max(turn)`, count: sql<number>`count(*)` })
    .from(
      query
        .select({ turn: turnSearchDue.turn })
        .from(turnSearchDue)
        .orderBy(turnSearchDue.turn)
        .limit(sql.placeholder('limit'))
        .as('due'),
    )
    .prepare();

  return {
    step(limit) {
      // Outside of a transaction, so that nobody waits for the disk where nothing is due.
      const { turn: last = null, count = 0 } = lastDue.get({ limit }) ?? {};
      if (last === null) return 0;
      database.transaction(() => {
        query.run(takeIn(last));
        query.delete(turnSearchDue).where(sql`${turnSearchDue.turn} <= ${last}`).run();
      });
      return count;
    },
  };
}

/** With those before it, of which the transaction that it is in may have added some. */
function takeIn(last: number) {
  const { turn } = turnSearchDue;
  const { number, callId } = callSearchRows;
  const ofCall = sql`${number} = ${turn} / ${sql.raw(String(turnsACall))}`;
  const itself = sql`${turns.number} = ${turn} % ${sql.raw(String(turnsACall))}`;
  return sql`
    insert into turn_search (rowid, words)
    select ${turn}, search_pairs(${turns.text})
    from ${turnSearchDue}
    cross join ${callSearchRows} on ${ofCall}
    cross join ${turns} on ${turns.callId} = ${callId} and ${itself}
    where ${turn} <= ${last}
    order by ${turn}`;
}
