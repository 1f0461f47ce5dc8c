import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { watchSessions } from '../../../backend/realtime/session-watch.ts';

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  vi.useRealTimers();
});

function watch() {
  let checks = 0;
  const listeners = new Set<() => void>();
  const consoles = {
    add: () => () => undefined,
    check: () => {
      checks += 1;
    },
  };
  const watching = watchSessions(consoles, {
    onForget(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  });
  return {
    checks: () => checks,
    signOut: () => {
      for (const listener of listeners) listener();
    },
    stop: () => watching[Symbol.dispose](),
  };
}

describe('open connections', () => {
  it('are checked as soon as a session may have ended', () => {
    const { signOut, checks, stop } = watch();

    signOut();
    stop();

    expect(checks()).toBe(1);
  });

  it('are checked every ten seconds, for sessions that end by their age', () => {
    const { checks, stop } = watch();

    vi.advanceTimersByTime(20_000);
    stop();
    vi.advanceTimersByTime(20_000);

    expect(checks()).toBe(2);
  });
});
