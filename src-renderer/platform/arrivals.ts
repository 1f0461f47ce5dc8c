import type { RealtimeEvent } from '../../backend/contract/events.ts';

/** Events that arrive while an answer is on its way: the answer may be older than they are. */
export interface Arrivals {
  add(event: RealtimeEvent): void;
  /** What is fetched, with everything folded in that arrived meanwhile. */
  during<Answer>(
    fetch: () => Promise<Answer>,
    fold: (answer: Answer, event: RealtimeEvent) => Answer,
  ): Promise<Answer>;
}

export function createArrivals(): Arrivals {
  const waiting = new Set<RealtimeEvent[]>();
  return {
    add: (event) => {
      for (const arrived of waiting) arrived.push(event);
    },
    during: async (fetch, fold) => {
      const arrived: RealtimeEvent[] = [];
      waiting.add(arrived);
      try {
        return arrived.reduce(fold, await fetch());
      } finally {
        waiting.delete(arrived);
      }
    },
  };
}
