import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import Sqlite from 'better-sqlite3';
import { z } from 'zod';

/**
 * Writes the database at `source` as it stands at one moment into a new file at `target`; whoever writes to it meanwhile is not kept
 * waiting. Takes as long as reading the whole of it. https://www.sqlite.org/lang_vacuum.html#vacuuminto
 */
export function copyDatabase(source: string, target: string): void {
  using sqlite = openToRead(source);
  sqlite.handle.prepare('VACUUM INTO ?').run(target);
}

/** `sound`: can be used · `damaged`: `problem` is SQLite's word for it · `foreign`: not ours · `newer`: of a later version than this one. */
export type DatabaseCondition =
  | { readonly type: 'sound' }
  | { readonly type: 'damaged'; readonly problem: string }
  | { readonly type: 'foreign' }
  | { readonly type: 'newer' };

/** Reads the file from its beginning to its end, and changes nothing. Throws where there is none. */
export function conditionOf(path: string): DatabaseCondition {
  using sqlite = openToRead(path);
  const { handle } = sqlite;
  try {
    const version = versionOf(handle);
    if (version === null) return { type: 'foreign' };
    if (version > newestVersion()) return { type: 'newer' };
    const [problem] = z
      .array(z.object({ integrity_check: z.string() }))
      .parse(handle.pragma('integrity_check'));
    if (problem?.integrity_check !== 'ok') return damaged(problem?.integrity_check ?? 'not to be read');
    const [orphan] = z.array(z.object({ table: z.string() })).parse(handle.pragma('foreign_key_check'));
    return orphan === undefined
      ? { type: 'sound' }
      : damaged(`${orphan.table} refers to rows that are missing`);
  } catch (error) {
    if (!(error instanceof Sqlite.SqliteError)) throw error;
    return error.code === 'SQLITE_NOTADB' ? { type: 'foreign' } : damaged(error.message);
  }
}

function damaged(problem: string): DatabaseCondition {
  return { type: 'damaged', problem };
}

function openToRead(path: string): Disposable & { readonly handle: Sqlite.Database } {
  const handle = new Sqlite(path, { readonly: true, fileMustExist: true });
  return {
    handle,
    [Symbol.dispose]() {
      handle.close();
    },
  };
}

/** Of the last migration that it has had, in milliseconds; null: none, and so not ours. */
function versionOf(handle: Sqlite.Database): number | null {
  const hasMigrations = handle
    .prepare("SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = '__drizzle_migrations'")
    .get();
  if (hasMigrations === undefined) return null;
  const row = handle.prepare('SELECT max(created_at) AS version FROM __drizzle_migrations').get();
  return z.object({ version: z.number().nullable() }).parse(row).version;
}

const journalFile = fileURLToPath(new URL('./migrations/meta/_journal.json', import.meta.url));
const journalSchema = z.object({ entries: z.array(z.object({ when: z.number() })) });

function newestVersion(): number {
  const { entries } = journalSchema.parse(JSON.parse(readFileSync(journalFile, 'utf8')));
  return Math.max(...entries.map(({ when }) => when));
}
