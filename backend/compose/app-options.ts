import type { AppOptions } from '../app.ts';
import { createPronunciationService } from '../conversation/pronunciation-service.ts';
import { createTemplateService } from '../conversation/template-service.ts';
import { createHandoffCommands, type HandoffCommands } from '../handoff/handoff-commands.ts';
import type { RealtimeRoutesOptions } from '../realtime/realtime-routes.ts';
import { createAdministration } from './administration.ts';
import type { BackendParts } from './backend-parts.ts';
import { createCallVerbs } from './call-verbs.ts';
import { consolesTalkTo, createWebhooks, phonePageOf, telephonyForConsoles } from './carrier-adapter.ts';
import { snapshotFor } from './console-snapshot.ts';

/** What the routes of all domains are given. */
export function appOptionsOf(parts: BackendParts, isReady: () => boolean): AppOptions {
  const {
    config,
    database,
    stores,
    log,
    clock,
    simulator,
    consoleFolder,
    telephony,
    signIn,
    team,
    care,
    flow,
  } = parts;
  const { templates, pronunciations, agents } = stores;
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
    ...createAdministration(parts),
    customers: care.customerService,
    blocks: care.blocks,
    calls,
    speech: {
      templates: createTemplateService({ database, templates, pronunciations, agents, clock }),
      pronunciations: createPronunciationService(pronunciations),
      calls: stores.calls,
      publisher: flow.publisher,
    },
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

function handoffCommandsOf({ database, flow, team }: BackendParts): HandoffCommands {
  const { requests, offers, transfers, leave } = flow;
  const { reachableClient } = team.connections;
  return createHandoffCommands({ database, requests, offers, transfers, leave, reachableClient });
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
