import type { AppOptions } from '../app.ts';
import { createPronunciationService } from '../conversation/pronunciation-service.ts';
import { createTemplateAudioService } from '../conversation/template-audio-service.ts';
import { createTemplateService } from '../conversation/template-service.ts';
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
  const { auth, sessions, tickets } = signIn;
  const calls = createCallVerbs(parts);
  return {
    http: config.http,
    log,
    clock,
    isReady,
    consoleFolder,
    phonePage: phonePageOf(config),
    connectTo: consolesTalkTo(config),
    webhooks: createWebhooks(parts),
    simulator,
    auth,
    sessions,
    tickets,
    telephony,
    testCalls,
    telephonyForConsoles: telephonyForConsoles(config),
    agents: team.agents,
    presence: team.presence,
    phoneVerification: createPhoneVerifying(parts),
    ...createAdministration(parts),
    customerDesk: createCustomerDesk(parts, calls.queries),
    calls,
    recordings: parts.recordingService,
    ...speechOf(parts),
    handoffs: { commands: handoffCommandsOf(parts), offers: flow.offers },
    realtime: realtimeOptionsOf(
      parts,
      snapshotFor({
        calls: calls.queries,
        offers: flow.offers,
        presence: team.presence,
        alerts: flow.alerts,
      }),
    ),
  };
}

/** What the AI says for agents, and how. */
function speechOf({
  database,
  stores,
  flow,
  clock,
}: BackendParts): Pick<AppOptions, 'speech' | 'templateAudio' | 'spokenAudio'> {
  const { templates, templateAudio: files, pronunciations, agents } = stores;
  const audit = createAuditLogStore(database, clock);
  const service = createTemplateService({ database, templates, pronunciations, agents, audit, clock });
  const view = service.set;
  return {
    speech: {
      templates: service,
      pronunciations: createPronunciationService(pronunciations),
      calls: stores.calls,
      publisher: flow.publisher,
    },
    templateAudio: createTemplateAudioService({ database, templates, files, view, audit, clock }),
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
