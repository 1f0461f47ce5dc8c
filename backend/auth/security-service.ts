import type { AgentId } from '../contract/ids.ts';
import type { ChangePassword, SecondFactorDraft, Security } from '../contract/second-factor.ts';
import type { AuditLog } from '../journal/audit-log-store.ts';
import type { Auth } from './auth.ts';
import type { CachedSessions } from './cached-sessions.ts';
import type { Caller } from './caller.ts';
import type { PasswordJudge } from './password-judge.ts';
import type { PasswordLinks } from './password-links.ts';
import type { NewSession } from './second-factor.ts';
import type { SignInLock } from './sign-in-lock-store.ts';
import type { UserStore } from './user-store.ts';

/** Whoever asks, and what their request carries as proof. */
export interface Asker {
  readonly caller: Caller;
  readonly headers: Headers;
}

/** What people change about their own sign-in. Each needs the password or a code; who guesses is stopped as at the sign-in. */
export interface SecurityService {
  of(caller: Pick<Caller, 'id'>): Security;
  /** All other sessions end, and this one is replaced. Throws `password-wrong`, `password-guessable`, `password-personal`. */
  changePassword(asker: Asker, wanted: ChangePassword): Promise<NewSession>;
  draftSecondFactor(asker: Asker, password: string): Promise<SecondFactorDraft>;
  confirmSecondFactor(asker: Asker, code: string): Promise<NewSession>;
  turnOffSecondFactor(asker: Asker, password: string): Promise<NewSession>;
  newBackupCodes(asker: Asker, password: string): Promise<readonly string[]>;
}

interface SecurityServiceOptions {
  readonly auth: Pick<Auth, 'secondFactor' | 'changePassword'>;
  readonly users: Pick<UserStore, 'find'>;
  readonly links: Pick<PasswordLinks, 'revoke'>;
  readonly judge: PasswordJudge;
  readonly lock: SignInLock;
  readonly audit: AuditLog;
  readonly sessions: Pick<CachedSessions, 'forget'>;
}

export function createSecurityService(options: SecurityServiceOptions): SecurityService {
  const { auth, users, links, judge, lock, audit, sessions } = options;

  /** The library writes by itself, so the entry is not in its transaction: it is written as soon as that is done. */
  function record(userId: AgentId, action: SecurityAction): void {
    sessions.forget();
    audit.append({
      subject: 'account',
      action,
      actorId: userId,
      subjectId: userId,
      before: null,
      after: null,
    });
  }

  async function guarded<T>({ email }: Caller, work: () => Promise<T>): Promise<T> {
    lock.begin(email);
    const done = await work();
    lock.succeeded(email);
    return done;
  }

  return {
    of: ({ id }) => ({ secondFactor: users.find(id)?.hasSecondFactor === true ? 'on' : 'off' }),
    async changePassword({ caller, headers }, wanted) {
      judge.refuseWeak(caller, wanted.wanted);
      const session = await guarded(caller, () => auth.changePassword(headers, wanted));
      links.revoke(caller.id);
      record(caller.id, 'password-set');
      return session;
    },
    draftSecondFactor: ({ caller, headers }, password) =>
      guarded(caller, () => auth.secondFactor.draft(headers, password)),
    async confirmSecondFactor({ caller, headers }, code) {
      const session = await guarded(caller, () => auth.secondFactor.confirm(headers, code));
      record(caller.id, 'second-factor-on');
      return session;
    },
    async turnOffSecondFactor({ caller, headers }, password) {
      const session = await guarded(caller, () => auth.secondFactor.turnOff(headers, password));
      record(caller.id, 'second-factor-off');
      return session;
    },
    async newBackupCodes({ caller, headers }, password) {
      const codes = await guarded(caller, () => auth.secondFactor.newBackupCodes(headers, password));
      record(caller.id, 'backup-codes-made');
      return codes;
    },
  };
}

type SecurityAction = 'password-set' | 'second-factor-on' | 'second-factor-off' | 'backup-codes-made';
