import { createAgentService } from '../agents/agent-service.ts';
import { watchConnections } from '../agents/connection-watch.ts';
import { createConnections } from '../agents/connections.ts';
import type { OnAvailable, OnUnavailable } from '../agents/presence-announcer.ts';
import { createPresenceService } from '../agents/presence-service.ts';
import type { AgentId } from '../contract/ids.ts';
import type { Database } from '../db/database.ts';
import { engagedIn } from '../handoff/engaged-in.ts';
import { createAuditLogStore } from '../journal/audit-log-store.ts';
import type { Clock } from '../kernel/clock.ts';
import type { Log } from '../kernel/log.ts';
import type { Stores } from './stores.ts';

interface TeamOptions {
  readonly log: Log;
  readonly database: Database;
  readonly stores: Stores;
  readonly clock: Clock;
  readonly onUnavailable: OnUnavailable;
  readonly onAvailable: OnAvailable;
  readonly isTesting: (agentId: AgentId) => boolean;
  /** Told that a console of the agent is there again. */
  readonly onReachable: (agentId: AgentId) => void;
}

export type Team = ReturnType<typeof createTeam>;

/** Agents, their settings and their presence. */
export function createTeam(options: TeamOptions) {
  const { log, database, stores, clock, onUnavailable, onAvailable, onReachable } = options;
  const { agents, presence: presenceStore, events, timers } = stores;
  const connections = createConnections();
  const presence = createPresenceService({
    database,
    agents,
    presenceStore,
    connections,
    engagedIn: (agentId) => engagedIn(stores, agentId),
    isTesting: options.isTesting,
    events,
    timers,
    clock,
    log: stores.presenceLog,
    wrapUpSeconds: () => stores.teamSettings.routing().settings.wrapUpSeconds,
    onUnavailable,
    onAvailable,
  });
  watchConnections({ database, connections, presence, onReachable, onUnavailable, log });
  return {
    connections,
    presence,
    agents: createAgentService({
      database,
      agents,
      presence,
      audit: createAuditLogStore(database, clock),
      teamSettings: stores.teamSettings,
      events,
      clock,
    }),
    /** After a start: the consoles come back by themselves, and until they had the time nobody counts as gone. */
    expectConsoles: () => connections.presume(presenceStore.lastReachable()),
  };
}
