import type { AgentStatus } from '../contract/agents.ts';
import type { AgentId, CallId } from '../contract/ids.ts';
import type { Presence, Reachability, Role } from '../contract/vocabulary.ts';
import type { Clock } from '../kernel/clock.ts';
import { Refusal } from '../kernel/errors.ts';
import type { Agent, AgentStore } from './agent-store.ts';
import type { Connections } from './connections.ts';
import { type PresenceState, presenceOf } from './presence.ts';
import type { PresenceLog } from './presence-log-store.ts';
import type { PresenceStore, StoredPresence } from './presence-store.ts';
import { isAtWork } from './working-hours.ts';

/** Whether, and how, each agent can be brought into a call; worked out anew each time. */
export interface PresenceReader {
  /** Throws `not-found` for somebody who has no account. */
  statusOf(agentId: AgentId): AgentStatus;
  all(): readonly AgentStatus[];
  /** Everybody with what routing weighs. */
  team(): readonly TeamMember[];
  /** Whether it will be within the agent's working hours then; false for somebody who has no account. */
  worksAt(agentId: AgentId, at: Date): boolean;
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
  readonly skills: readonly string[];
  /** When the last call that reached a customer ended; null when there was none. */
  readonly idleSince: Date | null;
}

export interface PresenceSources {
  readonly agents: AgentStore;
  readonly presenceStore: PresenceStore;
  readonly connections: Connections;
  readonly log: Pick<PresenceLog, 'lastOf'>;
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
          skills: agent.settings.skills,
          idleSince: stored?.lastCallEndedAt ?? null,
        };
      }),
    worksAt(agentId, at) {
      const agent = agents.find(agentId);
      return agent !== null && worksAt(agent, at);
    },
  };
}

function statusOf(agent: Agent, sources: PresenceSources): AgentStatus {
  const stored = sources.presenceStore.find(agent.id);
  const state = stateOf(agent, stored, sources);
  const since = sinceOf(agent.id, state, stored, sources) ?? sources.clock.now();
  return {
    ...state,
    agentId: agent.id,
    name: agent.name,
    role: agent.role,
    since: since.toISOString(),
    wrapUpUntil: state.wrapUpUntil?.toISOString() ?? null,
    withinWorkingHours: worksAt(agent, sources.clock.now()),
  };
}

/** Since when everybody has known them to be so, for this reason; null: they have not. */
function sinceOf(
  agentId: AgentId,
  { presence, busyReason }: PresenceState,
  stored: StoredPresence | null,
  { log }: PresenceSources,
): Date | null {
  if (stored?.announced !== presence) return null;
  if (presence !== 'busy') return stored.since;
  const noted = log.lastOf(agentId);
  return noted === null || noted.reason === busyReason ? stored.since : null;
}

function stateOf(agent: Agent, stored: StoredPresence | null, sources: PresenceSources): PresenceState {
  const now = sources.clock.now();
  const facts = {
    disabled: agent.disabled,
    softphone: sources.connections.isReachable(agent.id),
    phone: {
      verified: agent.settings.phoneNumber !== null && agent.settings.phoneVerified,
      use: agent.settings.reachByPhone,
    },
    withinWorkingHours: worksAt(agent, now),
    engagedIn: sources.engagedIn(agent.id),
    testing: sources.isTesting(agent.id),
    chosen: stored?.chosen ?? ({ presence: 'available' } as const),
    absence: stored?.absence ?? null,
    wrapUpUntil: stored?.wrapUpUntil ?? null,
  };
  return presenceOf(facts, now);
}

function worksAt({ settings }: Agent, now: Date): boolean {
  return isAtWork(settings, now);
}
