import type { Clock } from '../kernel/clock.ts';
import type { Caller, Sessions } from './caller.ts';

export interface CachedSessions extends Sessions {
  /** After anything that can end a session. */
  forget(): void;
  /** Calls `listener` whenever a session may have ended; returns its undo. */
  onForget(listener: () => void): () => void;
}

interface Entry {
  readonly caller: Caller;
  readonly until: number;
}

const lifetimeMs = 10_000;
const mostEntries = 1_000;

/**
 * Remembers for some seconds whose session a request carries. Every request asks, and the library takes a millisecond to find out:
 * four times as long as most answers. Whatever ends a session happens in this process and calls `forget`.
 */
export function cacheSessions(sessions: Sessions, clock: Clock): CachedSessions {
  const entries = new Map<string, Entry>();
  const listeners = new Set<() => void>();
  let generation = 0;

  return {
    async callerOf(headers) {
      const proof = proofIn(headers);
      if (proof === null) return null;
      const now = clock.now().getTime();
      const known = entries.get(proof);
      if (known && known.until > now) return known.caller;
      const asked = generation;
      const caller = await sessions.callerOf(headers);
      if (entries.size >= mostEntries) entries.clear();
      if (caller && asked === generation) entries.set(proof, { caller, until: now + lifetimeMs });
      return caller;
    },
    forget() {
      generation += 1;
      entries.clear();
      for (const listener of listeners) listener();
    },
    onForget(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** Both headers, because which of them counts is the library's to say: a proxy's password in the first does not hide the cookie. */
function proofIn(headers: Headers): string | null {
  const authorization = headers.get('authorization');
  const cookie = headers.get('cookie');
  return authorization === null && cookie === null ? null : JSON.stringify([authorization, cookie]);
}
