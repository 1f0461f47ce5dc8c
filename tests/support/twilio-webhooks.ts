import { Hono } from 'hono';
import { getExpectedTwilioSignature } from 'twilio/lib/webhooks/webhooks.js';
import { type Database, openDatabase } from '../../backend/db/database.ts';
import { createWebhookReceiptsStore } from '../../backend/telephony/twilio/webhook-receipts-store.ts';
import { createTwilioWebhooks } from '../../backend/telephony/twilio/webhook-routes.ts';
import { silentLog } from './api.ts';
import { type CarrierEventsLog, createCarrierEventsLog } from './carrier-events-log.ts';
import { type FixedClock, fixedClock } from './fixed-clock.ts';
import { callId, legId, publicUrl } from './twilio-samples.ts';

export const authToken = 'the-token-that-signs';

type Parameters = Readonly<Record<string, string>>;

export interface TestedWebhooks extends Disposable {
  readonly events: CarrierEventsLog;
  readonly clock: FixedClock;
  readonly database: Database;
  /** As Twilio sends it: `address` begins after `/webhooks/twilio`. */
  send(address: string, parameters: Parameters): Promise<Response>;
  /** Signed with anything, for any address. */
  sendSigned(address: string, parameters: Parameters, signature: string | null): Promise<Response>;
}

/** The webhooks on a database of their own; the one leg of the one call is labelled `customer`. */
export function createTestedWebhooks(at = publicUrl): TestedWebhooks {
  const database = openDatabase(':memory:');
  const events = createCarrierEventsLog();
  const clock = fixedClock();
  const webhooks = createTwilioWebhooks({
    events,
    database,
    clock,
    authToken,
    publicUrl: at,
    receipts: createWebhookReceiptsStore(database),
    log: silentLog,
    legByLabel: (call, label) => (call === callId && label === 'customer' ? legId : null),
  });
  const app = new Hono().route('/webhooks/twilio', webhooks);

  async function sendSigned(address: string, parameters: Parameters, signature: string | null) {
    return app.request(`http://10.0.0.7:3000/webhooks/twilio${address}`, {
      method: 'POST',
      headers: {
        'content-type': 'application/x-www-form-urlencoded; charset=UTF-8',
        ...(signature === null ? {} : { 'x-twilio-signature': signature }),
      },
      body: new URLSearchParams(parameters).toString(),
    });
  }

  return {
    events,
    clock,
    database,
    send: (address, parameters) =>
      sendSigned(address, parameters, sign(`${at}/webhooks/twilio${address}`, parameters)),
    sendSigned,
    [Symbol.dispose]: () => database[Symbol.dispose](),
  };
}

/** What Twilio would put into `X-Twilio-Signature`. */
export function sign(url: string, parameters: Parameters, token = authToken): string {
  return getExpectedTwilioSignature(token, url, parameters);
}
