import { mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { importCountsSchema } from '../../../backend/contract/customer-imports.ts';
import { importIdSchema } from '../../../backend/contract/ids.ts';
import { createImportFiles } from '../../../backend/customers/import/import-files.ts';
import { createImportJobs } from '../../../backend/customers/import/import-jobs.ts';
import { pruneImportFiles } from '../../../backend/customers/import/import-pruning.ts';
import { createImportStore, type StoredImport } from '../../../backend/customers/import/import-store.ts';
import { type Database, openDatabase } from '../../../backend/db/database.ts';
import { silentLog } from '../../support/api.ts';
import { fixedClock } from '../../support/fixed-clock.ts';

const idOf = (number: number) => importIdSchema.parse(`import_${String(number).padStart(20, '0')}`);

describe('a job', () => {
  it('that throws says so, and lets the next one have its turn', async () => {
    const happened: string[] = [];
    const jobs = createImportJobs(silentLog);

    jobs.add(idOf(1), {
      work: () => Promise.reject(new Error('broken')),
      failed: () => happened.push('failed'),
    });
    jobs.add(idOf(2), {
      work: async () => void happened.push('worked'),
      failed: () => happened.push('failed, too'),
    });
    await jobs.idle();

    expect(happened).toEqual(['failed', 'worked']);
  });
});

describe('pruning the files of imports', () => {
  const clock = fixedClock();
  const weekAgo = new Date(clock.now().getTime() - 8 * 24 * 3_600_000);
  let database: Database;
  let folder: string;

  beforeEach(() => {
    database = openDatabase(':memory:');
    folder = mkdtempSync(join(tmpdir(), 'toritsugi-imports-'));
  });

  afterEach(() => {
    database[Symbol.dispose]();
    rmSync(folder, { recursive: true });
  });

  function kept(number: number, at: Date): void {
    const file = join(folder, `${idOf(number)}.csv`);
    writeFileSync(file, '会社名,電話番号\n');
    utimesSync(file, at, at);
  }

  it('forgets those that nobody has finished in a week, and those that nobody knows', async () => {
    const imports = createImportStore(database);
    const files = createImportFiles(folder);
    const none = Object.fromEntries(importCountsSchema.keyof().options.map((count) => [count, 0]));
    const add = (number: number, state: StoredImport['state'], createdAt: Date): void => {
      kept(number, createdAt);
      imports.insert({
        id: idOf(number),
        agentId: null,
        fileName: 'list.csv',
        bytes: 20,
        state,
        analysis: null,
        settings: null,
        counts: importCountsSchema.parse(none),
        failure: null,
        createdAt,
        finishedAt: null,
      });
    };
    add(1, 'checked', weekAgo);
    add(2, 'stopped', weekAgo);
    add(3, 'checked', clock.now());
    kept(4, weekAgo);
    kept(5, clock.now());

    await pruneImportFiles({ imports, files, clock, log: silentLog });

    const left = (await files.kept()).map(({ importId }) => importId);
    expect(left.toSorted()).toEqual([idOf(3), idOf(5)]);
    const gone = { failure: { code: 'file-gone', line: null } };
    expect(imports.find(idOf(1))).toMatchObject({ state: 'unreadable', ...gone });
    expect(imports.find(idOf(2))).toMatchObject({ state: 'stopped', ...gone });
  });
});
