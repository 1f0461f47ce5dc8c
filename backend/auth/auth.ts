import { betterAuth } from 'better-auth';
import { drizzleAdapter } from 'better-auth/adapters/drizzle';
import { admin, bearer } from 'better-auth/plugins';
import { adminAc, userAc } from 'better-auth/plugins/admin/access';
import { z } from 'zod';
import { type AgentId, agentIdSchema } from '../contract/ids.ts';
import { passwordLength } from '../contract/users.ts';
import { type Role, roleSchema } from '../contract/vocabulary.ts';
import type { Database } from '../db/database.ts';
import * as schema from '../db/schema/accounts.ts';
import type { Log } from '../kernel/log.ts';
import type { Caller, Sessions } from './caller.ts';

export interface Auth extends Sessions {
  /** Answers the sign-in library's own routes under `/api/auth`. */
  handle(request: Request): Promise<Response>;
  /** As `callerOf`; `setCookie` renews a browser's cookie that is worth renewing. */
  renew(headers: Headers): Promise<{ readonly caller: Caller | null; readonly setCookie: string | null }>;
  /** Throws when the address is taken or the password has not a `passwordLength`. */
  createAccount(account: NewAccount): Promise<AgentId>;
}

export interface NewAccount {
  readonly email: string;
  readonly password: string;
  readonly name: string;
  readonly role: Role;
}

/** Set by us on each request to the library, never taken from outside: where the request came from. */
export const clientAddressHeader = 'x-client-address';

interface AuthOptions {
  readonly database: Database;
  readonly secret: string;
  readonly publicUrl: string;
  readonly allowedOrigins: readonly string[];
  /** Told of every new session. */
  readonly onSignIn: (userId: AgentId, at: Date) => void;
  readonly log: Log;
}

/** E-mail and password by better-auth, its sessions in our database: a cookie for browsers, a bearer token for the desktop app. */
export function createAuth(options: AuthOptions): Auth {
  const library = createLibrary(options);
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
  };
}

function createLibrary({ database, secret, publicUrl, allowedOrigins, onSignIn, log }: AuthOptions) {
  return betterAuth({
    appName: 'Toritsugi',
    baseURL: publicUrl,
    basePath: '/api/auth',
    secret,
    database: drizzleAdapter(database.query, { provider: 'sqlite', schema }),
    trustedOrigins: [...allowedOrigins],
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: passwordLength.least,
      maxPasswordLength: passwordLength.most,
    },
    databaseHooks: {
      session: {
        create: {
          after: async ({ userId, createdAt }) => onSignIn(agentIdSchema.parse(userId), createdAt),
        },
      },
    },
    rateLimit: {
      enabled: true,
      storage: 'database',
      customRules: { '/sign-in/email': { window: 60, max: 20 } },
    },
    advanced: { cookiePrefix: 'toritsugi', ipAddress: { ipAddressHeaders: [clientAddressHeader] } },
    telemetry: { enabled: false },
    logger: { log: (level, message) => log[level]({ part: 'sign-in' }, message) },
    plugins: [bearer(), admin({ defaultRole: 'agent', roles: { agent: userAc, admin: adminAc } })],
  });
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
