import { Hono, type MiddlewareHandler } from 'hono';
import type { LegId } from '../../backend/contract/ids.ts';
import { openDatabase } from '../../backend/db/database.ts';
import { listen } from '../../backend/http/listen.ts';
import { systemClock } from '../../backend/kernel/clock.ts';
import { simulatedAccount } from '../../backend/simulator/account.ts';
import { createSimulatedClock } from '../../backend/simulator/clock.ts';
import type { Endpoint } from '../../backend/simulator/endpoint.ts';
import { silentMixer } from '../../backend/simulator/exchange/silent-mixer.ts';
import { createSimulatedCarrier, fieldSetUpMs } from '../../backend/simulator/simulated-carrier.ts';
import { createHoldAudioRoutes } from '../../backend/telephony/hold-audio-routes.ts';
import type { TwilioAccount } from '../../backend/telephony/twilio/twilio-client.ts';
import { createWebhookReceiptsStore } from '../../backend/telephony/twilio/webhook-receipts-store.ts';
import { createTwilioWebhooks } from '../../backend/telephony/twilio/webhook-routes.ts';
import { silentLog } from './api.ts';
import { type CarrierEventsLog, createCarrierEventsLog } from './carrier-events-log.ts';
import { type Exchanged, writeDownExchanges } from './written-exchanges.ts';

export const simulatedTwilioAccount: TwilioAccount = {
  accountSid: simulatedAccount.accountSid,
  apiKeySid: simulatedAccount.apiKeySid,
  apiKeySecret: simulatedAccount.apiKeySecret,
  appSid: simulatedAccount.twimlAppSid,
  number: simulatedAccount.callerNumber,
};

/** The simulated carrier and our webhooks over real HTTP, and everything that went between them. */
export interface SimulatedTwilio extends AsyncDisposable {
  readonly publicUrl: string;
  readonly restBaseUrl: string;
  readonly events: CarrierEventsLog;
  /** What was asked of the REST API, and answered. */
  readonly exchanged: readonly Exchanged[];
  /** `gather 200` and the like, for each webhook that came. */
  readonly webhooks: readonly string[];
}

/** Times real time. */
const speed = 20;

/** `legs` are those that the calls know, by their labels. */
export async function startSimulatedTwilio(legs: ReadonlyMap<string, LegId>): Promise<SimulatedTwilio> {
  const exchanged: Exchanged[] = [];
  const webhooks: string[] = [];
  const app = new Hono();
  const listening = await listen(app, { port: 0, host: '127.0.0.1' });
  const publicUrl = `http://127.0.0.1:${listening.port}`;
  const database = openDatabase(':memory:');
  const events = createCarrierEventsLog();
  const clock = createSimulatedClock({ speed });
  const carrier = createSimulatedCarrier({
    clock,
    mixer: silentMixer,
    log: silentLog,
    fetch,
    applicationVoiceUrl: `${publicUrl}/webhooks/twilio/ai`,
    setUpMs: fieldSetUpMs,
    directory: () => null,
    softphones: () => answeringAtOnce,
    customerPhone: answeringAtOnce,
  });
  const ourWebhooks = createTwilioWebhooks({
    events,
    testCalls: { listening: () => {}, playing: () => {}, ended: () => {} },
    forgetTestRecordings: () => {},
    database,
    publicUrl,
    receipts: createWebhookReceiptsStore(database),
    transport: 'gather',
    after: () => () => {},
    turn: async () => undefined,
    authToken: simulatedAccount.authToken,
    clock: systemClock,
    log: silentLog,
    legByRef: () => null,
    legByLabel: (_callId, label) => legs.get(label) ?? null,
  });
  app.use('/simulator/*', writeDownExchanges(exchanged)).route('/simulator', carrier.app);
  app.use('/webhooks/*', writeDownWebhooks(webhooks)).route('/webhooks/twilio', ourWebhooks);
  app.route('/audio', createHoldAudioRoutes());

  return {
    publicUrl,
    restBaseUrl: `${publicUrl}/simulator`,
    events,
    exchanged,
    webhooks,
    async [Symbol.asyncDispose]() {
      carrier[Symbol.dispose]();
      clock[Symbol.dispose]();
      await listening[Symbol.asyncDispose]();
      database[Symbol.dispose]();
    },
  };
}

function writeDownWebhooks(webhooks: string[]): MiddlewareHandler {
  return async (c, next) => {
    await next();
    webhooks.push(`${c.req.path.split('/').at(-1)} ${c.res.status}`);
  };
}

const silence = { read: () => null, play: () => {} };

const answeringAtOnce: Endpoint = {
  ring(_call, events) {
    queueMicrotask(() => {
      events.ringing();
      events.answered(silence);
    });
    return { end: () => {}, heard: () => {}, heardBreakOff: () => {}, heardKey: () => {} };
  },
};
