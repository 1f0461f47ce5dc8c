import { agentRoutes } from '../../backend/agents/agent-routes.ts';
import { createAgentService } from '../../backend/agents/agent-service.ts';
import { createAgentStore } from '../../backend/agents/agent-store.ts';
import { createConnections } from '../../backend/agents/connections.ts';
import { createPresenceHistory } from '../../backend/agents/presence-history.ts';
import { presenceLogRoutes } from '../../backend/agents/presence-log-routes.ts';
import { createPresenceLogStore } from '../../backend/agents/presence-log-store.ts';
import { createPresenceService } from '../../backend/agents/presence-service.ts';
import { createPresenceStore } from '../../backend/agents/presence-store.ts';
import { scheduleRoutes } from '../../backend/agents/schedule-routes.ts';
import { createScheduleService } from '../../backend/agents/schedule-service.ts';
import { agentAdminRoutes, teamRoutes } from '../../backend/agents/team-routes.ts';
import { createTeamService } from '../../backend/agents/team-service.ts';
import { createTeamSettingsStore } from '../../backend/agents/team-settings-store.ts';
import type { RoutingSettings } from '../../backend/contract/routing.ts';
import { openDatabase } from '../../backend/db/database.ts';
import { audit } from '../../backend/db/schema/customers.ts';
import { createAuditLogStore } from '../../backend/journal/audit-log-store.ts';
import { createEventLogStore } from '../../backend/journal/event-log-store.ts';
import { createTimerStore } from '../../backend/journal/timer-store.ts';
import { createApi } from './api.ts';

export const initialRouting: RoutingSettings = {
  strategy: 'priority',
  skills: [{ id: 1, name: '英語', tags: ['海外'], reasons: [] }],
  telephones: 'ranked',
  ringAll: true,
  escalateToAdmins: true,
  offerSeconds: 15,
  handoffSeconds: 45,
  wrapUpSeconds: 30,
  awayAfterMissed: 3,
};

export const conversation = {
  myCompanyName: 'みらい商会',
  myServiceName: 'みらいクラウド',
  myRepresentativeName: '鈴木',
  calleeDepartment: '総務部',
  serviceDescription: '勤怠管理を一つの画面にまとめるサービス',
};

export type TeamBench = ReturnType<typeof createTeamBench>;

/** Agents, their settings and their presence behind their routes, on an empty database, with a carrier that has these numbers. */
export function createTeamBench(callerNumbers: readonly string[] | null = []) {
  const database = openDatabase(':memory:');
  const api = createApi(database);
  const connections = createConnections();
  const teamSettings = createTeamSettingsStore(database, initialRouting);
  const agents = createAgentStore(database, 'Asia/Tokyo', () => teamSettings.defaults().settings);
  const events = createEventLogStore(database, api.clock);
  const presenceLog = createPresenceLogStore(database);
  const presence = createPresenceService({
    database,
    agents,
    presenceStore: createPresenceStore(database),
    connections,
    engagedIn: () => null,
    isTesting: () => false,
    events,
    timers: createTimerStore(database),
    clock: api.clock,
    log: presenceLog,
    wrapUpSeconds: () => teamSettings.routing().settings.wrapUpSeconds,
    onUnavailable: () => {},
    onAvailable: () => {},
  });
  const auditLog = createAuditLogStore(database, api.clock);
  const profiles = createAgentService({
    teamSettings,
    database,
    agents,
    presence,
    audit: auditLog,
    events,
    clock: api.clock,
  });
  const team = createTeamService({
    database,
    teamSettings,
    agents,
    profiles,
    presence,
    callerNumbers: async () => callerNumbers,
    audit: auditLog,
    events,
  });
  const schedules = createScheduleService({
    database,
    agents,
    profile: profiles.profile,
    presence,
    audit: auditLog,
    events,
  });
  api.app.route('/api/agents', agentRoutes(profiles, presence));
  api.app.route('/api/agents', agentAdminRoutes(team, profiles));
  api.app.route('/api/agents', scheduleRoutes(schedules, profiles));
  api.app.route('/api/agents', presenceLogRoutes(createPresenceHistory({ log: presenceLog, agents })));
  api.app.route('/api/team', teamRoutes(team));
  return {
    database,
    api,
    agents,
    connections,
    presence,
    presenceLog,
    teamSettings,
    events,
    audited: () => database.query.select().from(audit).all(),
    [Symbol.dispose]() {
      connections[Symbol.dispose]();
      database[Symbol.dispose]();
    },
  };
}
