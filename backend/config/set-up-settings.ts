import { type BucketConfig, parseSettings, recordingBucketOf } from './config.ts';
import type { Settings } from './settings.ts';

/** What `twilio:setup` and `twilio:doctor` work with: the Twilio settings as far as they are there. */
export interface SetUpSettings {
  readonly accountSid: string | null;
  readonly authToken: string | null;
  readonly apiKeySid: string | null;
  readonly apiKeySecret: string | null;
  readonly appSid: string | null;
  /** E.164 */
  readonly number: string | null;
  /** Without a slash at its end. */
  readonly publicUrl: string | null;
  readonly fallbackUrl: string | null;
  readonly aiFallbackUrl: string | null;
  /** Where the server listens. */
  readonly host: string;
  readonly port: number;
  /** The address of a simulator that stands in for Twilio: a rehearsal. Null: Twilio itself. */
  readonly simulatorUrl: string | null;
  readonly voice: Settings['SPEECH_VOICE'];
  readonly silenceSeconds: number;
  readonly aiLeg: Settings['AI_LEG'];
  /** Null: recordings are kept in the data folder. */
  readonly recordingBucket: BucketConfig | null;
  /** What the environment would have Twilio's SDK use; we use neither. */
  readonly region: string | null;
  readonly edge: string | null;
  /** Of the person at the terminal. */
  readonly language: 'en' | 'ja';
}

/** Checks each setting, but not whether the others that it needs are there. Throws `WrongSetting` for the first that is wrong. */
export function parseSetUpSettings(values: Readonly<Record<string, string | undefined>>): SetUpSettings {
  const settings = parseSettings(values);
  return {
    accountSid: settings.TWILIO_ACCOUNT_SID ?? null,
    authToken: settings.TWILIO_AUTH_TOKEN ?? null,
    apiKeySid: settings.TWILIO_API_KEY_SID ?? null,
    apiKeySecret: settings.TWILIO_API_KEY_SECRET ?? null,
    appSid: settings.TWILIO_APP_SID ?? null,
    number: settings.TWILIO_NUMBER ?? null,
    publicUrl: settings.PUBLIC_URL ?? null,
    fallbackUrl: settings.FALLBACK_URL ?? null,
    aiFallbackUrl: settings.AI_FALLBACK_URL ?? null,
    host: settings.HOST,
    port: settings.PORT,
    simulatorUrl: settings.SIMULATOR_URL ?? null,
    voice: settings.SPEECH_VOICE,
    silenceSeconds: settings.SILENCE_SECONDS,
    aiLeg: settings.AI_LEG,
    recordingBucket: recordingBucketOf(settings),
    region: given(values['TWILIO_REGION']),
    edge: given(values['TWILIO_EDGE']),
    language: languageOf(values),
  };
}

function given(value: string | undefined): string | null {
  return value === undefined || value.trim() === '' ? null : value.trim();
}

function languageOf({
  LC_ALL,
  LC_MESSAGES,
  LANG,
}: Readonly<Record<string, string | undefined>>): 'en' | 'ja' {
  const setting = given(LC_ALL) ?? given(LC_MESSAGES) ?? given(LANG);
  const locale = setting ?? Intl.DateTimeFormat().resolvedOptions().locale;
  return locale.toLowerCase().startsWith('ja') ? 'ja' : 'en';
}
