import type { SetStatus } from '../contract/agents.ts';
import type { AgentId } from '../contract/ids.ts';
import type { Database } from '../db/database.ts';
import type { EventLog } from '../journal/event-log-store.ts';
import type { Timers } from '../journal/timer-store.ts';
import { createPresenceReader, type PresenceReader, type PresenceSources } from './presence-reader.ts';
import type { StoredPresence } from './presence-store.ts';

/** Presence, and everything that changes it. */
export interface PresenceService extends PresenceReader {
  /** Works the presence out again and, when it has changed, tells everybody. Due after anything that it follows from. */
  refresh(agentId: AgentId): void;
  refreshAll(): void;
  /** The agent's own choice. Choosing anything ends a wrap-up. */
  choose(agentId: AgentId, status: SetStatus): void;
  /** The agent is on no call any more. Only one that reached the customer is followed by a wrap-up. */
  callEnded(agentId: AgentId, reachedCustomer: boolean): void;
}

/** Told, in the same transaction, that an agent cannot take a new call any more; `gone`: nor return to the one they had. */
export type OnUnavailable = (agentId: AgentId, how: 'unavailable' | 'gone') => void;

interface PresenceServiceOptions extends PresenceSources {
  readonly database: Database;
  readonly events: EventLog;
  readonly timers: Timers;
  readonly wrapUpSeconds: number;
  readonly onUnavailable: OnUnavailable;
}

export function createPresenceService(options: PresenceServiceOptions): PresenceService {
  const { database, agents, presenceStore, events, timers, clock, wrapUpSeconds } = options;
  const reader = createPresenceReader(options);
  /** What else than the presence itself everybody was last told of each agent. */
  const told = new Map<AgentId, string>();
  /** What is being told in a transaction that may still be undone. */
  const telling = new Map<AgentId, string>();
  database.onCommit(() => {
    for (const [agentId, details] of telling) told.set(agentId, details);
    telling.clear();
  });
  database.onRollback(() => telling.clear());

  function announce(agentId: AgentId): void {
    const status = reader.statusOf(agentId);
    const details = JSON.stringify({ ...status, since: null });
    const stored = storedOf(agentId);
    const known = telling.get(agentId) ?? told.get(agentId);
    if (stored.announced === status.presence && known === details) return;
    database.transaction(() => {
      telling.set(agentId, details);
      presenceStore.save(agentId, { ...stored, announced: status.presence, since: new Date(status.since) });
      events.append({ type: 'agent-status-changed', status }, null);
      if (status.presence === 'available') return;
      options.onUnavailable(agentId, status.presence === 'on-call' ? 'gone' : 'unavailable');
    });
  }

  function change(agentId: AgentId, changes: Partial<StoredPresence>): void {
    presenceStore.save(agentId, { ...storedOf(agentId), ...changes });
    announce(agentId);
  }

  function storedOf(agentId: AgentId): StoredPresence {
    return presenceStore.find(agentId) ?? { ...neverSeen, since: clock.now() };
  }

  return {
    ...reader,
    refresh(agentId) {
      if (agents.find(agentId) !== null) announce(agentId);
    },
    refreshAll() {
      for (const { id } of agents.all()) announce(id);
    },
    choose(agentId, chosen) {
      database.transaction(() => {
        timers.cancel(wrapUpTimer(agentId));
        change(agentId, { chosen, wrapUpUntil: null });
      });
    },
    callEnded(agentId, reachedCustomer) {
      if (!reachedCustomer) return announce(agentId);
      const now = clock.now();
      const wrapUpUntil = new Date(now.getTime() + wrapUpSeconds * 1_000);
      database.transaction(() => {
        timers.set(wrapUpTimer(agentId), wrapUpUntil, { type: 'wrap-up-over', agentId });
        change(agentId, { wrapUpUntil, lastCallEndedAt: now });
      });
    },
  };
}

const neverSeen = {
  chosen: { presence: 'available' },
  wrapUpUntil: null,
  lastCallEndedAt: null,
  announced: 'offline',
} as const satisfies Omit<StoredPresence, 'since'>;

function wrapUpTimer(agentId: AgentId): string {
  return `wrap-up-over:${agentId}`;
}
