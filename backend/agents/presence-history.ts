import type { AgentId } from '../contract/ids.ts';
import type { PresenceLog } from '../contract/presence-log.ts';
import { Refusal } from '../kernel/errors.ts';
import type { AgentStore } from './agent-store.ts';
import type { PresenceLog as PresenceLogStore } from './presence-log-store.ts';

export interface PresenceHistory {
  /** From `from`, before `to`. Throws `not-found` for somebody who has no account. */
  of(agentId: AgentId, from: Date, to: Date): PresenceLog;
}

interface PresenceHistoryOptions {
  readonly log: Pick<PresenceLogStore, 'newestWithin'>;
  readonly agents: Pick<AgentStore, 'find' | 'nameOf'>;
}

/** More are not read through, but looked for in a shorter period. */
const mostChanges = 2_000;

export function createPresenceHistory({ log, agents }: PresenceHistoryOptions): PresenceHistory {
  return {
    of(agentId, from, to) {
      const agent = agents.find(agentId);
      if (agent === null) throw new Refusal('not-found', 'There is no such agent.');
      const rows = log.newestWithin(agentId, { from, to, limit: mostChanges + 1 });
      return {
        agent: { id: agentId, name: agent.name },
        changes: rows.slice(0, mostChanges).map(({ at, by, ...change }) => ({
          at: at.toISOString(),
          from: change.from,
          to: change.to,
          reason: change.reason,
          by: by === null ? null : { id: by, name: agents.nameOf(by) },
        })),
        complete: rows.length <= mostChanges,
      };
    },
  };
}
