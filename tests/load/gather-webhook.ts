import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { Hono } from 'hono';
import { getExpectedTwilioSignature } from 'twilio/lib/webhooks/webhooks.js';
import { createAuth } from '../../backend/auth/auth.ts';
import { createCallStore } from '../../backend/calls/call-store.ts';
import { createPhraseIndexStore } from '../../backend/calls/history/phrase-index-store.ts';
import { createLegStore } from '../../backend/calls/leg-store.ts';
import { composeBackend } from '../../backend/compose.ts';
import { parseConfig } from '../../backend/config/config.ts';
import type { CallId, LegId } from '../../backend/contract/ids.ts';
import { initialState } from '../../backend/conversation/conversation-state.ts';
import { createConversationStore } from '../../backend/conversation/conversation-store.ts';
import { openDatabase } from '../../backend/db/database.ts';
import { customers } from '../../backend/db/schema/customers.ts';
import { seedDemoData } from '../../backend/db/seed/demo-data.ts';
import { systemClock } from '../../backend/kernel/clock.ts';
import { createIds } from '../../backend/kernel/ids.ts';
import { createLog } from '../../backend/kernel/log.ts';
import { simulatedAccount } from '../../backend/simulator/account.ts';

/**
 * `npm run bench:webhooks`: how long a `<Gather>` webhook takes with 500 calls in progress, from the signed request to the TwiML with its
 * effects on the disk; beside it, in the same run, a bare Hono route with one raw transaction on the same disk.
 */
const openCalls = 500;
const requests = 3_000;
/** About a second's. */
const followedEvery = 300;

const folder = mkdtempSync(join(tmpdir(), 'toritsugi-bench-'));
const bare = await measure(bareRoute(join(folder, 'bare.db')));
const product = await measure(await gatherRoute(join(folder, 'product.db')));
rmSync(folder, { recursive: true });

console.log(`bare route, one raw transaction   ${describe(bare)}`);
console.log(`<Gather> webhook, ${openCalls} calls open   ${describe(product)}`);
console.log(`throughput: ${(product.perSecond / bare.perSecond).toFixed(2)} of the bare route`);
console.log(`… by what the processor worked: ${(bare.processorMs / product.processorMs).toFixed(2)}`);

interface Route {
  readonly ask: (index: number) => Promise<Response>;
  readonly follow: () => void;
}

/** `follow`: what is left to do after the answers, and counts as the time of the route. */
async function measure({ ask, follow }: Route) {
  for (let index = 0; index < 200; index += 1) await ask(index);
  const times: number[] = [];
  const started = performance.now();
  const worked = process.cpuUsage();
  for (let index = 0; index < requests; index += 1) {
    const before = performance.now();
    const response = await ask(200 + index);
    await response.text();
    if (!response.ok) throw new Error(`answered ${response.status}`);
    times.push(performance.now() - before);
    if (index % followedEvery === 0) follow();
  }
  follow();
  const perSecond = (requests * 1_000) / (performance.now() - started);
  const { user, system } = process.cpuUsage(worked);
  const processorMs = (user + system) / 1_000 / requests;
  return { times: times.toSorted((a, b) => a - b), perSecond, processorMs };
}

function describe({ times, perSecond, processorMs }: Awaited<ReturnType<typeof measure>>): string {
  const at = (share: number) => `${(times[Math.floor(times.length * share)] ?? 0).toFixed(2)} ms`;
  return `p50 ${at(0.5)}   p95 ${at(0.95)}   p99 ${at(0.99)}   ${Math.round(perSecond)} a second   processor ${processorMs.toFixed(2)} ms`;
}

function bareRoute(path: string): Route {
  const sqlite = new Sqlite(path);
  sqlite.pragma('journal_mode = WAL');
  sqlite.pragma('synchronous = FULL');
  sqlite.exec('create table rows (id integer primary key, text text not null)');
  const insert = sqlite.prepare('insert into rows (text) values (?)');
  const app = new Hono().post('/', async (c) => {
    const text = new URLSearchParams(await c.req.text()).get('SpeechResult') ?? '';
    sqlite.transaction(() => insert.run(text)).immediate();
    return c.text('<Response/>');
  });
  return {
    ask: async () => app.request('/', { method: 'POST', body: 'SpeechResult=%E3%81%AF%E3%81%84' }),
    follow: () => undefined,
  };
}

async function gatherRoute(path: string): Promise<Route> {
  const config = parseConfig({ SIMULATOR_URL: 'http://127.0.0.1:1' });
  const database = openDatabase(path);
  const log = createLog('fatal');
  const authSecret = 'a secret for benchmarks, which is long enough 0123456789';
  const onSignIn = () => undefined;
  const auth = createAuth({ ...config.http, database, secret: authSecret, onSignIn, log });
  await seedDemoData({ database, auth, clock: systemClock, timeZone: 'Asia/Tokyo' });
  const { app } = composeBackend({
    config,
    database,
    authSecret,
    simulator: null,
    clock: systemClock,
    speed: 1,
    log,
    consoleFolder: 'out/renderer',
  });
  const index = createPhraseIndexStore(database);
  const calls = database.transaction(() => Array.from({ length: openCalls }, (_, index) => openCall(index)));

  function openCall(index: number): { callId: CallId; legId: LegId; round: number } {
    const ids = createIds(systemClock);
    const [callId, legId, customerId] = [ids.call(), ids.leg(), ids.customer()];
    const now = new Date(systemClock.now().getTime() - 60_000);
    const startedBy = database.query
      .select()
      .from(customers)
      .all()
      .find((one) => one.ownerId !== null)?.ownerId;
    const company = `会社${index}`;
    const contact = { id: customerId, company, phoneNumber: `+8130001${String(index).padStart(4, '0')}` };
    database.query
      .insert(customers)
      .values({ ...contact, createdAt: now, updatedAt: now })
      .run();
    createCallStore(database).insert({
      id: callId,
      mode: 'ai',
      status: 'ai-responding',
      customerId,
      phoneNumber: contact.phoneNumber,
      startedBy: startedBy ?? null,
      conferenceName: ids.random(),
      conferenceRef: `CF${index}`,
      startedAt: now,
      answeredAt: now,
    });
    const joined = { state: 'in-conference', createdAt: now, joinedAt: now } as const;
    const legs = createLegStore(database);
    legs.insert({
      id: ids.leg(),
      callId,
      kind: 'customer',
      via: 'phone',
      label: 'customer',
      carrierRef: `CA-c${index}`,
      ...joined,
    });
    legs.insert({
      id: legId,
      callId,
      kind: 'ai',
      via: 'application',
      label: 'ai-1',
      carrierRef: `CA-a${index}`,
      ...joined,
    });
    createConversationStore(database, systemClock).save({
      callId,
      state: initialState(),
      round: 1,
      phase: 'talking',
      hearing: null,
    });
    return { callId, legId, round: 1 };
  }

  async function ask(number: number): Promise<Response> {
    const call = calls[number % openCalls];
    if (call === undefined) throw new Error('there are no calls');
    const path = `/webhooks/twilio/gather?callId=${call.callId}&legId=${call.legId}&round=${call.round}`;
    call.round += 1;
    const parameters = {
      AccountSid: simulatedAccount.accountSid,
      CallSid: `CA-a${number % openCalls}`,
      SpeechResult: 'どちら様でしょうか',
      Confidence: '0.93',
    };
    const signature = getExpectedTwilioSignature(
      simulatedAccount.authToken,
      `${config.http.publicUrl}${path}`,
      parameters,
    );
    return app.request(path, {
      method: 'POST',
      headers: { 'x-twilio-signature': signature, 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams(parameters).toString(),
    });
  }

  function follow(): void {
    while (index.step(50) > 0);
  }

  return { ask, follow };
}
