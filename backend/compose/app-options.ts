import { createPresenceHistory } from '../agents/presence-history.ts';
import { createScheduleService } from '../agents/schedule-service.ts';
import type { AppOptions } from '../app.ts';
import type { CallQueries } from '../calls/call-queries.ts';
import { createHistoryExport } from '../calls/history/history-export.ts';
import { createResultChanges } from '../calls/history/result-changes.ts';
import { createPronunciationService } from '../conversation/pronunciation-service.ts';
import { createTeamTemplateService } from '../conversation/team-template-service.ts';
import { createTemplateAudioService } from '../conversation/template-audio-service.ts';
import { createTemplateService } from '../conversation/template-service.ts';
import { createAuditTrailStore } from '../customers/audit-trail-store.ts';
import { createHandoffCommands, type HandoffCommands } from '../handoff/handoff-commands.ts';
import { createAuditLogStore } from '../journal/audit-log-store.ts';
import type { RealtimeRoutesOptions } from '../realtime/realtime-routes.ts';
import { createAdministration } from './administration.ts';
import type { BackendParts } from './backend-parts.ts';
import { createCallVerbs } from './call-verbs.ts';
import { consolesTalkTo, createWebhooks, phonePageOf, telephonyForConsoles } from './carrier-adapter.ts';
import { snapshotFor } from './console-snapshot.ts';
import { createCustomerDesk } from './customer-desk.ts';
import { createPhoneVerifying } from './phone-verification.ts';

/** What the routes of all domains are given. */
export function appOptionsOf(parts: BackendParts, isReady: () => boolean): AppOptions {
  const { config, log, clock, simulator, consoleFolder, telephony, testCalls, signIn, team, flow } = parts;
  const { auth, lock, sessions, tickets } = signIn;
  const calls = createCallVerbs(parts);
  return {
    http: config.http,
    log,
    clock,
    isReady,
    metrics: parts.metrics,
    metricsToken: config.metricsToken,
    consoleFolder,
    phonePage: phonePageOf(config),
    connectTo: consolesTalkTo(config),
    webhooks: createWebhooks(parts),
    simulator,
    auth,
    sessions,
    tickets,
    lock,
    telephony,
    testCalls,
    telephonyForConsoles: telephonyForConsoles(config),
    agents: team.agents,
    schedules: createScheduleService({
      database: parts.database,
      agents: parts.stores.agents,
      profile: team.agents.profile,
      presence: team.presence,
      audit: createAuditLogStore(parts.database, clock),
      events: parts.stores.events,
    }),
    presence: team.presence,
    presenceHistory: createPresenceHistory({ log: parts.stores.presenceLog, agents: parts.stores.agents }),
    routing: flow.routingView,
    phoneVerification: createPhoneVerifying(parts),
    ...createAdministration(parts),
    customerDesk: createCustomerDesk(parts, calls.queries),
    calls,
    campaigns: parts.campaigns,
    history: historyOf(parts, calls.queries),
    recordings: parts.recordingService,
    reports: parts.reports,
    load: parts.load,
    spending: parts.spending,
    ...speechOf(parts),
    supervision: flow.supervision,
    handoffs: { commands: handoffCommandsOf(parts), offers: flow.offers },
    realtime: realtimeOptionsOf(
      parts,
      snapshotFor({
        calls: calls.queries,
        offers: flow.offers,
        presence: team.presence,
        alerts: flow.alerts,
        supervision: flow.supervision,
      }),
    ),
  };
}

/** What there is to a history besides its pages. */
function historyOf(parts: BackendParts, queries: CallQueries): AppOptions['history'] {
  const { database, clock, campaignName, teamZone, stores } = parts;
  const audit = createAuditLogStore(database, clock);
  const trail = createAuditTrailStore(database);
  return {
    exported: createHistoryExport({ queries, audit, campaignName, zone: teamZone }),
    resultChanges: createResultChanges({ queries, trail, nameOfAgent: stores.agents.nameOf }),
  };
}

/** What the AI says for agents, and how. */
function speechOf({
  database,
  stores,
  care,
  team,
  flow,
  clock,
}: BackendParts): Pick<AppOptions, 'speech' | 'teamTemplates' | 'templateAudio' | 'spokenAudio'> {
  const { templates, teamTemplates, templateAudio: files, pronunciations } = stores;
  const audit = createAuditLogStore(database, clock);
  const service = createTemplateService({
    ...stores,
    customers: care.customers,
    profiles: team.agents,
    database,
    audit,
    clock,
  });
  const view = service.set;
  return {
    speech: {
      templates: service,
      agents: stores.agents,
      pronunciations: createPronunciationService({
        database,
        pronunciations,
        profiles: team.agents,
        audit,
      }),
      calls: stores.calls,
      publisher: flow.publisher,
    },
    teamTemplates: createTeamTemplateService({
      database,
      teamTemplates,
      agents: stores.agents,
      customers: care.customers,
      audit,
      events: stores.events,
      clock,
    }),
    templateAudio: createTemplateAudioService({
      database,
      templates,
      teamTemplates,
      files,
      profiles: team.agents,
      view,
      audit,
      clock,
    }),
    spokenAudio: files,
  };
}

function handoffCommandsOf({ database, flow, team }: BackendParts): HandoffCommands {
  const { requests, offers, transfers, hold, leave } = flow;
  const { reachableClient } = team.connections;
  return createHandoffCommands({ database, requests, offers, transfers, hold, leave, reachableClient });
}

function realtimeOptionsOf(
  { config, signIn, hub, team, clock, log }: BackendParts,
  snapshot: RealtimeRoutesOptions['snapshot'],
): RealtimeRoutesOptions {
  const { sessions, tickets, viewerOf, consoles } = signIn;
  const { allowedOrigins } = config.http;
  const { connections } = team;
  return { sessions, tickets, viewerOf, consoles, allowedOrigins, hub, connections, snapshot, clock, log };
}
