import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { backupsIn } from '../../../backend/backup/backup-files.ts';
import { type MadeBackup, makeBackup } from '../../../backend/backup/make-backup.ts';
import { openDataFolder } from '../../../backend/db/data-folder.ts';
import { type Database, openDatabase } from '../../../backend/db/database.ts';
import { reportZone } from '../../../backend/db/schema/reports.ts';

let folder: string;
let dataFolder: string;
let backupFolder: string;
let database: Database;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'toritsugi-backup-'));
  dataFolder = join(folder, 'data');
  backupFolder = join(folder, 'deep', 'backups');
  database = openDataFolder(dataFolder);
});

afterEach(() => {
  database[Symbol.dispose]();
  rmSync(folder, { recursive: true });
});

function backUp(second: number, kept = 3): MadeBackup {
  const takenAt = new Date(Date.UTC(2026, 10, 23, 4, 30, second));
  return makeBackup({ dataFolder, backupFolder, kept, takenAt });
}

describe('a backup', () => {
  it('has all that was committed, also what still stands in the log of a database in use', () => {
    database.query.insert(reportZone).values({ id: 7, zone: 'Asia/Tokyo' }).run();

    const { path } = backUp(0);

    using copy = openDatabase(path);
    expect(copy.query.select().from(reportZone).all()).toContainEqual(
      expect.objectContaining({ id: 7, zone: 'Asia/Tokyo' }),
    );
  });

  it('has nothing of a transaction that is still open', () => {
    database.transaction(() => {
      database.query.insert(reportZone).values({ id: 7, zone: 'Asia/Tokyo' }).run();
      backUp(0);
    });

    using copy = openDatabase(backupsIn(backupFolder)[0]?.path ?? '');
    expect(copy.query.select().from(reportZone).all()).not.toContainEqual(expect.objectContaining({ id: 7 }));
  });

  it('is named after the moment it was taken at, and read by nobody else', () => {
    const { path, bytes } = backUp(5);

    expect(path).toBe(join(backupFolder, 'toritsugi-20261123T043005Z.sqlite'));
    expect(bytes).toBeGreaterThan(100_000);
    expect(backupsIn(backupFolder)).toEqual([{ path, takenAt: new Date('2026-11-23T04:30:05Z') }]);
  });

  it('takes the place of the oldest once there are as many as are kept', () => {
    for (const second of [1, 2, 3]) backUp(second);

    const { removed } = backUp(4);

    expect(removed).toBe(1);
    expect(backupsIn(backupFolder).map(({ takenAt }) => takenAt.getUTCSeconds())).toEqual([4, 3, 2]);
  });

  it('leaves alone what is not one', () => {
    backUp(1, 1);
    writeFileSync(join(backupFolder, 'toritsugi-notes.sqlite'), 'mine');

    backUp(2, 1);

    expect(readdirSync(backupFolder).toSorted()).toEqual([
      'toritsugi-20261123T043002Z.sqlite',
      'toritsugi-notes.sqlite',
    ]);
  });

  it('is not kept of a database that is damaged, and costs none of the others', () => {
    backUp(1, 1);
    database.query.run('PRAGMA foreign_keys = OFF');
    database.query.run(
      "INSERT INTO turns (call_id, number, speaker, text, at) VALUES ('call_gone', 1, 'ai', 'x', 0)",
    );

    expect(() => backUp(2, 1)).toThrow(/not sound.*turns refers to rows that are missing/);
    expect(readdirSync(backupFolder)).toEqual(['toritsugi-20261123T043001Z.sqlite']);
  });

  it('takes away what one left that was cut off, and not what is just being written', () => {
    backUp(1);
    writeFileSync(join(backupFolder, 'toritsugi-20261122T223000Z.sqlite.unfinished'), 'half');
    writeFileSync(
      join(backupFolder, 'toritsugi-20261123T043000Z.sqlite.unfinished'),
      'another process is at it',
    );

    backUp(2);

    expect(readdirSync(backupFolder).toSorted()).toEqual([
      'toritsugi-20261123T043000Z.sqlite.unfinished',
      'toritsugi-20261123T043001Z.sqlite',
      'toritsugi-20261123T043002Z.sqlite',
    ]);
  });
});
