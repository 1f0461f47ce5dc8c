import type { AgentId } from '../contract/ids.ts';
import type { AddUser, ChangeUser, Invitation, User } from '../contract/users.ts';
import type { Database } from '../db/database.ts';
import type { AuditEntry, AuditLog } from '../journal/audit-log-store.ts';
import { Refusal } from '../kernel/errors.ts';
import type { CachedSessions } from './cached-sessions.ts';
import type { Caller } from './caller.ts';
import type { PasswordLinks } from './password-links.ts';
import type { StoredUser, UserStore } from './user-store.ts';

/** What admins do with accounts. Each change is one transaction together with its entry in the audit log. */
export interface UserService {
  all(): readonly User[];
  /** Throws `email-taken`. */
  add(admin: Admin, added: AddUser): Invitation;
  /**
   * Who is disabled is signed out everywhere at once, leaves the calls they are on to others, and their open link is taken back. Throws `not-found`, `own-account` for one's own
   * role and state, `last-admin` when nobody would be left to do this.
   */
  change(admin: Admin, userId: AgentId, changes: ChangeUser): User;
  /**
   * A link to set the password. Somebody else's password and sessions end at once; one's own, when the link is used. Throws `not-found`,
   * `changed-elsewhere` for a disabled account.
   */
  resetPassword(admin: Admin, userId: AgentId): Invitation;
  /** For who has lost the app and the backup codes: signing in asks for the password only, and the sessions end. Throws `not-found`. */
  resetSecondFactor(admin: Admin, userId: AgentId): User;
}

export type Admin = Pick<Caller, 'id'>;

interface UserServiceOptions {
  readonly database: Database;
  readonly users: UserStore;
  readonly links: PasswordLinks;
  readonly audit: AuditLog;
  readonly sessions: Pick<CachedSessions, 'forget'>;
  /** Run in the transaction in which somebody may not listen to others' calls any more, or not be on any. */
  readonly stopSupervising: (userId: AgentId) => void;
  readonly leaveCalls: (userId: AgentId) => void;
  /** Runs in the transaction that changed what colleagues see of somebody. */
  readonly tellColleagues: (userId: AgentId) => void;
}

export function createUserService(options: UserServiceOptions): UserService {
  const { database, users, links, audit, sessions, tellColleagues } = options;

  function stored(userId: AgentId): StoredUser {
    const user = users.find(userId);
    if (user === null) throw new Refusal('not-found', 'There is no such account.');
    return user;
  }

  function shown(user: StoredUser): User {
    const lastSignInAt = user.lastSignInAt?.toISOString() ?? null;
    return { ...user, lastSignInAt, linkExpiresAt: links.expiryOf(user.id)?.toISOString() ?? null };
  }

  /** What follows for open connections is seen to after the commit, when a session that ended has ended for everybody. */
  function commit<T>(work: () => T): T {
    const result = database.transaction(work);
    sessions.forget();
    return result;
  }

  function lockOut(userId: AgentId): void {
    users.endSessions(userId);
    links.revoke(userId);
    options.leaveCalls(userId);
  }

  function record(admin: Admin, subjectId: AgentId, entry: AccountEntry): void {
    audit.append({ subject: 'account', actorId: admin.id, subjectId, ...entry });
  }

  return {
    all: () => users.all().map(shown),
    add: (admin, added) =>
      commit(() => {
        if (users.hasEmail(added.email)) throw new Refusal('email-taken', 'The address is taken.');
        const userId = users.add(added);
        const link = links.issue(userId);
        record(admin, userId, { action: 'added', before: null, after: { ...added } });
        tellColleagues(userId);
        return { user: shown(stored(userId)), link };
      }),
    change: (admin, userId, changes) =>
      commit(() => {
        const before = changeable(stored(userId));
        if (userId === admin.id && losesPower(before, changes)) {
          throw new Refusal('own-account', 'Nobody can disable or demote themselves.');
        }
        users.update(userId, changes);
        if (users.countAdmins() === 0) throw new Refusal('last-admin', 'No admin would be left.');
        if (losesPower(before, changes)) options.stopSupervising(userId);
        if (changes.disabled) lockOut(userId);
        const after = stored(userId);
        record(admin, userId, { action: 'changed', before, after: changeable(after) });
        tellColleagues(userId);
        return shown(after);
      }),
    resetPassword: (admin, userId) =>
      commit(() => {
        if (stored(userId).state === 'disabled') {
          throw new Refusal('changed-elsewhere', 'The account is disabled: enable it first.');
        }
        if (userId !== admin.id) {
          users.forgetPassword(userId);
          users.endSessions(userId);
        }
        const link = links.issue(userId);
        record(admin, userId, { action: 'link-issued', before: null, after: { expiresAt: link.expiresAt } });
        return { user: shown(stored(userId)), link };
      }),
    resetSecondFactor: (admin, userId) =>
      commit(() => {
        if (stored(userId).hasSecondFactor) {
          users.removeSecondFactor(userId);
          users.endSessions(userId);
          record(admin, userId, { action: 'second-factor-reset', before: null, after: null });
        }
        return shown(stored(userId));
      }),
  };
}

type AccountEntry = Pick<Extract<AuditEntry, { readonly subject: 'account' }>, 'action' | 'before' | 'after'>;

type Changeable = ReturnType<typeof changeable>;

function losesPower({ role }: Changeable, changes: ChangeUser): boolean {
  return changes.disabled === true || (changes.role !== undefined && changes.role !== role);
}

function changeable({ name, role, state }: StoredUser) {
  return { name, role, disabled: state === 'disabled' };
}
