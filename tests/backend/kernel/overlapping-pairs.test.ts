import { sql } from 'drizzle-orm';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Database, openDatabase } from '../../../backend/db/database.ts';
import { overlappingPairs, pairQuery, searchable } from '../../../backend/kernel/overlapping-pairs.ts';

describe('overlapping pairs in a full text index', () => {
  let database: Database;

  beforeAll(() => {
    database = openDatabase(':memory:');
    database.query.run(sql`create virtual table texts using fts5(pairs, tokenize = 'ascii')`);
  });

  afterAll(() => database[Symbol.dispose]());

  it('find exactly the texts that contain a part', () => {
    const letters = fc.constantFrom(...'山田商事ヤマ株式会社あいu8-%"*');
    const written = fc.string({ unit: letters, minLength: 1, maxLength: 8 }).map(searchable);

    fc.assert(
      fc.property(written, written, (text, part) => {
        database.query.run(sql`delete from texts`);
        database.query.run(sql`insert into texts values (${overlappingPairs(text)})`);

        const found = database.query.all(sql`select 1 from texts where texts match ${pairQuery(part)}`);

        expect(found.length > 0).toBe(text.includes(part));
      }),
    );
  });
});

describe('searchable', () => {
  it.each([
    ['ﾔﾏﾀﾞ', 'ヤマダ'],
    ['やまだ', 'ヤマダ'],
    ['ＡＢＣ', 'abc'],
    ['山田　太郎', '山田太郎'],
    ['㈱', '(株)'],
  ])('writes %s as %s', (text, same) => {
    expect(searchable(text)).toBe(same);
  });
});
