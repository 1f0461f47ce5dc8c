import { Hono } from 'hono';
import { getExpectedTwilioSignature } from 'twilio/lib/webhooks/webhooks.js';
import { type Database, openDatabase } from '../../backend/db/database.ts';
import type { PlacedCalls } from '../../backend/telephony/twilio/placement/placed-call.ts';
import { createWebhookReceiptsStore } from '../../backend/telephony/twilio/webhook-receipts-store.ts';
import { createTwilioWebhooks } from '../../backend/telephony/twilio/webhook-routes.ts';
import { type CarrierEventsLog, createCarrierEventsLog } from './carrier-events-log.ts';
import { type FixedClock, fixedClock } from './fixed-clock.ts';
import { type KeptLog, keptLog } from './kept-log.ts';
import { callId, legId, legRef, publicUrl } from './twilio-samples.ts';

export const authToken = 'the-token-that-signs';

type Parameters = Readonly<Record<string, string>>;

export interface TestedWebhooks extends Disposable {
  readonly events: CarrierEventsLog;
  readonly clock: FixedClock;
  readonly database: Database;
  /** What was told of test calls. */
  readonly tests: readonly string[];
  readonly logged: KeptLog['lines'];
  /** As Twilio sends it: `address` begins after `/webhooks/twilio`. */
  send(address: string, parameters: Parameters): Promise<Response>;
  /** The same with parameters that may come more than once. */
  sendEntries(address: string, entries: readonly (readonly [string, string])[]): Promise<Response>;
  /** Asks for a WebSocket, as far as that goes without a server. */
  upgrade(address: string, signature: string | null): Promise<Response>;
  /** Signed with anything, for any address. */
  sendSigned(address: string, parameters: Parameters, signature: string | null): Promise<Response>;
}

/** The webhooks on a database of their own; the one leg of the one call is labelled `customer`. */
export function createTestedWebhooks(
  at = publicUrl,
  transport: 'gather' | 'relay' = 'gather',
  placed?: PlacedCalls,
): TestedWebhooks {
  const database = openDatabase(':memory:');
  const events = createCarrierEventsLog();
  const clock = fixedClock();
  const tests: string[] = [];
  const { log, lines } = keptLog();
  const webhooks = createTwilioWebhooks({
    events,
    testCalls: {
      listening: (test) => tests.push(`${test} listening`),
      playing: (test) => tests.push(`${test} playing`),
      ended: (test, how) => tests.push(`${test} ${how}`),
    },
    forgetTestRecordings: (legRef) => tests.push(`recordings of ${legRef} to be deleted`),
    database,
    clock,
    authToken,
    publicUrl: at,
    receipts: createWebhookReceiptsStore(database),
    transport,
    after: () => () => {},
    turn: async () => undefined,
    log,
    legByRef: (ref) => (ref === legRef ? { callId, legId } : null),
    placed,
    legByLabel: (call, label) => (call === callId && label === 'customer' ? legId : null),
  });
  const app = new Hono().route('/webhooks/twilio', webhooks);

  async function send(address: string, body: URLSearchParams, signature: string | null) {
    return app.request(`http://10.0.0.7:3000/webhooks/twilio${address}`, {
      method: 'POST',
      headers: {
        'content-type': 'application/x-www-form-urlencoded; charset=UTF-8',
        ...(signature === null ? {} : { 'x-twilio-signature': signature }),
      },
      body: body.toString(),
    });
  }

  return {
    events,
    clock,
    database,
    tests,
    logged: lines,
    send: (address, parameters) =>
      send(address, new URLSearchParams(parameters), sign(`${at}/webhooks/twilio${address}`, parameters)),
    sendEntries(address, entries) {
      const body = new URLSearchParams(entries.map(([name, value]): [string, string] => [name, value]));
      const lists = Object.fromEntries([...body.keys()].map((name) => [name, body.getAll(name)]));
      return send(address, body, sign(`${at}/webhooks/twilio${address}`, lists));
    },
    upgrade: async (address, signature) =>
      app.request(`http://10.0.0.7:3000/webhooks/twilio${address}`, {
        headers: { upgrade: 'websocket', ...(signature === null ? {} : { 'x-twilio-signature': signature }) },
      }),
    sendSigned: (address, parameters, signature) => send(address, new URLSearchParams(parameters), signature),
    [Symbol.dispose]: () => database[Symbol.dispose](),
  };
}

/** What Twilio would put into `X-Twilio-Signature`. */
export function sign(
  url: string,
  parameters: Readonly<Record<string, string | readonly string[]>>,
  token = authToken,
): string {
  return getExpectedTwilioSignature(token, url, parameters);
}
