import type { Database } from './database.ts';

/** Tells how long each outermost transaction took, in seconds, also when it was undone. */
export function timedDatabase(database: Database, observe: (seconds: number) => void): Database {
  return {
    ...database,
    transaction(work) {
      if (database.isInTransaction()) return work();
      const begun = performance.now();
      try {
        return database.transaction(work);
      } finally {
        observe((performance.now() - begun) / 1_000);
      }
    },
  };
}
