import type { AgentId } from '../contract/ids.ts';
import type { PasswordLink } from '../contract/users.ts';
import type { Database } from '../db/database.ts';
import type { Clock } from '../kernel/clock.ts';
import { createOneTimeSecretStore, type OneTimeSecrets } from './one-time-secret-store.ts';

/** Links with which somebody sets their password, once and within a day. There is no mail server: an admin passes them on. */
export interface PasswordLinks extends Pick<OneTimeSecrets, 'find' | 'redeem' | 'revoke' | 'expiryOf'> {
  /** Takes the place of the one before. */
  issue(userId: AgentId): PasswordLink;
}

const lifetimeMs = 24 * 60 * 60 * 1_000;

/** After the hash, so that the token reaches no server's log and no `Referer`. */
const page = '/#/set-password/';

interface PasswordLinksOptions {
  readonly database: Database;
  readonly clock: Clock;
  readonly publicUrl: string;
}

export function createPasswordLinks({ database, clock, publicUrl }: PasswordLinksOptions): PasswordLinks {
  const secrets = createOneTimeSecretStore({ database, clock, kind: 'password-link', lifetimeMs });
  return {
    ...secrets,
    issue(userId) {
      secrets.revoke(userId);
      const { secret, expiresAt } = secrets.issue(userId);
      return { url: `${publicUrl}${page}${secret}`, expiresAt: expiresAt.toISOString() };
    },
  };
}
