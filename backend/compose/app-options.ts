import type { AppOptions } from '../app.ts';
import { createPronunciationService } from '../conversation/pronunciation-service.ts';
import { createTemplateService } from '../conversation/template-service.ts';
import type { RealtimeRoutesOptions } from '../realtime/realtime-routes.ts';
import type { BackendParts } from './backend-parts.ts';
import { createCallVerbs } from './call-verbs.ts';
import { consolesTalkTo, createWebhooks, phonePageOf, telephonyForConsoles } from './carrier-adapter.ts';
import { snapshotFor } from './console-snapshot.ts';

/** What the routes of all domains are given. */
export function appOptionsOf(parts: BackendParts, isReady: () => boolean): AppOptions {
  const { config, log, clock, simulator, consoleFolder, telephony, signIn, team, care, flow } = parts;
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
    telephonyForConsoles: telephonyForConsoles(config),
    agents: team.agents,
    presence: team.presence,
    customers: care.customerService,
    blocks: care.blocks,
    calls,
    speech: {
      templates: createTemplateService({ ...parts.stores, database: parts.database, clock }),
      pronunciations: createPronunciationService(parts.stores.pronunciations),
      calls: parts.stores.calls,
      publisher: flow.publisher,
    },
    handoffs: {
      database: parts.database,
      requests: flow.requests,
      offers: flow.offers,
      transfers: flow.transfers,
      leave: flow.leave,
      reachableClient: team.connections.reachableClient,
    },
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

function realtimeOptionsOf(
  { config, signIn, hub, team, clock, log }: BackendParts,
  snapshot: RealtimeRoutesOptions['snapshot'],
): RealtimeRoutesOptions {
  const { sessions, tickets, viewerOf, consoles } = signIn;
  const { allowedOrigins } = config.http;
  const { connections } = team;
  return { sessions, tickets, viewerOf, consoles, allowedOrigins, hub, connections, snapshot, clock, log };
}
