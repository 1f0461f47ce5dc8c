import Sqlite from 'better-sqlite3';

/**
 * Whether no other process has the database at `path` open; its log is then written into it. One that cannot be read is nobody's.
 * In WAL mode everybody who has it open holds a lock: https://www.sqlite.org/pragma.html#pragma_locking_mode
 */
export function isSolelyOurs(path: string): boolean {
  const sqlite = new Sqlite(path, { timeout: 1_000 });
  try {
    sqlite.pragma('locking_mode = EXCLUSIVE');
    sqlite.exec('BEGIN EXCLUSIVE; COMMIT');
    sqlite.pragma('wal_checkpoint(TRUNCATE)');
    return true;
  } catch (error) {
    if (!(error instanceof Sqlite.SqliteError)) throw error;
    return !error.code.startsWith('SQLITE_BUSY');
  } finally {
    sqlite.close();
  }
}
