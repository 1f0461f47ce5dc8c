import { inArray } from 'drizzle-orm';
import { DateTime } from 'luxon';
import { createAgentStore } from '../../agents/agent-store.ts';
import { roundTheClock } from '../../agents/working-hours.ts';
import type { Auth } from '../../auth/auth.ts';
import type { AgentId, CustomerId } from '../../contract/ids.ts';
import { createPronunciationStore } from '../../conversation/pronunciation-store.ts';
import type { Clock } from '../../kernel/clock.ts';
import { createIds } from '../../kernel/ids.ts';
import type { Database } from '../database.ts';
import { user } from '../schema/accounts.ts';
import { customers } from '../schema/customers.ts';
import { type DemoAccount, demoAccounts, demoConversation, demoPronunciations } from './demo-accounts.ts';
import { type DemoCustomer, demoCustomers } from './demo-customers.ts';
import { historyWeeks } from './demo-history.ts';
import { insertDemoHistory } from './demo-history-rows.ts';

interface SeedOptions {
  readonly database: Database;
  readonly auth: Pick<Auth, 'createAccount'>;
  readonly clock: Clock;
  /** IANA name, of agents and customers. */
  readonly timeZone: string;
}

/** Fills an empty database with a team, its customers and some weeks of calls. Leaves one that has any account as it is. */
export async function seedDemoData({ database, auth, clock, timeZone }: SeedOptions): Promise<void> {
  if (database.query.select({ id: user.id }).from(user).limit(1).get()) return;
  const team: TeamMember[] = [];
  for (const account of demoAccounts) {
    team.push({ ...account, id: await auth.createAccount(account) });
  }
  const agents = team.filter((member) => member.role === 'agent');
  database.transaction(() => {
    insertSettings(team, database, timeZone);
    const pastOf = insertCustomers(agents, { database, clock, timeZone });
    insertDemoHistory({ database, clock, agents, pastOf });
  });
}

/** The demo accounts that this database has, with their passwords. */
export function demoSignIns({ query }: Database): readonly DemoAccount[] {
  const emails = demoAccounts.map((account) => account.email);
  const rows = query.select({ email: user.email }).from(user).where(inArray(user.email, emails)).all();
  return demoAccounts.filter((account) => rows.some((row) => row.email === account.email));
}

type TeamMember = DemoAccount & { readonly id: AgentId };

function insertSettings(team: readonly TeamMember[], database: Database, timeZone: string): void {
  const store = createAgentStore(database, timeZone);
  const pronunciations = createPronunciationStore(database);
  for (const member of team) {
    store.change(member.id, {
      conversation: demoConversation(member),
      workingHours: roundTheClock,
      priority: member.role === 'agent' ? 5 : 9,
    });
    pronunciations.save(member.id, demoPronunciations);
  }
}

/** They were entered the week before the first of them was called. */
function insertCustomers(
  [first, second]: readonly TeamMember[],
  { database, clock, timeZone }: Omit<SeedOptions, 'auth'>,
): ReadonlyMap<CustomerId, DemoCustomer['past']> {
  const createdAt = DateTime.fromJSDate(clock.now())
    .minus({ weeks: historyWeeks + 1 })
    .toJSDate();
  const ids = createIds({ now: () => createdAt });
  const idOf = { 'first-agent': first?.id ?? null, 'second-agent': second?.id ?? null, nobody: null };
  const made = demoCustomers.map(({ past, owner, ...columns }) => {
    const id = ids.customer();
    database.query
      .insert(customers)
      .values({ ...columns, id, ownerId: idOf[owner], timeZone, createdAt, updatedAt: createdAt })
      .run();
    return [id, past] as const;
  });
  return new Map(made);
}
