import { useState } from 'react';

interface RowKeys {
  /** One for each row, in their order. */
  readonly keys: readonly number[];
  /** To be told when the row at a place is taken away. */
  readonly remove: (place: number) => void;
}

interface Given {
  readonly keys: readonly number[];
  readonly next: number;
}

/** Keys for rows that have no identity but are written in: each stays with its row when another one is taken away; new rows come last. */
export function useRowKeys(length: number): RowKeys {
  const [given, setGiven] = useState<Given>({ keys: [], next: 0 });
  const missing = Math.max(0, length - given.keys.length);
  const added = Array.from({ length: missing }, (_, index) => given.next + index);
  const keys = [...given.keys.slice(0, length), ...added];
  return {
    keys,
    remove: (place) =>
      setGiven({ keys: keys.filter((_, index) => index !== place), next: given.next + missing }),
  };
}
