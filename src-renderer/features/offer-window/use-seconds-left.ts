import { useEffect, useState } from 'react';

/** Whole seconds until then, counted down; never negative. */
export function useSecondsLeft(deadline: string): number {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 250);
    return () => clearInterval(timer);
  }, []);
  return Math.max(0, Math.floor((Date.parse(deadline) - now) / 1_000));
}
