import type { Hono } from 'hono';
import { startPresenceClock } from './agents/presence-clock.ts';
import { createApp } from './app.ts';
import { createAuth } from './auth/auth.ts';
import { cacheSessions } from './auth/cached-sessions.ts';
import { createTicketStore } from './auth/ticket-store.ts';
import { createCallCommands } from './calls/call-commands.ts';
import { createCallQueries } from './calls/call-queries.ts';
import { startReconciliation } from './calls/reconciliation.ts';
import { createCallFlow } from './compose/call-flow.ts';
import { callStartFor } from './compose/call-start.ts';
import { consolesTalkTo, createTelephony, createWebhooks, telephonyForConsoles } from './compose/carrier.ts';
import { createCustomerCare } from './compose/customer-care.ts';
import { snapshotFor } from './compose/snapshot.ts';
import { createStores } from './compose/stores.ts';
import { createTeam } from './compose/team.ts';
import { turnSettingsFrom } from './compose/turn-settings.ts';
import type { Config } from './config/config.ts';
import type { Database } from './db/database.ts';
import { startOutboxSender } from './journal/outbox-sender.ts';
import { startTimerRunner } from './journal/timer-runner.ts';
import type { Clock } from './kernel/clock.ts';
import { createIds } from './kernel/ids.ts';
import type { Log } from './kernel/log.ts';
import { createEventHub } from './realtime/event-hub.ts';

export interface BackendOptions {
  readonly config: Config;
  readonly database: Database;
  readonly authSecret: string;
  /** The embedded simulator's routes; null when the carrier is elsewhere. */
  readonly simulator: Hono | null;
  /** The domains' time, and how many times faster than real time it runs. */
  readonly clock: Clock;
  readonly speed: number;
  readonly log: Log;
  /** The built console. */
  readonly consoleFolder: string;
}

export interface Backend extends AsyncDisposable {
  readonly app: Hono;
  /**
   * Once the server listens: starts what acts by itself, beginning with what was due while the process was down and with the commands
   * that a crash left behind.
   */
  start(): void;
}

/** Constructs the backend, and is with `compose/` the only one who does. */
export function composeBackend(options: BackendOptions): Backend {
  const { config, database, clock, log } = options;
  const ids = createIds(clock);
  const stores = createStores(database, clock, config.defaultTimeZone);
  const hub = createEventHub(database, stores.events);
  const team = createTeam({
    log,
    database,
    stores,
    clock,
    wrapUpSeconds: config.handoff.wrapUpSeconds,
    onUnavailable: (agentId) => flow.offers.withdrawFrom(agentId),
  });
  const care = createCustomerCare({ database, stores, clock, ids });
  const settingsFor = turnSettingsFrom(stores, care.customers, config);
  const flow = createCallFlow({
    ...team,
    database,
    config,
    stores,
    hub,
    settingsFor,
    customerName: care.nameOf,
    clock,
    ids,
    log,
  });
  flow.notices.subscribe((notice) => {
    const call = notice.type === 'ended' ? stores.calls.find(notice.callId) : null;
    if (call !== null) care.callFinished(call, null);
  });

  const auth = createAuth({ ...config.http, database, secret: options.authSecret, log });
  const sessions = cacheSessions(auth, clock);
  const tickets = createTicketStore(database, clock);
  const telephony = createTelephony(config, clock);
  const calls = {
    start: callStartFor({ database, stores, flow, care, team, config, clock, ids }),
    queries: createCallQueries({ ...stores, publisher: flow.publisher, handoffsOf: flow.handoffsOf }),
    commands: createCallCommands({
      ...stores,
      database,
      ending: flow.ending,
      publisher: flow.publisher,
      onResult: (call, viewer) => care.callFinished(call, viewer.id),
    }),
  };
  const app = createApp({
    http: config.http,
    log,
    isReady: () => stores.events.newest() >= 0,
    consoleFolder: options.consoleFolder,
    connectTo: consolesTalkTo(config),
    webhooks: createWebhooks({ config, database, stores, flow, clock, log }),
    simulator: options.simulator,
    auth,
    sessions,
    tickets,
    telephony,
    telephonyForConsoles: telephonyForConsoles(config),
    agents: team.agents,
    presence: team.presence,
    customers: care.customerService,
    calls,
    handoffs: {
      database,
      requests: flow.requests,
      offers: flow.offers,
      reachableClient: team.connections.reachableClient,
    },
    realtime: {
      sessions,
      tickets,
      roleOf: (agentId) => stores.agents.find(agentId)?.role ?? null,
      allowedOrigins: config.http.allowedOrigins,
      hub,
      connections: team.connections,
      snapshot: snapshotFor(calls.queries, flow.offers, team.presence),
      clock,
      log,
    },
  });

  const running: (Disposable | AsyncDisposable)[] = [hub, team.connections];
  return {
    app,
    start() {
      running.push(
        startTimerRunner({
          ...options,
          timers: stores.timers,
          onDue: (event) =>
            event.type === 'wrap-up-over' ? team.presence.refresh(event.agentId) : flow.onHandoffTimer(event),
        }),
        startOutboxSender({
          ...options,
          outbox: stores.outbox,
          telephony,
          random: Math.random,
          isOver: (callId) => stores.calls.find(callId)?.endedAt != null,
          onOutcome: flow.onCarrierOutcome,
        }),
        startPresenceClock(team.presence, log),
        startReconciliation({ ...options, ...stores, legEvents: flow.carrierEvents, telephony }),
      );
    },
    async [Symbol.asyncDispose]() {
      for (const part of running.toReversed()) {
        if (Symbol.asyncDispose in part) await part[Symbol.asyncDispose]();
        else part[Symbol.dispose]();
      }
    },
  };
}
