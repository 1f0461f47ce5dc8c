import { afterEach, beforeEach } from 'vitest';

/** What each test of the file, or of the block, has anew, and nobody after it: give the one of the test that runs. */
export function ofEachTest<T extends Disposable>(create: () => T): () => T {
  let current: T | null = null;
  beforeEach(() => {
    current = create();
  });
  afterEach(() => {
    current?.[Symbol.dispose]();
    current = null;
  });
  return () => {
    if (current === null) throw new Error('there is none outside of a test');
    return current;
  };
}
