import type { AgentId, CallId } from '../../backend/contract/ids.ts';

interface Waiting {
  /** For this call. */
  readonly asked: Set<AgentId>;
  /** In which somebody was free who had not been asked for this call. */
  passedOverSeconds: number;
}

/** The customers who wait for a human, and how long nobody came although somebody could have been asked. */
export interface WaitingRoom {
  enter(callId: CallId): void;
  asked(callId: CallId, agentId: AgentId): void;
  /** How they were dealt with; null for whoever does not wait. */
  leave(callId: CallId): Readonly<Waiting> | null;
  /** A second goes by with these agents free. */
  second(free: readonly AgentId[]): void;
}

export function createWaitingRoom(): WaitingRoom {
  const waiting = new Map<CallId, Waiting>();
  return {
    enter(callId) {
      waiting.set(callId, { asked: new Set(), passedOverSeconds: 0 });
    },
    asked(callId, agentId) {
      waiting.get(callId)?.asked.add(agentId);
    },
    leave(callId) {
      const left = waiting.get(callId);
      waiting.delete(callId);
      return left ?? null;
    },
    second(free) {
      for (const one of waiting.values()) {
        if (free.some((agentId) => !one.asked.has(agentId))) one.passedOverSeconds += 1;
      }
    },
  };
}
