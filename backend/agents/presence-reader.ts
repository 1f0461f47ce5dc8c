import type { AgentStatus } from '../contract/agents.ts';
import type { AgentId, CallId } from '../contract/ids.ts';
import type { Presence, Reachability, Role } from '../contract/vocabulary.ts';
import type { Clock } from '../kernel/clock.ts';
import { Refusal } from '../kernel/errors.ts';
import type { Agent, AgentStore } from './agent-store.ts';
import type { Connections } from './connections.ts';
import { type PresenceState, presenceOf } from './presence.ts';
import type { PresenceStore, StoredPresence } from './presence-store.ts';
import { isWithinWorkingHours } from './working-hours.ts';

/** Whether, and how, each agent can be brought into a call; worked out anew each time. */
export interface PresenceReader {
  /** Throws `not-found` for somebody who has no account. */
  statusOf(agentId: AgentId): AgentStatus;
  all(): readonly AgentStatus[];
  /** Everybody with what routing weighs. */
  team(): readonly TeamMember[];
}

export interface TeamMember {
  readonly agentId: AgentId;
  readonly role: Role;
  readonly presence: Presence;
  readonly reachability: Reachability;
  readonly withinWorkingHours: boolean;
  /** Lower is asked first. */
  readonly priority: number;
  readonly concurrency: number;
  /** When the last call that reached a customer ended; null when there was none. */
  readonly idleSince: Date | null;
}

export interface PresenceSources {
  readonly agents: AgentStore;
  readonly presenceStore: PresenceStore;
  readonly connections: Connections;
  /** The call that the agent has claimed, stands by in, or talks on. */
  readonly engagedIn: (agentId: AgentId) => CallId | null;
  /** Whether the agent is on a test call. */
  readonly isTesting: (agentId: AgentId) => boolean;
  readonly clock: Clock;
}

export function createPresenceReader(sources: PresenceSources): PresenceReader {
  const { agents, presenceStore, clock } = sources;
  return {
    statusOf(agentId) {
      const agent = agents.find(agentId);
      if (agent === null) throw new Refusal('not-found', 'There is no such agent.');
      return statusOf(agent, sources);
    },
    all: () => agents.all().map((agent) => statusOf(agent, sources)),
    team: () =>
      agents.all().map((agent) => {
        const stored = presenceStore.find(agent.id);
        const { presence, reachability } = stateOf(agent, stored, sources);
        return {
          agentId: agent.id,
          role: agent.role,
          presence,
          reachability,
          withinWorkingHours: worksAt(agent, clock.now()),
          priority: agent.settings.priority,
          concurrency: agent.settings.concurrency,
          idleSince: stored?.lastCallEndedAt ?? null,
        };
      }),
  };
}

function statusOf(agent: Agent, sources: PresenceSources): AgentStatus {
  const stored = sources.presenceStore.find(agent.id);
  const state = stateOf(agent, stored, sources);
  const since = stored?.announced === state.presence ? stored.since : sources.clock.now();
  return {
    ...state,
    agentId: agent.id,
    name: agent.name,
    role: agent.role,
    since: since.toISOString(),
    wrapUpUntil: state.wrapUpUntil?.toISOString() ?? null,
  };
}

function stateOf(agent: Agent, stored: StoredPresence | null, sources: PresenceSources): PresenceState {
  const now = sources.clock.now();
  const facts = {
    softphone: sources.connections.isReachable(agent.id),
    phone: {
      verified: agent.settings.phoneNumber !== null && agent.settings.phoneVerified,
      use: agent.settings.reachByPhone,
    },
    withinWorkingHours: worksAt(agent, now),
    engagedIn: sources.engagedIn(agent.id),
    testing: sources.isTesting(agent.id),
    chosen: stored?.chosen ?? ({ presence: 'available' } as const),
    wrapUpUntil: stored?.wrapUpUntil ?? null,
  };
  return presenceOf(facts, now);
}

function worksAt({ settings }: Agent, now: Date): boolean {
  return isWithinWorkingHours(settings.workingHours, settings.timeZone, now);
}
