import { asc, eq, isNull, or, sql } from 'drizzle-orm';
import type { AgentSettings, Inheritable, WorkHours } from '../contract/agents.ts';
import { type AgentId, agentIdSchema } from '../contract/ids.ts';
import type { TeamDefaults } from '../contract/team.ts';
import type { Role } from '../contract/vocabulary.ts';
import type { Database } from '../db/database.ts';
import { user } from '../db/schema/accounts.ts';
import { agentSettings } from '../db/schema/agents.ts';
import { hoursIn, isSame, type TeamPart } from './team-inheritance.ts';
import { officeHours } from './working-hours.ts';

/** An account with its settings. Admins are agents too: they take calls when nobody else can. */
export interface Agent {
  readonly id: AgentId;
  readonly name: string;
  readonly email: string;
  readonly role: Role;
  /** An admin has locked the account: nobody can be brought into a call as it. */
  readonly disabled: boolean;
  readonly settings: AgentSettings;
  /** What of the settings is the team's. */
  readonly inherited: readonly Inheritable[];
}

type AgentChanges = Partial<Omit<AgentSettings, 'agentId'>>;

export interface AgentStore {
  find(agentId: AgentId): Agent | null;
  /** All but those whose account is disabled. */
  all(): readonly Agent[];
  /** Whoever has skills, also where the account is disabled. */
  skilled(): readonly { readonly agentId: AgentId; readonly skills: readonly string[] }[];
  /** Empty for somebody who is no longer there. */
  nameOf(agentId: AgentId): string;
  /** What holds for whoever has none of their own. */
  team(): TeamPart;
  /** Makes the next version of the settings. What is as the team has it becomes the team's. */
  change(agentId: AgentId, changes: AgentChanges): void;
}

/** Whoever never changed a setting has no row of settings, but the defaults. */
export function createAgentStore(
  { query }: Database,
  defaultTimeZone: string,
  teamDefaults: () => Pick<TeamDefaults, 'conversation' | 'hours'> = () => nothingSet,
): AgentStore {
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

  function team(): TeamPart {
    const { conversation, hours } = teamDefaults();
    return { conversation, hours: hours ?? { ...officeWeek, timeZone: defaultTimeZone } };
  }

  function agentOf({ account, settings }: AccountRow, { conversation, hours }: TeamPart): Agent {
    const id = agentIdSchema.parse(account.id);
    const { ownHours, ...own } = settings ?? { ...defaults, agentId: id, ...hours };
    return {
      id,
      name: account.name,
      email: account.email,
      role: account.role,
      disabled: account.banned === true,
      settings: {
        ...own,
        ...(ownHours ? {} : hours),
        conversation: own.conversation ?? conversation,
      },
      inherited: [
        ...(own.conversation === null && conversation !== null ? (['conversation'] as const) : []),
        ...(ownHours ? [] : (['schedule'] as const)),
      ],
    };
  }

  function find(agentId: AgentId): Agent | null {
    const row = one.get({ id: agentId });
    return row ? agentOf(row, team()) : null;
  }

  /** The hours as they will be, all together, where some of them change. */
  function changedHours(agentId: AgentId, changes: AgentChanges): (WorkHours & { ownHours: boolean }) | null {
    const names = ['timeZone', 'workingHours', 'worksOnHolidays'] as const;
    if (names.every((name) => changes[name] === undefined)) return null;
    const { hours } = team();
    const changed = hoursIn({ ...(find(agentId)?.settings ?? hours), ...changes });
    return { ...changed, ownHours: !isSame(changed, hours) };
  }

  return {
    find,
    team,
    all() {
      const theirs = team();
      return every.all().map((row) => agentOf(row, theirs));
    },
    skilled: () =>
      query
        .select({ agentId: agentSettings.agentId, skills: agentSettings.skills })
        .from(agentSettings)
        .all()
        .filter(({ skills }) => skills.length > 0),
    nameOf: (agentId) => name.get({ id: agentId })?.name ?? '',
    change(agentId, { conversation, ...others }) {
      const own = isSame(conversation, team().conversation) ? null : conversation;
      const changes = {
        ...others,
        ...(own === undefined ? {} : { conversation: own }),
        ...changedHours(agentId, others),
      };
      query
        .insert(agentSettings)
        .values({ ...defaults, timeZone: defaultTimeZone, ...changes, agentId, version: 1 })
        .onConflictDoUpdate({
          target: agentSettings.agentId,
          set: { ...changes, version: sql`${agentSettings.version} + 1` },
        })
        .run();
    },
  };
}

interface AccountRow {
  readonly account: typeof user.$inferSelect;
  readonly settings: typeof agentSettings.$inferSelect | null;
}

const nothingSet = { conversation: null, hours: null };
const officeWeek = { workingHours: officeHours, worksOnHolidays: false };

const defaults = {
  phoneNumber: null,
  phoneVerified: false,
  reachByPhone: 'offline',
  phoneLanguage: 'ja',
  conversation: null,
  ...officeWeek,
  ownHours: false,
  leave: [],
  notifications: null,
  priority: 5,
  concurrency: 1,
  skills: [],
  callerNumber: null,
  version: 0,
} as const satisfies Partial<typeof agentSettings.$inferSelect>;
