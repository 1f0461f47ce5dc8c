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
  /** Told, in the same transaction, that an agent cannot take a new call any more. */
  readonly onUnavailable: (agentId: AgentId) => void;
}

/** Agents, their settings and their presence. */
export function createTeam({ log, database, stores, clock, wrapUpSeconds, onUnavailable }: TeamOptions) {
  const connections = createConnections();

  /** A claimed call, else whatever conference the agent is in or on the way to. */
  function engagedIn(agentId: AgentId): CallId | null {
    const claimed = stores.handoffs.openOfAgent(agentId)[0]?.callId;
    return claimed ?? stores.legs.presentOfAgent(agentId)[0]?.callId ?? null;
  }

  const events: EventLog = {
    append(event, audience) {
      stores.events.append(event, audience);
      if (event.type === 'agent-status-changed' && event.status.presence !== 'available') {
        onUnavailable(event.status.agentId);
      }
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
  connections.onChange((agentId) => {
    try {
      presence.refresh(agentId);
    } catch (error) {
      log.error({ error }, 'presence could not be worked out');
    }
  });
  const agents = createAgentService({ database, agents: stores.agents, presence });
  return { connections, presence, agents };
}
