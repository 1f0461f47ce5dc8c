import { eq, ne, sql } from 'drizzle-orm';
import { type ChosenStatus, setStatusSchema } from '../contract/agents.ts';
import type { AgentId } from '../contract/ids.ts';
import { type Absence, absenceSchema, type Presence } from '../contract/vocabulary.ts';
import type { Database } from '../db/database.ts';
import { agentPresence } from '../db/schema/agents.ts';

/** What a restart must not forget of an agent's availability. */
export interface StoredPresence {
  readonly chosen: ChosenStatus;
  readonly absence: Absence | null;
  readonly wrapUpUntil: Date | null;
  readonly lastCallEndedAt: Date | null;
  /** The presence that everybody was last told, and since when it is so. */
  readonly announced: Presence;
  readonly since: Date;
}

export interface PresenceStore {
  /** Null for an agent who never was anything but offline. */
  find(agentId: AgentId): StoredPresence | null;
  /** Who was anything but offline when everybody was last told. */
  lastReachable(): readonly AgentId[];
  save(agentId: AgentId, presence: StoredPresence): void;
}

export function createPresenceStore({ query }: Database): PresenceStore {
  const one = query
    .select()
    .from(agentPresence)
    .where(eq(agentPresence.agentId, sql.placeholder('id')))
    .prepare();

  return {
    find(agentId) {
      const row = one.get({ id: agentId });
      if (!row) return null;
      const { chosen, busyReason, absence, wrapUpUntil, lastCallEndedAt, announced, since } = row;
      const rest = { wrapUpUntil, lastCallEndedAt, announced, since };
      // Earlier versions let an absence be chosen, which would not end when the agent is back.
      const left = absenceSchema.safeParse(busyReason).data;
      if (left !== undefined) return { ...rest, chosen: { presence: 'available' }, absence: left };
      if (busyReason === 'unanswered') {
        return { ...rest, chosen: { presence: 'busy', reason: busyReason }, absence };
      }
      const status = setStatusSchema.parse({ presence: chosen, reason: busyReason });
      return { ...rest, chosen: status, absence };
    },
    lastReachable: () =>
      query
        .select({ agentId: agentPresence.agentId })
        .from(agentPresence)
        .where(ne(agentPresence.announced, 'offline'))
        .all()
        .map((row) => row.agentId),
    save(agentId, { chosen, ...rest }) {
      const columns = {
        ...rest,
        chosen: chosen.presence,
        busyReason: chosen.presence === 'busy' ? chosen.reason : null,
      };
      query
        .insert(agentPresence)
        .values({ agentId, ...columns })
        .onConflictDoUpdate({ target: agentPresence.agentId, set: columns })
        .run();
    },
  };
}
