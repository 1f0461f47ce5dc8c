import type { AgentId } from '../contract/ids.ts';
import type { Clock } from '../kernel/clock.ts';

/** Tells one hearing from the many requests of which a player makes it. */
interface Hearings {
  /** False while it is the same hearing. */
  isNew(agentId: AgentId, recordingRef: string, how: 'played' | 'downloaded'): boolean;
}

const sameHearingMs = 10 * 60_000;

/** Kept in memory: after a restart a hearing that goes on is counted twice. */
export function createHearings(clock: Clock): Hearings {
  const begun = new Map<string, number>();
  return {
    isNew(agentId, recordingRef, how) {
      const now = clock.now().getTime();
      for (const [key, at] of begun) if (now - at >= sameHearingMs) begun.delete(key);
      const key = `${agentId} ${recordingRef} ${how}`;
      if (begun.has(key)) return false;
      begun.set(key, now);
      return true;
    },
  };
}
