import type { AgentId } from '../contract/ids.ts';
import type { Database } from '../db/database.ts';
import type { Log } from '../kernel/log.ts';
import type { Connections } from './connections.ts';
import type { OnUnavailable } from './presence-announcer.ts';
import type { PresenceService } from './presence-service.ts';

interface ConnectionWatchOptions {
  readonly database: Database;
  readonly connections: Connections;
  readonly presence: Pick<PresenceService, 'refresh'>;
  /** Told that a console of the agent is there again. */
  readonly onReachable: (agentId: AgentId) => void;
  readonly onUnavailable: OnUnavailable;
  readonly log: Log;
}

/** What follows from consoles that come and go, for as long as the connections are not disposed. */
export function watchConnections(options: ConnectionWatchOptions): void {
  const { database, connections, presence, onReachable, onUnavailable, log } = options;
  connections.onChange((agentId, change) => {
    try {
      database.transaction(() => {
        presence.refresh(agentId);
        if (change === 'reachable') onReachable(agentId);
        if (change === 'signed-out' && !connections.knows(agentId)) onUnavailable(agentId, 'gone');
      });
    } catch (error) {
      log.error({ error }, 'presence could not be worked out');
    }
  });
}
