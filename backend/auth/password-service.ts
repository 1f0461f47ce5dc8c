import { hashPassword } from 'better-auth/crypto';
import { agentIdSchema } from '../contract/ids.ts';
import type { SetPassword } from '../contract/users.ts';
import type { Database } from '../db/database.ts';
import type { AuditLog } from '../journal/audit-log-store.ts';
import { Refusal } from '../kernel/errors.ts';
import type { CachedSessions } from './cached-sessions.ts';
import type { PasswordJudge } from './password-judge.ts';
import type { PasswordLinks } from './password-links.ts';
import type { SignInLock } from './sign-in-lock-store.ts';
import type { StoredUser, UserStore } from './user-store.ts';

export interface PasswordService {
  /** Changes nothing. Throws `link-over`. */
  checkLink(token: string): void;
  /** Whoever has the link sets the password; their sessions end. Throws `link-over`, also for who was disabled meanwhile; `password-guessable`, `password-personal`. */
  set(wanted: SetPassword): Promise<StoredUser>;
}

interface PasswordServiceOptions {
  readonly database: Database;
  readonly users: Pick<UserStore, 'find' | 'setPassword' | 'endSessions'>;
  readonly links: Pick<PasswordLinks, 'find' | 'redeem'>;
  readonly judge: PasswordJudge;
  readonly lock: Pick<SignInLock, 'succeeded'>;
  readonly audit: AuditLog;
  readonly sessions: Pick<CachedSessions, 'forget'>;
}

export function createPasswordService(options: PasswordServiceOptions): PasswordService {
  const { database, users, links, judge, lock, audit, sessions } = options;

  function ownerOf(userId: string | null): StoredUser {
    const owner = userId === null ? null : users.find(agentIdSchema.parse(userId));
    if (owner === null || owner.state === 'disabled') {
      throw new Refusal('link-over', 'The link was used, was replaced, or has expired.');
    }
    return owner;
  }

  return {
    checkLink(token) {
      ownerOf(links.find(token));
    },
    async set({ token, password }) {
      // Hashing is slow on purpose: it is not done for whoever guesses.
      judge.refuseWeak(ownerOf(links.find(token)), password);
      const hash = await hashPassword(password);
      const owner = database.transaction(() => {
        const { id, ...person } = ownerOf(links.redeem(token));
        users.setPassword(id, hash);
        users.endSessions(id);
        lock.succeeded(person.email);
        audit.append({
          subject: 'account',
          action: 'password-set',
          actorId: id,
          subjectId: id,
          before: null,
          after: null,
        });
        return { id, ...person };
      });
      sessions.forget();
      return owner;
    },
  };
}
