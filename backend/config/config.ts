import { join } from 'node:path';
import type { SpendingSettings } from '../contract/spending.ts';
import { type Settings, settingsSchema } from './settings.ts';
import { WrongSetting } from './start-problem.ts';

/** Everything that can be set from outside, checked, in the groups that the parts of the server take. */
export interface Config {
  readonly http: {
    readonly port: number;
    readonly host: string;
    /** Without a slash at its end. */
    readonly publicUrl: string;
    /** Every origin whose pages may use the API, our own among them. */
    readonly allowedOrigins: readonly string[];
    readonly trustProxy: boolean;
  };
  readonly dataFolder: string;
  readonly backups: {
    readonly folder: string;
    /** How old the newest may become; 0: none is made by itself. */
    readonly everyHours: number;
    readonly kept: number;
  };
  /** Null: made on the first start and kept in the data folder. */
  readonly authSecret: string | null;
  readonly logLevel: Settings['LOG_LEVEL'];
  /** Null: by whether somebody reads it at a terminal. */
  readonly logFormat: Settings['LOG_FORMAT'] | null;
  /** Where alerts are sent besides the console; null: nowhere. */
  /** Where alerts are sent besides the console. */
  readonly alertWebhook: { readonly address: string; readonly mayBePrivate: boolean } | null;
  /** Opens `/metrics`; null: there is none. */
  readonly metricsToken: string | null;
  /** IANA name. */
  readonly defaultTimeZone: string;
  /** How long events, and carrier commands that are over, are kept. */
  readonly journalDays: number;
  readonly carrier: CarrierConfig;
  readonly calls: {
    /** How many new legs the carrier is asked for in a second. */
    readonly perSecond: number;
    /** How many calls may be on at once; null: any number. */
    readonly concurrent: number | null;
    readonly aiJoins: 'ringing' | 'answered';
    /** Whether the AI has a leg of its own, or is on the customer's. */
    readonly aiLeg: Settings['AI_LEG'];
    readonly callingHours: CallingHours;
    /** What the AI speaks and listens over. */
    readonly speechTransport: Settings['SPEECH_TRANSPORT'];
    /** Twilio's name of the voice that speaks Japanese. */
    readonly voice: Settings['SPEECH_VOICE'];
    readonly silenceSeconds: number;
    readonly bargeIn: boolean;
    readonly leaveVoicemail: boolean;
    /** Whether nobody but admins is told who listens to whose call. */
    readonly supervisionIsPrivate: boolean;
    readonly recording: boolean;
    /** Empty: nothing is said of it. */
    readonly recordingNotice: string;
    /** How long our copies of recordings are kept. */
    readonly recordingDays: number;
    /** Whether the carrier's copy is deleted as soon as ours is safe. */
    readonly recordingsLeaveCarrier: boolean;
  };
  /** What may be spent on calls, until an admin sets it. */
  readonly spending: SpendingSettings;
  /** Null: recordings are kept in the data folder. */
  readonly recordingBucket: BucketConfig | null;
  /** Asked where the embedded engine is not sure; null: nobody is. */
  readonly model: ModelConfig | null;
  readonly handoff: {
    readonly offerSeconds: number;
    readonly telephoneSeconds: number;
    readonly handoffSeconds: number;
    readonly arrivalSeconds: number;
    readonly returnSeconds: number;
    readonly wrapUpSeconds: number;
  };
}

/** Storage that speaks S3. */
export interface BucketConfig {
  /** Without a slash at its end. */
  readonly endpoint: string;
  readonly bucket: string;
  readonly region: string;
  readonly keyId: string;
  readonly secret: string;
}

export interface ModelConfig {
  /** Of an OpenAI-compatible API, without a slash at its end. */
  readonly url: string;
  readonly model: string;
  /** Empty for an API that asks for none. */
  readonly apiKey: string;
  readonly budgetMs: number;
}

export type CarrierConfig = TwilioConfig | SimulatedConfig;

export interface TwilioConfig {
  readonly type: 'twilio';
  readonly accountSid: string;
  readonly authToken: string;
  readonly apiKeySid: string;
  readonly apiKeySecret: string;
  readonly appSid: string;
  /** E.164 */
  readonly number: string;
}

export interface SimulatedConfig {
  readonly type: 'simulated';
  /** The simulator that runs as a process of its own; null: it runs in this process. */
  readonly url: string | null;
  /** Port of the simulator's own process. */
  readonly port: number;
  /** Times real time. */
  readonly speed: number;
}

/** Minutes after midnight in the customer's zone, on working days; or always, which only simulated telephony may. */
export type CallingHours =
  | { readonly type: 'always' }
  | { readonly type: 'window'; readonly from: number; readonly to: number };

/** Where the desktop app's pages come from. */
const desktopOrigin = 'app://toritsugi';

const defaultWindow: CallingHours = { type: 'window', from: 9 * 60, to: 18 * 60 };

/** Checks the settings; an empty value counts as left out. Throws `WrongSetting` for the first that is wrong. */
export function parseConfig(values: Readonly<Record<string, string | undefined>>): Config {
  const settings = parseSettings(values);
  const carrier = carrierOf(settings);
  return {
    http: httpOf(settings, carrier),
    dataFolder: settings.DATA_DIR,
    backups: {
      folder: settings.BACKUP_DIR ?? join(settings.DATA_DIR, 'backups'),
      everyHours: settings.BACKUP_HOURS ?? (carrier.type === 'simulated' ? 0 : 24),
      kept: settings.BACKUPS_KEPT,
    },
    authSecret: settings.AUTH_SECRET ?? null,
    logLevel: settings.LOG_LEVEL,
    logFormat: settings.LOG_FORMAT ?? null,
    alertWebhook: alertWebhookIn(settings),
    metricsToken: settings.METRICS_TOKEN ?? null,
    defaultTimeZone: settings.DEFAULT_TIME_ZONE,
    journalDays: settings.JOURNAL_DAYS,
    carrier,
    calls: {
      perSecond: settings.CALLS_PER_SECOND,
      concurrent: settings.CONCURRENT_CALLS ?? null,
      aiJoins: settings.AI_JOINS,
      aiLeg: settings.AI_LEG,
      callingHours: callingHoursOf(settings, carrier),
      speechTransport: settings.SPEECH_TRANSPORT,
      voice: settings.SPEECH_VOICE,
      silenceSeconds: settings.SILENCE_SECONDS,
      bargeIn: settings.BARGE_IN,
      leaveVoicemail: settings.LEAVE_VOICEMAIL,
      supervisionIsPrivate: settings.SUPERVISION_PRIVATE,
      recording: settings.RECORDING,
      recordingNotice: settings.RECORDING_NOTICE === 'off' ? '' : settings.RECORDING_NOTICE,
      recordingDays: settings.RECORDING_RETENTION_DAYS,
      recordingsLeaveCarrier: settings.RECORDING_AT_TWILIO === 'remove',
    },
    spending: spendingOf(settings),
    recordingBucket: recordingBucketOf(settings),
    model: modelOf(settings),
    handoff: {
      offerSeconds: settings.OFFER_SECONDS,
      telephoneSeconds: settings.PHONE_OFFER_SECONDS,
      handoffSeconds: settings.HANDOFF_SECONDS,
      arrivalSeconds: settings.ARRIVAL_SECONDS,
      returnSeconds: settings.AGENT_RETURN_SECONDS,
      wrapUpSeconds: settings.WRAP_UP_SECONDS,
    },
  };
}

/** The settings one by one, each checked, before they are checked together. Throws `WrongSetting` for the first that is wrong. */
export function parseSettings(values: Readonly<Record<string, string | undefined>>): Settings {
  const given = Object.entries(values).filter(([, value]) => value !== undefined && value.trim() !== '');
  const result = settingsSchema.safeParse(Object.fromEntries(given));
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  throw new WrongSetting(issue?.path.join('.') ?? '', issue?.message ?? 'is wrong');
}

function carrierOf(settings: Settings): CarrierConfig {
  const credentials = {
    TWILIO_ACCOUNT_SID: settings.TWILIO_ACCOUNT_SID,
    TWILIO_AUTH_TOKEN: settings.TWILIO_AUTH_TOKEN,
    TWILIO_API_KEY_SID: settings.TWILIO_API_KEY_SID,
    TWILIO_API_KEY_SECRET: settings.TWILIO_API_KEY_SECRET,
    TWILIO_APP_SID: settings.TWILIO_APP_SID,
    TWILIO_NUMBER: settings.TWILIO_NUMBER,
  };
  if (Object.values(credentials).every((value) => value === undefined)) {
    return {
      type: 'simulated',
      url: settings.SIMULATOR_URL ?? null,
      port: settings.SIMULATOR_PORT,
      speed: settings.SIMULATOR_SPEED,
    };
  }
  if (settings.SIMULATOR_URL !== undefined) {
    throw new WrongSetting(
      'SIMULATOR_URL',
      'cannot be used together with the TWILIO_ settings: take it out, or all of those',
    );
  }
  return {
    type: 'twilio',
    accountSid: needed(credentials, 'TWILIO_ACCOUNT_SID'),
    authToken: needed(credentials, 'TWILIO_AUTH_TOKEN'),
    apiKeySid: needed(credentials, 'TWILIO_API_KEY_SID'),
    apiKeySecret: needed(credentials, 'TWILIO_API_KEY_SECRET'),
    appSid: needed(credentials, 'TWILIO_APP_SID'),
    number: needed(credentials, 'TWILIO_NUMBER'),
  };
}

/** Null without any of the settings; one alone does not say where recordings go. */
export function recordingBucketOf(settings: Settings): BucketConfig | null {
  const values = {
    RECORDING_S3_ENDPOINT: settings.RECORDING_S3_ENDPOINT,
    RECORDING_S3_BUCKET: settings.RECORDING_S3_BUCKET,
    RECORDING_S3_KEY_ID: settings.RECORDING_S3_KEY_ID,
    RECORDING_S3_SECRET: settings.RECORDING_S3_SECRET,
  };
  if (Object.values(values).every((value) => value === undefined)) return null;
  const together = 'the RECORDING_S3_ settings go together';
  return {
    endpoint: needed(values, 'RECORDING_S3_ENDPOINT', together),
    bucket: needed(values, 'RECORDING_S3_BUCKET', together),
    region: settings.RECORDING_S3_REGION,
    keyId: needed(values, 'RECORDING_S3_KEY_ID', together),
    secret: needed(values, 'RECORDING_S3_SECRET', together),
  };
}

function spendingOf({ DAILY_SPENDING_CAP, PRICE_PER_MINUTE }: Settings): SpendingSettings {
  if (DAILY_SPENDING_CAP !== undefined && PRICE_PER_MINUTE === 0) {
    throw new WrongSetting('PRICE_PER_MINUTE', 'is missing; DAILY_SPENDING_CAP needs it');
  }
  return { dailyCap: DAILY_SPENDING_CAP ?? null, pricePerMinute: PRICE_PER_MINUTE };
}

function modelOf({ MODEL_URL, MODEL_NAME, MODEL_API_KEY, MODEL_BUDGET_MS }: Settings): ModelConfig | null {
  if (MODEL_URL === undefined) return null;
  if (MODEL_NAME === undefined) throw new WrongSetting('MODEL_NAME', 'is missing; MODEL_URL needs it');
  return { url: MODEL_URL, model: MODEL_NAME, apiKey: MODEL_API_KEY, budgetMs: MODEL_BUDGET_MS };
}

function needed<Name extends string>(
  values: Readonly<Record<Name, string | undefined>>,
  name: Name,
  why = 'the TWILIO_ settings go together',
): string {
  const value = values[name];
  if (value === undefined) throw new WrongSetting(name, `is missing; ${why}`);
  return value;
}

function alertWebhookIn(settings: Settings): Config['alertWebhook'] {
  const { ALERT_WEBHOOK_URL: address, ALERT_WEBHOOK_PRIVATE: mayBePrivate } = settings;
  return address === undefined ? null : { address, mayBePrivate };
}

function httpOf(settings: Settings, carrier: CarrierConfig): Config['http'] {
  const local = `http://localhost:${settings.PORT}`;
  const publicUrl = settings.PUBLIC_URL ?? local;
  if (carrier.type === 'twilio' && !publicUrl.startsWith('https://')) {
    throw new WrongSetting('PUBLIC_URL', 'must be an https address, or Twilio cannot reach this server');
  }
  const origins = [
    new URL(publicUrl).origin,
    local,
    `http://127.0.0.1:${settings.PORT}`,
    desktopOrigin,
    ...settings.ALLOWED_ORIGINS,
  ];
  return {
    port: settings.PORT,
    host: settings.HOST,
    publicUrl,
    allowedOrigins: [...new Set(origins)],
    trustProxy: settings.TRUST_PROXY,
  };
}

function callingHoursOf(settings: Settings, carrier: CarrierConfig): CallingHours {
  if (settings.CALLING_HOURS !== undefined) return { type: 'window', ...settings.CALLING_HOURS };
  return carrier.type === 'simulated' ? { type: 'always' } : defaultWindow;
}
