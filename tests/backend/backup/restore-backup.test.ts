import { copyFileSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { makeBackup } from '../../../backend/backup/make-backup.ts';
import { type Restored, restoreBackup } from '../../../backend/backup/restore-backup.ts';
import { callIdSchema } from '../../../backend/contract/ids.ts';
import { openDataFolder } from '../../../backend/db/data-folder.ts';
import { type Database, openDatabase } from '../../../backend/db/database.ts';
import { campaigns } from '../../../backend/db/schema/campaigns.ts';
import { carrierCommands } from '../../../backend/db/schema/journal.ts';
import { reportZone } from '../../../backend/db/schema/reports.ts';
import { insertCampaign } from '../campaigns/campaign-fixture.ts';

const now = new Date('2026-11-23T04:30:00Z');

let folder: string;
let file: string;
let backup: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'toritsugi-restore-'));
  file = join(folder, 'toritsugi.sqlite');
  using database = openDataFolder(folder);
  note(database, 'Asia/Tokyo');
  leaveUnderWay(database);
  backup = makeBackup({ dataFolder: folder, backupFolder: folder, kept: 9, takenAt: now }).path;
  note(database, 'Europe/Paris');
});

afterEach(() => rmSync(folder, { recursive: true }));

function note({ query }: Database, zone: string): void {
  query
    .insert(reportZone)
    .values({ id: 7, zone })
    .onConflictDoUpdate({ target: reportZone.id, set: { zone } })
    .run();
}

function noteIn(path: string): string | undefined {
  using database = openDatabase(path);
  return database.query
    .select()
    .from(reportZone)
    .all()
    .find(({ id }) => id === 7)?.zone;
}

function leaveUnderWay(database: Database): void {
  const row = {
    callId: callIdSchema.parse(`call_${'1'.repeat(20)}`),
    command: {},
    notBefore: now,
    createdAt: now,
  };
  const states = ['waiting', 'sent', 'done'] as const;
  database.query
    .insert(carrierCommands)
    .values(states.map((state) => ({ ...row, state })))
    .run();
  for (const state of ['running', 'draft'] as const) insertCampaign(database, { columns: { state } });
}

function restore(from = backup): Restored {
  return restoreBackup({ backup: from, dataFolder: folder, now });
}

describe('a restored backup', () => {
  it('is the database from then on, and what was there before is kept beside it', () => {
    const { replaced } = restore();

    expect(noteIn(file)).toBe('Asia/Tokyo');
    expect(replaced).toBe(join(folder, 'replaced-toritsugi-20261123T043000Z.sqlite'));
    expect(noteIn(replaced ?? '')).toBe('Europe/Paris');
  });

  it('is all there is where there was no database', () => {
    copyFileSync(backup, `${folder}.backup`);
    rmSync(file);

    const { replaced } = restore(`${folder}.backup`);
    rmSync(`${folder}.backup`);

    expect(replaced).toBeNull();
    expect(noteIn(file)).toBe('Asia/Tokyo');
  });

  it('takes the place of a database that cannot be read any more', () => {
    writeFileSync(file, 'not a database at all, whatever it was before'.repeat(100));

    restore();

    expect(noteIn(file)).toBe('Asia/Tokyo');
  });

  it('does not do again what was under way when it was taken', () => {
    const { commands, campaigns: paused } = restore();

    using database = openDatabase(file);
    expect({ commands, paused }).toEqual({ commands: 2, paused: 1 });
    expect(
      database.query
        .select()
        .from(carrierCommands)
        .all()
        .map(({ state }) => state),
    ).toEqual(['refused', 'refused', 'done']);
    expect(database.query.select().from(campaigns).all()).toMatchObject([
      { state: 'paused', pausedFor: { type: 'restored', at: now.toISOString() } },
      { state: 'draft', pausedFor: null },
    ]);
  });

  it('is left alone itself', () => {
    const before = readFileSync(backup);

    restore();

    expect(readFileSync(backup).equals(before)).toBe(true);
  });
});

describe('nothing is changed', () => {
  function refused(from?: string): string {
    const before = readFileSync(file);
    try {
      restore(from);
    } catch (error) {
      expect(readFileSync(file).equals(before)).toBe(true);
      expect(existsSync(`${file}.unfinished`)).toBe(false);
      return error instanceof Error ? error.message : '';
    }
    throw new Error('it was restored');
  }

  it('while a server has the database open', () => {
    using _database = openDataFolder(folder);

    expect(refused()).toBe('The server is running on DATA_DIR: stop it, and restore then.');
  });

  it('for a file that is not there', () => {
    expect(refused(join(folder, 'gone'))).toBe(`There is no file ${join(folder, 'gone')}.`);
  });

  it('for a file that is no database', () => {
    writeFileSync(join(folder, 'letter'), 'Dear Sir or Madam, '.repeat(100));

    expect(refused(join(folder, 'letter'))).toMatch(/is not a backup of ours/);
  });

  it('for a backup whose bytes were damaged', () => {
    const bytes = readFileSync(backup);
    writeFileSync(backup, bytes.fill(0x55, 8_192, 40_960));

    expect(refused()).toMatch(/is damaged/);
  });

  it('for a backup of a later version', () => {
    using later = openDatabase(backup);
    later.query.run(
      "INSERT INTO __drizzle_migrations (hash, created_at) VALUES ('of tomorrow', 9000000000000)",
    );
    later[Symbol.dispose]();

    expect(refused()).toMatch(/is of a later version/);
  });
});
