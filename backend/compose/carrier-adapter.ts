import type { Config } from '../config/config.ts';
import type { Session } from '../contract/session.ts';
import type { PhonePage } from '../http/console-files.ts';
import { twilioHosts } from '../http/console-security.ts';
import type { Clock } from '../kernel/clock.ts';
import { simulatedAccount } from '../simulator/account.ts';
import type { Telephony } from '../telephony/telephony.ts';
import { createCustomerTelephony } from '../telephony/twilio/placement/customer-telephony.ts';
import type { DialledCalls } from '../telephony/twilio/placement/placed-call.ts';
import { createAlarm } from '../telephony/twilio/relay/alarm.ts';
import { createTwilioClient } from '../telephony/twilio/twilio-client.ts';
import { createTwilioTelephony } from '../telephony/twilio/twilio-telephony.ts';
import { createWebhookReceiptsStore } from '../telephony/twilio/webhook-receipts-store.ts';
import { createTwilioWebhooks } from '../telephony/twilio/webhook-routes.ts';
import type { BackendParts } from './backend-parts.ts';
import { openCustomerLeg, placedCallsOf } from './placed-calls.ts';

/** Whose account the adapter uses, and where it finds the carrier. */
interface CarrierAccess {
  readonly account: Parameters<typeof createTwilioTelephony>[0]['account'];
  readonly authToken: string;
  /** Null for Twilio itself. */
  readonly restBaseUrl: string | null;
}

export function carrierAccess(config: Config): CarrierAccess {
  const { carrier, http } = config;
  if (carrier.type === 'twilio') {
    const { authToken, type: _, ...account } = carrier;
    return { account, authToken, restBaseUrl: null };
  }
  const { accountSid, apiKeySid, apiKeySecret, twimlAppSid, callerNumber, authToken } = simulatedAccount;
  return {
    account: { accountSid, apiKeySid, apiKeySecret, appSid: twimlAppSid, number: callerNumber },
    authToken,
    restBaseUrl: `${carrier.url ?? `http://${ownHost(http.host)}:${http.port}`}/simulator`,
  };
}

/** What the console must know to connect its softphone. */
export function telephonyForConsoles(config: Config): Session['telephony'] {
  if (config.carrier.type === 'twilio') return { carrier: 'twilio' };
  const base = new URL(config.carrier.url ?? config.http.publicUrl);
  return { carrier: 'simulated', gateway: `${base.host}/simulator` };
}

/** What consoles talk to besides us. */
export function consolesTalkTo(config: Config): readonly string[] {
  const telephony = telephonyForConsoles(config);
  if (telephony.carrier === 'twilio') return twilioHosts;
  const { host } = new URL(`http://${telephony.gateway}`);
  return [`ws://${host}`, `wss://${host}`, `http://${host}`];
}

/** The page talks to the simulator, wherever that is. */
export function phonePageOf({ carrier }: Config): PhonePage {
  if (carrier.type === 'twilio') return { type: 'nowhere' };
  return carrier.url === null ? { type: 'here' } : { type: 'elsewhere', url: `${carrier.url}/phone` };
}

/** Under which name we reach ourselves. */
function ownHost(host: string): string {
  return host === '0.0.0.0' || host === '::' ? 'localhost' : host;
}

interface TelephonyOptions {
  readonly config: Config;
  readonly clock: Clock;
  readonly speed: number;
  readonly placed: DialledCalls;
}

export function createTelephony({ config, clock, speed, placed }: TelephonyOptions): Telephony {
  const { account, restBaseUrl } = carrierAccess(config);
  const { publicUrl } = config.http;
  const after = createAlarm(clock, speed);
  const telephony = createTwilioTelephony({ account, publicUrl, restBaseUrl, clock, after });
  if (config.calls.aiLeg === 'conference') return telephony;
  const client = createTwilioClient(account, restBaseUrl);
  return createCustomerTelephony({ client, account, publicUrl, telephony, placed, after });
}

export function createWebhooks(parts: BackendParts) {
  const {
    config,
    database,
    stores,
    flow,
    lineHealth,
    testCalls,
    testRecordings,
    allowance,
    clock,
    speed,
    log,
  } = parts;
  return createTwilioWebhooks({
    events: flow.carrierEvents,
    testCalls,
    forgetTestRecordings: testRecordings.forget,
    receipts: createWebhookReceiptsStore(database),
    database,
    authToken: carrierAccess(config).authToken,
    publicUrl: config.http.publicUrl,
    japaneseVoice: config.calls.voice,
    transport: config.calls.speechTransport,
    after: createAlarm(clock, speed),
    consider: flow.consider,
    onForgery: lineHealth.forgeries.note,
    turn: allowance.turn,
    clock,
    log,
    legByRef: (legRef) => openCustomerLeg(stores, legRef),
    placed: config.calls.aiLeg === 'customer' ? placedCallsOf(stores, config) : undefined,
    legByLabel: (callId, label) => stores.legs.byLabel(callId, label)?.id ?? null,
  });
}
