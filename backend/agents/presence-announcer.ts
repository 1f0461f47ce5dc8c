import type { AgentStatus } from '../contract/agents.ts';
import type { RealtimeEvent } from '../contract/events.ts';
import type { AgentId } from '../contract/ids.ts';
import type { Database } from '../db/database.ts';
import type { EventLog } from '../journal/event-log-store.ts';
import type { PresenceLog } from './presence-log-store.ts';
import type { PresenceReader, PresenceSources } from './presence-reader.ts';
import type { StoredPresence } from './presence-store.ts';

/**
 * Told, in the same transaction, that an agent cannot take a new call any more. `off-hours`: they could, but their working hours are over,
 * so that only who asks for them by name has them asked. `gone`: nor can they return to the call they had.
 */
export type OnUnavailable = (agentId: AgentId, how: Unavailable) => void;
export type Unavailable = 'unavailable' | 'off-hours' | 'gone';

/** Told, in the same transaction, that an agent may be able to take a call who could not. */
export type OnAvailable = () => void;

export interface PresenceAnnouncerOptions extends PresenceSources {
  readonly database: Database;
  readonly events: EventLog;
  readonly log: PresenceLog;
  readonly onUnavailable: OnUnavailable;
  readonly onAvailable: OnAvailable;
}

/** Says what has become of presences, and writes it down. */
export interface PresenceAnnouncer {
  /** Works the presence out again and, when it has changed, tells everybody; `by`: whose choice it was, null: nobody's. */
  announce(agentId: AgentId, by?: AgentId | null): void;
  /** The same, once what it follows from has changed. */
  change(agentId: AgentId, changes: Partial<StoredPresence>, by?: AgentId | null): void;
  storedOf(agentId: AgentId): StoredPresence;
}

export function createPresenceAnnouncer(
  options: PresenceAnnouncerOptions,
  reader: Pick<PresenceReader, 'statusOf'>,
): PresenceAnnouncer {
  const { database, presenceStore, events, clock } = options;
  const details = createToldDetails(database);

  function announce(agentId: AgentId, by: AgentId | null = null): void {
    const status = reader.statusOf(agentId);
    const stored = storedOf(agentId);
    const event = eventOf(status);
    if (stored.announced === status.presence && details.wereTold(event)) return;
    database.transaction(() => {
      details.tell(event);
      note(status, stored, by);
      presenceStore.save(agentId, { ...stored, announced: status.presence, since: new Date(status.since) });
      events.append(event, null);
      const how = unavailability(status);
      if (how === null) options.onAvailable();
      else options.onUnavailable(agentId, how);
    });
  }

  /** Whose account is disabled is no longer one of the team. */
  function eventOf(status: AgentStatus): PresenceEvent {
    const { agentId } = status;
    if (options.agents.find(agentId)?.disabled) return { type: 'agent-removed', agentId };
    return { type: 'agent-status-changed', status };
  }

  function note({ agentId, presence, busyReason }: AgentStatus, stored: StoredPresence, by: AgentId | null) {
    const before = options.log.lastOf(agentId);
    const isSame = stored.announced === presence && (before?.reason ?? null) === busyReason;
    if (isSame) return;
    const reason = busyReason;
    options.log.append({ agentId, from: stored.announced, to: presence, reason, at: clock.now(), by });
  }

  function storedOf(agentId: AgentId): StoredPresence {
    return presenceStore.find(agentId) ?? { ...neverSeen, since: clock.now() };
  }

  return {
    announce,
    storedOf,
    change(agentId, changes, by = null) {
      presenceStore.save(agentId, { ...storedOf(agentId), ...changes });
      announce(agentId, by);
    },
  };
}

function unavailability({ presence, withinWorkingHours }: AgentStatus): Unavailable | null {
  if (presence === 'on-call') return 'gone';
  if (presence !== 'available') return 'unavailable';
  return withinWorkingHours ? null : 'off-hours';
}

type PresenceEvent = Extract<RealtimeEvent, { type: 'agent-status-changed' | 'agent-removed' }>;

/** What else than the presence itself everybody was last told of each agent. */
function createToldDetails(database: Pick<Database, 'onCommit' | 'onRollback'>) {
  const told = new Map<AgentId, string>();
  /** What is being told in a transaction that may still be undone. */
  const telling = new Map<AgentId, string>();
  database.onCommit(() => {
    for (const [agentId, details] of telling) told.set(agentId, details);
    telling.clear();
  });
  database.onRollback(() => telling.clear());
  return {
    wereTold(event: PresenceEvent): boolean {
      const agentId = subjectOf(event);
      return (telling.get(agentId) ?? told.get(agentId)) === detailsOf(event);
    },
    tell(event: PresenceEvent): void {
      telling.set(subjectOf(event), detailsOf(event));
    },
  };
}

function subjectOf(event: PresenceEvent): AgentId {
  return event.type === 'agent-removed' ? event.agentId : event.status.agentId;
}

function detailsOf(event: PresenceEvent): string {
  return event.type === 'agent-removed' ? event.type : JSON.stringify({ ...event.status, since: null });
}

const neverSeen = {
  chosen: { presence: 'available' },
  absence: null,
  wrapUpUntil: null,
  lastCallEndedAt: null,
  announced: 'offline',
} as const satisfies Omit<StoredPresence, 'since'>;
