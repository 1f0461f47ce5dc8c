import type { Hono } from 'hono';
import { createApp } from './app.ts';
import { createFollowedResult } from './calls/followed-result.ts';
import { appOptionsOf } from './compose/app-options.ts';
import type { BackendOptions, BackendParts } from './compose/backend-parts.ts';
import { createBackground } from './compose/background.ts';
import { createCallFlow } from './compose/call-flow.ts';
import { createTelephony } from './compose/carrier-adapter.ts';
import { createCustomerCare } from './compose/customer-care.ts';
import { createCustomerImports } from './compose/customer-imports.ts';
import { watchLine } from './compose/line-health.ts';
import { createRecordings } from './compose/recordings.ts';
import { createSignIn } from './compose/sign-in.ts';
import { createStores } from './compose/stores.ts';
import { createTeam } from './compose/team.ts';
import { createTestCalling } from './compose/test-calls.ts';
import { turnSettingsFrom } from './compose/turn-settings-source.ts';
import { isFree } from './handoff/routing.ts';
import { createIds } from './kernel/ids.ts';
import { createEventHub } from './realtime/event-hub.ts';

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
  const parts = partsOf(options);
  const background = createBackground(parts);
  return {
    app: createApp(appOptionsOf(parts, background.isReady)),
    start: background.start,
    [Symbol.asyncDispose]: () => background[Symbol.asyncDispose](),
  };
}

function partsOf(options: BackendOptions): BackendParts {
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
    onUnavailable: (agentId, how) => flow.offers.withdrawFrom(agentId, how),
    isTesting: (agentId) => testCalling.testCalls.isTesting(agentId),
    onReachable: (agentId) => flow.offers.welcomeBack(agentId),
  });
  const testCalling = createTestCalling({ config, stores, team, log });
  const care = createCustomerCare({ database, stores, config, clock, ids });
  const flow = createCallFlow({
    presence: team.presence,
    connections: team.connections,
    database,
    config,
    stores,
    hub,
    settingsFor: turnSettingsFrom(stores, care.customers, config, () => team.presence.team().some(isFree)),
    callers: care.callers,
    customerName: care.nameOf,
    staysBlocked: care.staysBlocked,
    clock,
    ids,
    log,
  });
  // The customer follows the result of a call in the transaction that found it.
  const { calls, legs } = stores;
  const { resultDrafted: onDraft, resultStands: onStanding } = care;
  flow.notices.subscribe(createFollowedResult({ calls, legs, onDraft, onStanding }));
  const lineHealth = watchLine(createTelephony(config, clock, options.speed), clock);
  const { telephony } = lineHealth;
  const signIn = createSignIn(options);
  return {
    ...options,
    ids,
    stores,
    hub,
    team,
    ...testCalling,
    care,
    flow,
    telephony,
    lineHealth,
    signIn,
    ...createRecordings({ ...options, stores, flow }),
    ...createCustomerImports({ ...options, ids, stores, care, signIn }),
  };
}
