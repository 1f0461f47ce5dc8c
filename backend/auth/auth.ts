import { z } from 'zod';
import { type AgentId, agentIdSchema } from '../contract/ids.ts';
import type { ChangePassword } from '../contract/second-factor.ts';
import { passwordLength } from '../contract/users.ts';
import { type Role, roleSchema } from '../contract/vocabulary.ts';
import { type AuthOptions, createAuthLibrary } from './auth-library.ts';
import type { Caller, Sessions } from './caller.ts';
import { translated } from './library-refusal.ts';
import { createSecondFactor, type NewSession, type SecondFactor } from './second-factor.ts';

export interface Auth extends Sessions {
  /** Answers the sign-in library's own routes under `/api/auth`. */
  handle(request: Request): Promise<Response>;
  /** As `callerOf`; `setCookie` renews a browser's cookie that is worth renewing. */
  renew(headers: Headers): Promise<{ readonly caller: Caller | null; readonly setCookie: string | null }>;
  /** Throws when the address is taken or the password has not a `passwordLength`. */
  createAccount(account: NewAccount): Promise<AgentId>;
  /** Ends all sessions of whoever it is and opens a new one. Throws `password-wrong`. */
  changePassword(headers: Headers, change: ChangePassword): Promise<NewSession>;
  readonly secondFactor: SecondFactor;
}

export interface NewAccount {
  readonly email: string;
  readonly password: string;
  readonly name: string;
  readonly role: Role;
}

/** E-mail and password by better-auth, its sessions in our database: a cookie for browsers, a bearer token for the desktop app. */
export function createAuth(options: AuthOptions): Auth {
  const library = createAuthLibrary(options);
  return {
    handle: (request) => library.handler(request),
    async callerOf(headers) {
      return callerFrom(await library.api.getSession({ headers, query: { disableRefresh: true } }));
    },
    async renew(headers) {
      const { response, headers: answer } = await library.api.getSession({ headers, returnHeaders: true });
      return { caller: callerFrom(response), setCookie: answer.get('set-cookie') };
    },
    async createAccount(account) {
      const { length } = account.password;
      if (length < passwordLength.least || length > passwordLength.most) {
        throw new Error(`A password needs ${passwordLength.least} to ${passwordLength.most} characters.`);
      }
      const { user } = await library.api.createUser({ body: { ...account } });
      return agentIdSchema.parse(user.id);
    },
    async changePassword(headers, { present, wanted }) {
      const body = { currentPassword: present, newPassword: wanted, revokeOtherSessions: true };
      const changed = library.api.changePassword({ headers, body, returnHeaders: true });
      return (await translated(changed)).headers;
    },
    secondFactor: createSecondFactor(library),
  };
}

const callerSchema = z
  .object({
    session: z.object({ id: z.string() }),
    user: z.object({ id: agentIdSchema, name: z.string(), email: z.string(), role: roleSchema }),
  })
  .transform(({ session, user }): Caller => {
    const { id, name, email, role } = user;
    return { sessionId: session.id, id, name, email, role };
  });

function callerFrom(session: unknown): Caller | null {
  return session === null ? null : callerSchema.parse(session);
}
