import type { AppOptions } from '../app.ts';
import { createPasswordLinks } from '../auth/password-links.ts';
import { createPasswordService } from '../auth/password-service.ts';
import { createUserService } from '../auth/user-service.ts';
import { createTelephonyHealthStore } from '../health/telephony-health-store.ts';
import { telephonyOverview } from '../health/telephony-overview.ts';
import { createAuditLogStore } from '../journal/audit-log-store.ts';
import { systemClock } from '../kernel/clock.ts';
import type { BackendParts } from './backend-parts.ts';
import { carrierAccess } from './carrier-adapter.ts';

type Administration = Pick<AppOptions, 'users' | 'passwords' | 'telephonyOverview'>;

/** What only admins have: accounts, and a look at the telephone line. */
export function createAdministration(parts: BackendParts): Administration {
  const { config, database, clock, lineHealth, signIn, team } = parts;
  const { publicUrl } = config.http;
  const { sessions, users } = signIn;
  // As sessions, links end by real time, whatever the domains' clock does.
  const links = createPasswordLinks({ database, clock: systemClock, publicUrl });
  const audit = createAuditLogStore(database, clock);
  const tellColleagues = team.presence.refresh;
  const health = createTelephonyHealthStore(database);
  const callerNumber = carrierAccess(config).account.number;
  const line = { carrier: config.carrier.type, callerNumber, publicUrl };
  return {
    users: createUserService({ database, users, links, audit, sessions, tellColleagues }),
    passwords: createPasswordService({ database, users, links, audit, sessions }),
    telephonyOverview: () => telephonyOverview({ line, health, ...lineHealth }),
  };
}
