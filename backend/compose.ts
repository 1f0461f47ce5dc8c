import type { Hono } from 'hono';
import { createApp } from './app.ts';
import { createFollowedResult } from './calls/followed-result.ts';
import { appOptionsOf } from './compose/app-options.ts';
import type { BackendOptions, BackendParts } from './compose/backend-parts.ts';
import { createBackground } from './compose/background.ts';
import { createCallFlow } from './compose/call-flow.ts';
import { createCampaigns } from './compose/campaigns.ts';
import { createTelephony } from './compose/carrier-adapter.ts';
import { createCustomerCare } from './compose/customer-care.ts';
import { createCustomerImports } from './compose/customer-imports.ts';
import { watchLine } from './compose/line-health.ts';
import { newCallsOf } from './compose/new-calls.ts';
import { placedCallsOf } from './compose/placed-calls.ts';
import { createRecordings } from './compose/recordings.ts';
import { createReporting } from './compose/reporting.ts';
import { createSafeguards } from './compose/safeguards.ts';
import { createSignIn } from './compose/sign-in.ts';
import { createStores } from './compose/stores.ts';
import { createTeam } from './compose/team.ts';
import { createTestCalling } from './compose/test-calls.ts';
import { turnSettingsFrom } from './compose/turn-settings-source.ts';
import { timedDatabase } from './db/timed-database.ts';
import { isFree } from './handoff/routing/candidate.ts';
import { createMetrics } from './health/metrics.ts';
import { createWorkNowStore } from './health/work-now-store.ts';
import { createLegAllowance } from './journal/leg-allowance.ts';
import { createIds } from './kernel/ids.ts';
import { createEventHub } from './realtime/event-hub.ts';
import { timedTelephony } from './telephony/timed-telephony.ts';

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

function partsOf(given: BackendOptions): BackendParts {
  const { config, clock, speed, log } = given;
  const { workNow } = createWorkNowStore(given.database);
  const metrics = createMetrics(() => ({
    ...workNow(clock.now()),
    consoles: signIn.consoles.count(),
    load: safeguards.load.now(),
  }));
  const database = timedDatabase(given.database, metrics.committed);
  const options = { ...given, database };
  const ids = createIds(clock);
  const stores = createStores(database, clock, config);
  const hub = createEventHub(database, stores.events, ({ event, at }) =>
    metrics.eventSent(event.type, (clock.now().getTime() - at.getTime()) / 1_000),
  );
  const team = createTeam({
    log,
    database,
    stores,
    clock,
    onUnavailable: (agentId, how) => flow.offers.withdrawFrom(agentId, how),
    onAvailable: () => flow.lookAfterWaiting(),
    isTesting: (agentId) => testCalling.testCalls.isTesting(agentId),
    onReachable: (agentId) => flow.offers.welcomeBack(agentId),
  });
  const allowance = createLegAllowance({ legsPerSecond: config.calls.perSecond, clock, speed });
  const testCalling = createTestCalling({ ...options, stores, team, allowance });
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
    tagsOf: care.tagsOf,
    staysBlocked: care.staysBlocked,
    clock,
    ids,
    log,
  });
  // The customer follows the result of a call in the transaction that found it.
  const { calls, legs } = stores;
  const { resultDrafted: onDraft, resultStands: onStanding } = care;
  flow.notices.subscribe(createFollowedResult({ calls, legs, onDraft, onStanding }));
  const reporting = createReporting(options, stores);
  const safeguards = createSafeguards({ ...options, stores, ids, teamZone: reporting.teamZone });
  const newCalls = newCallsOf({ config, stores, care, ids, clock, spending: safeguards.spending });
  const { holdOfAll } = safeguards;
  const campaigns = createCampaigns({ ...options, stores, team, care, flow, newCalls, holdOfAll, ids });
  const carrier = createTelephony({ ...options, placed: placedCallsOf(stores, config) });
  const lineHealth = watchLine(timedTelephony(carrier, metrics.carrierAnswered), clock);
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
    newCalls,
    campaigns,
    telephony,
    allowance,
    lineHealth,
    metrics,
    signIn,
    ...createRecordings({ ...options, stores, flow }),
    ...reporting,
    ...safeguards,
    ...createCustomerImports({ ...options, ids, stores, care, signIn }),
  };
}
