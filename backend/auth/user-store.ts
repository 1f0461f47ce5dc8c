import { generateId } from 'better-auth';
import { and, asc, count, eq, isNotNull, isNull, or } from 'drizzle-orm';
import { type AgentId, agentIdSchema } from '../contract/ids.ts';
import type { AddUser, ChangeUser, UserState } from '../contract/users.ts';
import type { Role } from '../contract/vocabulary.ts';
import type { Database } from '../db/database.ts';
import { account, session, twoFactor, user } from '../db/schema/accounts.ts';
import type { Clock } from '../kernel/clock.ts';

export interface StoredUser {
  readonly id: AgentId;
  readonly name: string;
  readonly email: string;
  readonly role: Role;
  readonly state: UserState;
  readonly lastSignInAt: Date | null;
  readonly hasSecondFactor: boolean;
}

/**
 * Accounts in the tables of the sign-in library, changed in our transactions:
 * docs/decisions/0019-accounts-change-in-our-transactions.md
 */
export interface UserStore {
  /** In the order in which they were added. */
  all(): readonly StoredUser[];
  find(userId: AgentId): StoredUser | null;
  /** `email` in lower case. */
  hasEmail(email: string): boolean;
  /** Without a password. */
  add(added: AddUser): AgentId;
  /** What is left out of `changes` stays. */
  update(userId: AgentId, changes: ChangeUser): void;
  /** As the library hashes it. */
  setPassword(userId: AgentId, hash: string): void;
  forgetPassword(userId: AgentId): void;
  /** Signing in asks for the password only. */
  removeSecondFactor(userId: AgentId): void;
  endSessions(userId: AgentId): void;
  noteSignIn(userId: AgentId, at: Date): void;
  /** Of those who can sign in. */
  countAdmins(): number;
}

const credential = 'credential';

export function createUserStore({ query }: Database, clock: Clock): UserStore {
  const byPassword = and(eq(account.userId, user.id), eq(account.providerId, credential));
  const rows = () =>
    query.select({ user, password: account.password }).from(user).leftJoin(account, byPassword);
  const credentialOf = (userId: AgentId) =>
    and(eq(account.userId, userId), eq(account.providerId, credential));

  return {
    all: () => rows().orderBy(asc(user.createdAt), asc(user.id)).all().map(userOf),
    find(userId) {
      const row = rows().where(eq(user.id, userId)).get();
      return row ? userOf(row) : null;
    },
    hasEmail: (email) =>
      query.select({ id: user.id }).from(user).where(eq(user.email, email)).get() !== undefined,
    add(added) {
      const id = agentIdSchema.parse(generateId());
      const now = clock.now();
      query
        .insert(user)
        .values({ ...added, id, createdAt: now, updatedAt: now })
        .run();
      return id;
    },
    update(userId, { name, role, disabled }) {
      query
        .update(user)
        .set({ name, role, banned: disabled, updatedAt: clock.now() })
        .where(eq(user.id, userId))
        .run();
    },
    setPassword(userId, password) {
      const now = clock.now();
      query.delete(account).where(credentialOf(userId)).run();
      query
        .insert(account)
        .values({
          id: generateId(),
          accountId: userId,
          providerId: credential,
          userId,
          password,
          createdAt: now,
          updatedAt: now,
        })
        .run();
    },
    forgetPassword(userId) {
      query.delete(account).where(credentialOf(userId)).run();
    },
    removeSecondFactor(userId) {
      query.delete(twoFactor).where(eq(twoFactor.userId, userId)).run();
      query
        .update(user)
        .set({ twoFactorEnabled: false, updatedAt: clock.now() })
        .where(eq(user.id, userId))
        .run();
    },
    endSessions(userId) {
      query.delete(session).where(eq(session.userId, userId)).run();
    },
    noteSignIn(userId, lastSignInAt) {
      query.update(user).set({ lastSignInAt }).where(eq(user.id, userId)).run();
    },
    countAdmins() {
      const enabled = or(isNull(user.banned), eq(user.banned, false));
      const admins = query
        .select({ count: count() })
        .from(user)
        .innerJoin(account, byPassword)
        .where(and(eq(user.role, 'admin'), enabled, isNotNull(account.password)))
        .get();
      return admins?.count ?? 0;
    },
  };
}

interface UserRow {
  readonly user: typeof user.$inferSelect;
  readonly password: string | null;
}

function userOf({ user: row, password }: UserRow): StoredUser {
  const { id, name, email, role, banned, lastSignInAt, twoFactorEnabled: hasSecondFactor } = row;
  const withPassword = password === null ? 'invited' : 'active';
  const state = banned === true ? 'disabled' : withPassword;
  return { id: agentIdSchema.parse(id), name, email, role, state, lastSignInAt, hasSecondFactor };
}
