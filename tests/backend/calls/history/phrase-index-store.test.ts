import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { count, sql } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createPhraseIndexStore } from '../../../../backend/calls/history/phrase-index-store.ts';
import { startPhraseIndexing } from '../../../../backend/calls/history/phrase-indexing.ts';
import { createPhraseSearchStore } from '../../../../backend/calls/history/phrase-search-store.ts';
import { type Database, openDatabase } from '../../../../backend/db/database.ts';
import { turnSearchDue, turns } from '../../../../backend/db/schema/calls.ts';
import { pairQuery, searchable } from '../../../../backend/kernel/overlapping-pairs.ts';
import { silentLog } from '../../../support/api.ts';
import { eventually } from '../../../support/patience.ts';
import { insertRandomHistory } from '../../../support/random-history.ts';

let folder: string;
let path: string;
let database: Database;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'phrases-'));
  path = join(folder, 'toritsugi.db');
  database = openDatabase(path);
  insertRandomHistory(database, 1, 30);
});

afterEach(() => {
  database[Symbol.dispose]();
  rmSync(folder, { recursive: true });
});

function due(): number {
  return database.query.select({ turns: count() }).from(turnSearchDue).get()?.turns ?? 0;
}

function said(): number {
  return database.query.select({ turns: count() }).from(turns).get()?.turns ?? 0;
}

/** As the index has it by itself, without a search that brings it up to date first. */
function indexedTurns(words: string): number {
  const query = pairQuery(searchable(words));
  return database.query.all(sql`select rowid from turn_search where turn_search match ${query}`).length;
}

function turnsSaying(words: string): number {
  return database.query
    .select()
    .from(turns)
    .all()
    .filter(({ text }) => text.includes(words)).length;
}

describe('createPhraseIndexStore', () => {
  it('leaves the index alone when something is said, and takes it in later, some at a time', () => {
    const whenSaid = [due(), indexedTurns('ございます')];

    const taken = createPhraseIndexStore(database).step(10);

    expect(whenSaid).toEqual([said(), 0]);
    expect(taken).toBe(10);
    expect(due()).toBe(said() - 10);
  });

  it('is brought up to date by who searches', () => {
    createPhraseSearchStore(database).openCallsSaying('ございます');

    expect(due()).toBe(0);
    expect(turnsSaying('ございます')).toBeGreaterThan(0);
    expect(indexedTurns('ございます')).toBe(turnsSaying('ございます'));
  });

  it('takes in by itself what a process left that died before it could', async () => {
    database[Symbol.dispose]();
    database = openDatabase(path);
    const left = due();

    await using _indexing = startPhraseIndexing(createPhraseIndexStore(database), silentLog);

    expect(left).toBe(said());
    await eventually(() => expect(due()).toBe(0));
    expect(indexedTurns('ございます')).toBe(turnsSaying('ございます'));
  });

  it('knows at once no more what was corrected or removed, taken in or not', () => {
    const index = createPhraseIndexStore(database);
    while (index.step(100) > 0);

    const all = said();

    database.query.update(turns).set({ text: '承知しました。' }).run();
    const corrected = [indexedTurns('ございます'), due()];
    while (index.step(100) > 0);
    const anew = indexedTurns('承知しました');
    database.query.update(turns).set({ text: 'かしこまりました。' }).run();
    database.query.delete(turns).run();

    expect(corrected).toEqual([0, all]);
    expect(anew).toBe(all);
    expect([indexedTurns('承知しました'), due()]).toEqual([0, 0]);
  });
});
