import type { ChosenStatus } from '../contract/agents.ts';
import type { AgentId } from '../contract/ids.ts';
import type { Absence } from '../contract/vocabulary.ts';
import type { Timers } from '../journal/timer-store.ts';
import { Refusal } from '../kernel/errors.ts';
import {
  createPresenceAnnouncer,
  type PresenceAnnouncer,
  type PresenceAnnouncerOptions,
} from './presence-announcer.ts';
import { createPresenceReader, type PresenceReader } from './presence-reader.ts';
import type { StoredPresence } from './presence-store.ts';

/** Presence, and everything that changes it. */
export interface PresenceService extends PresenceReader {
  /** Works the presence out again and, when it has changed, tells everybody. Due after anything that it follows from. */
  refresh(agentId: AgentId): void;
  refreshAll(): void;
  /**
   * The agent's own choice, or one that `by` made for them; null: we did. Choosing anything ends a wrap-up and, where a person chose, an
   * absence.
   */
  choose(agentId: AgentId, status: ChosenStatus, by?: AgentId | null): void;
  /** The agent has left their computer, or, with null, is back, and what they had chosen holds again. */
  setAbsence(agentId: AgentId, absence: Absence | null): void;
  /** The wrap-up takes a minute longer, up to a quarter of an hour from now. Refuses with `changed-elsewhere` when there is none. */
  extendWrapUp(agentId: AgentId): void;
  /** What was chosen before the call holds again. A wrap-up that is over stays so. */
  finishWrapUp(agentId: AgentId): void;
  /** The agent is on no call any more. Only one that reached the customer is followed by a wrap-up. */
  callEnded(agentId: AgentId, reachedCustomer: boolean): void;
}

interface PresenceServiceOptions extends PresenceAnnouncerOptions {
  readonly timers: Timers;
  /** As the team set it: read each time. */
  readonly wrapUpSeconds: () => number;
}

export function createPresenceService(options: PresenceServiceOptions): PresenceService {
  const { database, agents, timers } = options;
  const reader = createPresenceReader(options);
  const announcer = createPresenceAnnouncer(options, reader);
  const { announce, change, storedOf } = announcer;

  return {
    ...reader,
    ...createWrapUps(options, reader, announcer),
    refresh(agentId) {
      if (agents.find(agentId) !== null) announce(agentId);
    },
    refreshAll() {
      for (const { id } of agents.all()) announce(id);
    },
    choose(agentId, chosen, by = agentId) {
      database.transaction(() => {
        timers.cancel(wrapUpTimer(agentId));
        change(agentId, { chosen, wrapUpUntil: null, ...(by === null ? {} : { absence: null }) }, by);
      });
    },
    setAbsence(agentId, absence) {
      if (storedOf(agentId).absence === absence) return;
      database.transaction(() => change(agentId, { absence }));
    },
  };
}

type WrapUps = Pick<PresenceService, 'callEnded' | 'extendWrapUp' | 'finishWrapUp'>;

function createWrapUps(
  { database, timers, clock, wrapUpSeconds }: PresenceServiceOptions,
  reader: PresenceReader,
  { announce, change }: PresenceAnnouncer,
): WrapUps {
  function setWrapUp(agentId: AgentId, until: Date, changes: Partial<StoredPresence> = {}): void {
    database.transaction(() => {
      timers.set(wrapUpTimer(agentId), until, { type: 'wrap-up-over', agentId });
      change(agentId, { ...changes, wrapUpUntil: until });
    });
  }

  function secondsFromNow(seconds: number): Date {
    return new Date(clock.now().getTime() + seconds * 1_000);
  }

  return {
    callEnded(agentId, reachedCustomer) {
      if (!reachedCustomer) return announce(agentId);
      setWrapUp(agentId, secondsFromNow(wrapUpSeconds()), { lastCallEndedAt: clock.now() });
    },
    extendWrapUp(agentId) {
      const until = reader.statusOf(agentId).wrapUpUntil;
      if (until === null) throw new Refusal('changed-elsewhere', 'The wrap-up is over.');
      const longer = new Date(until).getTime() + extensionSeconds * 1_000;
      setWrapUp(agentId, new Date(Math.min(longer, secondsFromNow(longestWrapUpSeconds).getTime())));
    },
    finishWrapUp(agentId) {
      if (reader.statusOf(agentId).wrapUpUntil === null) return;
      database.transaction(() => {
        timers.cancel(wrapUpTimer(agentId));
        change(agentId, { wrapUpUntil: null }, agentId);
      });
    },
  };
}

const extensionSeconds = 60;
const longestWrapUpSeconds = 15 * 60;

function wrapUpTimer(agentId: AgentId): string {
  return `wrap-up-over:${agentId}`;
}
