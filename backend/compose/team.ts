import { createAgentService } from '../agents/agent-service.ts';
import { createConnections } from '../agents/connections.ts';
import { createPresenceService } from '../agents/presence-service.ts';
import type { AgentId, CallId } from '../contract/ids.ts';
import type { Database } from '../db/database.ts';
import type { EventLog } from '../journal/event-log-store.ts';
import type { Clock } from '../kernel/clock.ts';
import type { Log } from '../kernel/log.ts';
import type { Stores } from './stores.ts';

interface TeamOptions {
  readonly log: Log;
  readonly database: Database;
  readonly stores: Stores;
  readonly clock: Clock;
  readonly wrapUpSeconds: number;
  /** Told, in the same transaction, that an agent cannot take a new call any more; `gone`: nor return to the one they had. */
  readonly onUnavailable: (agentId: AgentId, how: 'unavailable' | 'gone') => void;
  /** Told that a console of the agent is there again. */
  readonly onReachable: (agentId: AgentId) => void;
}

export type Team = ReturnType<typeof createTeam>;

/** Agents, their settings and their presence. */
export function createTeam(options: TeamOptions) {
  const { log, database, stores, clock, wrapUpSeconds, onUnavailable } = options;
  const connections = createConnections();

  /** A claimed call, else whatever conference the agent is in or on the way to. */
  function engagedIn(agentId: AgentId): CallId | null {
    const claimed = stores.handoffs.openOfAgent(agentId)[0]?.callId;
    return claimed ?? stores.legs.presentOfAgent(agentId)[0]?.callId ?? null;
  }

  const events: EventLog = {
    append(event, audience) {
      stores.events.append(event, audience);
      if (event.type !== 'agent-status-changed' || event.status.presence === 'available') return;
      onUnavailable(event.status.agentId, event.status.presence === 'on-call' ? 'gone' : 'unavailable');
    },
  };
  const presence = createPresenceService({
    database,
    agents: stores.agents,
    presenceStore: stores.presence,
    connections,
    engagedIn,
    events,
    timers: stores.timers,
    clock,
    wrapUpSeconds,
    ringsTelephones: false,
  });
  connections.onChange((agentId, change) => {
    try {
      database.transaction(() => {
        presence.refresh(agentId);
        if (change === 'reachable') options.onReachable(agentId);
        if (change === 'signed-out' && !connections.knows(agentId)) onUnavailable(agentId, 'gone');
      });
    } catch (error) {
      log.error({ error }, 'presence could not be worked out');
    }
  });
  const agents = createAgentService({ database, agents: stores.agents, presence });
  return {
    connections,
    presence,
    agents,
    /** After a start: the consoles come back by themselves, and until they had the time nobody counts as gone. */
    expectConsoles: () => connections.presume(stores.presence.lastReachable()),
  };
}
