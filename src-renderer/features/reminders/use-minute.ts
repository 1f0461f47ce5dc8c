import { useCallback, useSyncExternalStore } from 'react';
import { usePlatform } from '../../platform/platform-context.ts';

/** The server's time in milliseconds, as it was at the last whole minute: a list is drawn again by it no more often than that. */
export function useMinute(): number {
  const { clock } = usePlatform();
  return useSyncExternalStore(
    clock.onSecond,
    useCallback(() => Math.floor(clock.now() / minuteMs) * minuteMs, [clock]),
  );
}

const minuteMs = 60_000;
