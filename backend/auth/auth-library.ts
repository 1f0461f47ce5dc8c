import { betterAuth } from 'better-auth';
import { drizzleAdapter } from 'better-auth/adapters/drizzle';
import { admin, bearer, twoFactor } from 'better-auth/plugins';
import { adminAc, userAc } from 'better-auth/plugins/admin/access';
import { type AgentId, agentIdSchema } from '../contract/ids.ts';
import { passwordLength } from '../contract/users.ts';
import type { Database } from '../db/database.ts';
import * as schema from '../db/schema/accounts.ts';
import type { Log } from '../kernel/log.ts';

/** Set by us on each request to the library, never taken from outside: where the request came from. */
export const clientAddressHeader = 'x-client-address';

/** Of wrong codes in a row, and for how long nobody may try another then. */
export const secondFactorLock = { tries: 10, seconds: 15 * 60 } as const;

export interface AuthOptions {
  readonly database: Database;
  readonly secret: string;
  readonly publicUrl: string;
  readonly allowedOrigins: readonly string[];
  /** Told of every new session. */
  readonly onSignIn: (userId: AgentId, at: Date) => void;
  readonly log: Log;
}

export type AuthLibrary = ReturnType<typeof createAuthLibrary>;

/** The only place that configures better-auth. */
export function createAuthLibrary({
  database,
  secret,
  publicUrl,
  allowedOrigins,
  onSignIn,
  log,
}: AuthOptions) {
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
      customRules: {
        '/sign-in/email': { window: 60, max: 20 },
        '/two-factor/*': { window: 60, max: 20 },
      },
    },
    advanced: { cookiePrefix: 'toritsugi', ipAddress: { ipAddressHeaders: [clientAddressHeader] } },
    telemetry: { enabled: false },
    logger: { log: (level, message) => log[level]({ part: 'sign-in' }, message) },
    plugins: [
      bearer(),
      admin({ defaultRole: 'agent', roles: { agent: userAc, admin: adminAc } }),
      twoFactor({
        accountLockout: {
          maxFailedAttempts: secondFactorLock.tries,
          durationSeconds: secondFactorLock.seconds,
        },
      }),
    ],
  });
}
