import { asc, eq, isNull, or, sql } from 'drizzle-orm';
import type { AgentSettings } from '../contract/agents.ts';
import { type AgentId, agentIdSchema } from '../contract/ids.ts';
import type { Role } from '../contract/vocabulary.ts';
import type { Database } from '../db/database.ts';
import { user } from '../db/schema/accounts.ts';
import { agentSettings } from '../db/schema/agents.ts';
import { officeHours } from './working-hours.ts';

/** An account with its settings. Admins are agents too: they take calls when nobody else can. */
export interface Agent {
  readonly id: AgentId;
  readonly name: string;
  readonly email: string;
  readonly role: Role;
  readonly settings: AgentSettings;
}

export interface AgentStore {
  find(agentId: AgentId): Agent | null;
  /** All but those whose account is disabled. */
  all(): readonly Agent[];
  /** Empty for somebody who is no longer there. */
  nameOf(agentId: AgentId): string;
  change(agentId: AgentId, changes: Partial<Omit<AgentSettings, 'agentId'>>): void;
}

/** Whoever never changed a setting has no row of settings, but the defaults. */
export function createAgentStore({ query }: Database, defaultTimeZone: string): AgentStore {
  const accounts = () =>
    query
      .select({ account: user, settings: agentSettings })
      .from(user)
      .leftJoin(agentSettings, eq(agentSettings.agentId, user.id));
  const one = accounts()
    .where(eq(user.id, sql.placeholder('id')))
    .prepare();
  const every = accounts()
    .where(or(isNull(user.banned), eq(user.banned, false)))
    .orderBy(asc(user.createdAt), asc(user.id))
    .prepare();
  const name = query
    .select({ name: user.name })
    .from(user)
    .where(eq(user.id, sql.placeholder('id')))
    .prepare();

  function agentOf({ account, settings }: AccountRow): Agent {
    const id = agentIdSchema.parse(account.id);
    return {
      id,
      name: account.name,
      email: account.email,
      role: account.role,
      settings: settings ?? { ...defaults, agentId: id, timeZone: defaultTimeZone },
    };
  }

  return {
    find(agentId) {
      const row = one.get({ id: agentId });
      return row ? agentOf(row) : null;
    },
    all: () => every.all().map(agentOf),
    nameOf: (agentId) => name.get({ id: agentId })?.name ?? '',
    change(agentId, changes) {
      query
        .insert(agentSettings)
        .values({ ...defaults, timeZone: defaultTimeZone, ...changes, agentId })
        .onConflictDoUpdate({ target: agentSettings.agentId, set: changes })
        .run();
    },
  };
}

interface AccountRow {
  readonly account: typeof user.$inferSelect;
  readonly settings: typeof agentSettings.$inferSelect | null;
}

const defaults = {
  phoneNumber: null,
  phoneVerified: false,
  reachByPhone: 'offline',
  phoneLanguage: 'ja',
  conversation: null,
  workingHours: officeHours,
  priority: 5,
  concurrency: 1,
} as const satisfies Partial<AgentSettings>;
