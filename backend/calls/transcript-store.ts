import { and, asc, desc, eq, max, sql } from 'drizzle-orm';
import type { CallId } from '../contract/ids.ts';
import type { Database } from '../db/database.ts';
import { turns } from '../db/schema/calls.ts';
import { createPhraseSearchStore } from './history/phrase-search-store.ts';

export type TurnRow = typeof turns.$inferSelect;

export interface TranscriptStore {
  /** Stores the turn under the next number of its call. */
  append(turn: Omit<TurnRow, 'number'>): TurnRow;
  /** The same turn, understood better. */
  replace(turn: TurnRow): TurnRow;
  /** In the order in which it was said: what the carrier tells late is stored, and numbered, after what came in time. */
  ofCall(callId: CallId): readonly TurnRow[];
  /** The last `limit` of them, oldest first. */
  lastOfCall(callId: CallId, limit: number): readonly TurnRow[];
  /** The calls that are not over in which anybody said the words, however they are written. */
  openCallsSaying(words: string): readonly CallId[];
}

export function createTranscriptStore(database: Database): TranscriptStore {
  const { query } = database;
  const phrases = createPhraseSearchStore(database);
  const highest = query
    .select({ number: max(turns.number) })
    .from(turns)
    .where(eq(turns.callId, sql.placeholder('callId')))
    .prepare();
  const insert = query
    .insert(turns)
    .values({
      callId: sql.placeholder('callId'),
      number: sql.placeholder('number'),
      speaker: sql.placeholder('speaker'),
      agentId: sql.placeholder('agentId'),
      text: sql.placeholder('text'),
      confidence: sql.placeholder('confidence'),
      intent: sql.placeholder('intent'),
      stage: sql.placeholder('stage'),
      at: sql.placeholder('at'),
    })
    .prepare();
  const newest = query
    .select()
    .from(turns)
    .where(eq(turns.callId, sql.placeholder('callId')))
    .orderBy(desc(turns.at), desc(turns.number))
    .limit(sql.placeholder('limit'))
    .prepare();

  return {
    append(turn) {
      const number = (highest.get({ callId: turn.callId })?.number ?? 0) + 1;
      const row: TurnRow = { ...turn, number };
      insert.run(row);
      return row;
    },
    replace(turn) {
      const same = and(eq(turns.callId, turn.callId), eq(turns.number, turn.number));
      query.update(turns).set(turn).where(same).run();
      return turn;
    },
    ofCall: (callId) =>
      query
        .select()
        .from(turns)
        .where(eq(turns.callId, callId))
        .orderBy(asc(turns.at), asc(turns.number))
        .all(),
    lastOfCall: (callId, limit) => newest.all({ callId, limit }).reverse(),
    openCallsSaying: phrases.openCallsSaying,
  };
}
