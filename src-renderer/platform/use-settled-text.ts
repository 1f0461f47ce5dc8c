import { useEffect, useState } from 'react';

/** So long nothing was typed: the server is not asked for every letter. */
const settledAfterMs = 200;

/** What is typed, once it has stopped changing. */
export function useSettledText(value: string): string {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), settledAfterMs);
    return () => clearTimeout(timer);
  }, [value]);
  return settled;
}
