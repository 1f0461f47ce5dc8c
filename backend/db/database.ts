import { fileURLToPath } from 'node:url';
import Sqlite from 'better-sqlite3';
import { type BetterSQLite3Database, drizzle } from 'drizzle-orm/better-sqlite3';
import { migrate } from 'drizzle-orm/better-sqlite3/migrator';
import { pairsOfAll } from '../kernel/overlapping-pairs.ts';

const migrationsFolder = fileURLToPath(new URL('./migrations', import.meta.url));

/**
 * One SQLite file, one connection. Every store works on `query`; whoever must change several things together does so inside
 * `transaction`, which joins the outer one when there is one.
 */
export interface Database extends Disposable {
  readonly query: BetterSQLite3Database;
  transaction<T>(work: () => T): T;
  /** Whether a transaction is open, for what is to be done at its end. */
  isInTransaction(): boolean;
  /**
   * Calls `listener` at the end of each outermost transaction, inside it; returns its undo. Who subscribed last is called first: what they
   * change is told by those they are built on.
   */
  beforeCommit(listener: () => void): () => void;
  /** Calls `listener` after each outermost transaction that was undone; returns its undo. */
  onRollback(listener: () => void): () => void;
  /** Calls `listener` after each outermost commit; returns its undo. */
  onCommit(listener: () => void): () => void;
}

/**
 * Opens and migrates the file at `path`. A database that nobody else sees is `:memory:`, or a copy in memory of the bytes of a file.
 */
export function openDatabase(path: string | Buffer, migrations: string = migrationsFolder): Database {
  const sqlite = new Sqlite(path);
  const query = prepare(sqlite, migrations);
  const finishing = new Set<() => void>();
  const committed = new Set<() => void>();
  const undone = new Set<() => void>();
  return {
    query,
    transaction(work) {
      if (sqlite.inTransaction) return work();
      const finished = () => {
        const result = work();
        for (const listener of [...finishing].toReversed()) listener();
        return result;
      };
      const result = attempt(() => sqlite.transaction(finished).immediate(), undone);
      for (const listener of committed) listener();
      return result;
    },
    isInTransaction: () => sqlite.inTransaction,
    beforeCommit: (listener) => subscribe(finishing, listener),
    onRollback: (listener) => subscribe(undone, listener),
    onCommit: (listener) => subscribe(committed, listener),
    [Symbol.dispose]() {
      sqlite.close();
    },
  };
}

/** Leaves a file that is no database of ours as it found it, and closed. */
function prepare(sqlite: Sqlite.Database, migrations: string): BetterSQLite3Database {
  try {
    sqlite.pragma('journal_mode = WAL');
    sqlite.pragma('synchronous = FULL');
    sqlite.pragma('foreign_keys = ON');
    sqlite.pragma('busy_timeout = 5000');
    // For the triggers that keep the search index.
    sqlite.function('search_pairs', { deterministic: true }, (text: unknown) => pairsOfAll(String(text)));
    const query = drizzle(sqlite, { casing: 'snake_case' });
    migrate(query, { migrationsFolder: migrations });
    return query;
  } catch (error) {
    sqlite.close();
    throw error;
  }
}

function attempt<T>(work: () => T, undone: ReadonlySet<() => void>): T {
  try {
    return work();
  } catch (error) {
    for (const listener of undone) listener();
    throw error;
  }
}

function subscribe(listeners: Set<() => void>, listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
