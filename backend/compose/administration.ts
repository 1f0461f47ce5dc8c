import { createTeamService } from '../agents/team-service.ts';
import type { AppOptions } from '../app.ts';
import { createPasswordJudge } from '../auth/password-judge.ts';
import { createPasswordLinks } from '../auth/password-links.ts';
import { createPasswordService } from '../auth/password-service.ts';
import { createPasswordStrength } from '../auth/password-strength.ts';
import { createSecurityService } from '../auth/security-service.ts';
import { createUserService } from '../auth/user-service.ts';
import { createTelephonyHealthStore } from '../health/telephony-health-store.ts';
import { telephonyOverview } from '../health/telephony-overview.ts';
import { createAuditLogStore } from '../journal/audit-log-store.ts';
import { systemClock } from '../kernel/clock.ts';
import { createAgentFiguresService } from '../reports/agent-figures-service.ts';
import { createAgentFiguresStore } from '../reports/agent-figures-store.ts';
import { createCallFiguresStore } from '../reports/call-figures-store.ts';
import type { BackendParts } from './backend-parts.ts';
import { carrierAccess } from './carrier-adapter.ts';

type Administration = Pick<AppOptions, 'users' | 'passwords' | 'security' | 'line' | 'team' | 'figures'>;

/** What only admins have: accounts, and a look at the telephone line. */
export function createAdministration(parts: BackendParts): Administration {
  const { config, database, stores, clock, lineHealth, signIn, team, flow } = parts;
  const { publicUrl } = config.http;
  const { auth, lock, sessions, users } = signIn;
  // As sessions, links end by real time, whatever the domains' clock does.
  const links = createPasswordLinks({ database, clock: systemClock, publicUrl });
  const audit = createAuditLogStore(database, clock);
  const judge = createPasswordJudge({
    strength: createPasswordStrength(),
    companyOf: (userId) => stores.agents.find(userId)?.settings.conversation?.myCompanyName ?? null,
  });
  const { callerNumbers } = parts.telephony;
  const tellColleagues = team.presence.refresh;
  const health = createTelephonyHealthStore(database);
  const callerNumber = carrierAccess(config).account.number;
  const line = { carrier: config.carrier.type, callerNumber, publicUrl };
  return {
    users: createUserService({
      database,
      users,
      links,
      audit,
      sessions,
      tellColleagues,
      stopSupervising: flow.supervision.expel,
      leaveCalls: flow.leaveAll,
    }),
    passwords: createPasswordService({ database, users, links, judge, lock, audit, sessions }),
    security: createSecurityService({ auth, users, links, judge, lock, audit, sessions }),
    team: createTeamService({
      database,
      teamSettings: stores.teamSettings,
      agents: stores.agents,
      profiles: team.agents,
      presence: team.presence,
      callerNumbers,
      audit,
      events: stores.events,
    }),
    figures: createAgentFiguresService({
      agents: stores.agents,
      figures: createAgentFiguresStore(database, stores.presenceLog),
      callFigures: createCallFiguresStore(database),
      clock,
    }),
    line: { overview: () => telephonyOverview({ line, health, ...lineHealth }), callerNumbers },
  };
}
