import { z } from 'zod';
import { lineOfText } from '../contract/text.ts';
import { isThisComputer } from '../kernel/this-computer.ts';
import {
  callingHours,
  httpUrl,
  list,
  numberBetween,
  oneOf,
  onOff,
  sid,
  text,
  timeZone,
  wholeNumber,
} from './setting-values.ts';

/** Those of Twilio's Japanese voices that read SSML, by which names are pronounced. */
const japaneseVoices = [
  'Google.ja-JP-Neural2-B',
  'Google.ja-JP-Neural2-C',
  'Google.ja-JP-Neural2-D',
  'Google.ja-JP-Wavenet-A',
  'Google.ja-JP-Wavenet-B',
  'Google.ja-JP-Wavenet-C',
  'Google.ja-JP-Wavenet-D',
  'Polly.Kazuha-Neural',
  'Polly.Takumi-Neural',
  'Polly.Tomoko-Neural',
] as const;

/**
 * Every setting, once: what it means, its default and its unit. `.env.example` is written from this. A setting without a default may
 * be left out.
 */
export const settingsSchema = z.object({
  PORT: wholeNumber(1, 65_535).prefault('8787').meta({
    meaning: 'Port of the console, the API and the webhooks.',
  }),
  HOST: text().prefault('127.0.0.1').meta({
    meaning: 'Network address to listen on. 0.0.0.0 makes the console reachable from other machines.',
  }),
  PUBLIC_URL: httpUrl().optional().meta({
    meaning: 'Address under which browsers and Twilio reach this server. Left out: http://localhost:PORT.',
    example: 'https://calls.example.com',
  }),
  ALLOWED_ORIGINS: list().prefault('').meta({
    meaning: 'Further origins whose pages may use the API, separated by commas.',
    example: 'https://console.example.com',
  }),
  TRUST_PROXY: onOff().prefault('off').meta({
    meaning: 'on behind a reverse proxy of your own, whose X-Forwarded-For header then tells who is calling.',
  }),
  DATA_DIR: text().prefault('./data').meta({
    meaning: 'Folder of the database and of the secrets that are made on the first start.',
  }),
  BACKUP_HOURS: wholeNumber(0, 168).optional().meta({
    meaning:
      'How old the newest backup of the database may become before another is made, while the server runs; 0: none is made. Left out: 24, or 0 while telephony is simulated.',
    unit: 'hours',
    example: '6',
  }),
  BACKUP_DIR: text().optional().meta({
    meaning: 'Folder of the backups, best on another disk. Left out: backups in DATA_DIR.',
    example: '/mnt/backups/toritsugi',
  }),
  BACKUPS_KEPT: wholeNumber(1, 1_000).prefault('14').meta({
    meaning: 'How many backups are kept; the oldest go first.',
  }),
  AUTH_SECRET: z.string().min(32, 'must have at least 32 characters').optional().meta({
    meaning: 'Signs the sessions. Left out: made on the first start and kept in DATA_DIR.',
  }),
  LOG_LEVEL: oneOf(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).prefault('info').meta({
    meaning: 'What is logged: fatal, error, warn, info, debug or silent.',
  }),
  LOG_FORMAT: oneOf(['text', 'json']).optional().meta({
    meaning:
      'text: readable lines. json: one object a line, for programs. Left out: text on a terminal, else json.',
  }),
  ALERT_WEBHOOK_URL: z
    .url({
      protocol: /^https?$/,
      error: 'must be an https address',
    })
    .refine((address) => address.startsWith('https:') || isThisComputer(new URL(address).hostname), {
      error: 'must be an https address; only this computer, by the name localhost, may have http',
    })
    .optional()
    .meta({
      meaning:
        'Where alerts are sent besides the console, as {"text": …}: an incoming webhook of Slack, or what understands the same. Left out: nowhere.',
      example: 'https://hooks.slack.com/services/T000/B000/XXXX',
    }),
  ALERT_WEBHOOK_PRIVATE: onOff().prefault('off').meta({
    meaning: 'Whether alerts may be sent to an address in a private network: on or off.',
  }),
  METRICS_TOKEN: z
    .string()
    .regex(/^[\w.~+/=-]{16,}$/, 'must have at least 16 letters, digits or any of . _ ~ + / = -')
    .optional()
    .meta({
      meaning:
        'What Prometheus sends as its bearer token to read /metrics. Left out: there is no such address.',
    }),
  DEFAULT_TIME_ZONE: timeZone().prefault('Asia/Tokyo').meta({
    meaning: 'Time zone of customers and agents who have none of their own.',
  }),

  TWILIO_ACCOUNT_SID: sid('AC').optional().meta({
    meaning: 'The Twilio account. All six TWILIO_ settings or none; without them telephony is simulated.',
  }),
  TWILIO_AUTH_TOKEN: text().optional().meta({ meaning: 'Checks the signature of every webhook.' }),
  TWILIO_API_KEY_SID: sid('SK').optional().meta({ meaning: 'API key for commands and softphone tokens.' }),
  TWILIO_API_KEY_SECRET: text().optional().meta({ meaning: 'Secret of that API key.' }),
  TWILIO_APP_SID: sid('AP').optional().meta({
    meaning: 'TwiML application whose voice URL is PUBLIC_URL/webhooks/twilio/ai.',
  }),
  TWILIO_NUMBER: z
    .string()
    .regex(/^\+[1-9]\d{6,14}$/, 'must look like +81312345678')
    .optional()
    .meta({
      meaning: 'Number that customers see, in E.164.',
      example: '+81312345678',
    }),
  FALLBACK_URL: httpUrl().optional().meta({
    meaning:
      'Address of resources/twilio-fallback.xml on another host: what Twilio plays when this server does not answer. twilio:setup gives it to Twilio.',
    example: 'https://static.example.net/twilio-fallback.xml',
  }),
  AI_FALLBACK_URL: httpUrl().optional().meta({
    meaning:
      'The same of resources/twilio-ai-fallback.xml: what the AI says when this server does not answer, as while it is started again. Left out: what is at FALLBACK_URL.',
    example: 'https://static.example.net/twilio-ai-fallback.xml',
  }),
  SIMULATOR_URL: httpUrl().optional().meta({
    meaning: 'Address of a simulator that runs as a process of its own. Left out: it runs in this one.',
    example: 'http://localhost:8788',
  }),
  SIMULATOR_PORT: wholeNumber(1, 65_535).prefault('8788').meta({
    meaning: 'Port of the simulator when it runs as a process of its own.',
  }),
  SIMULATOR_SPEED: numberBetween(0.1, 100).prefault('1').meta({
    meaning: 'How fast simulated time passes; faster than 1 it stands still while the server is at work.',
    unit: 'times real time',
  }),

  CALLS_PER_SECOND: numberBetween(0.1, 1_000).prefault('1').meta({
    meaning:
      "How many legs the carrier is asked for in a second: the account's calls per second at Twilio, which counts the AI's and the agents' legs, too. A call that is on gets its legs first.",
  }),
  CONCURRENT_CALLS: wholeNumber(1, 10_000).optional().meta({
    meaning:
      'How many calls may be on at once; no more are started until one ends. A call has two or three legs. Left out: any number.',
    example: '10',
  }),
  DAILY_SPENDING_CAP: numberBetween(1, 100_000_000).optional().meta({
    meaning:
      "How much may be spent on calls a day, by an estimate, in the currency of the carrier's bill; then nobody is dialled until the next day. Holds until an admin sets it under Settings → Telephone line. Left out: as much as it takes.",
    example: '5000',
  }),
  PRICE_PER_MINUTE: numberBetween(0, 10_000).prefault('0').meta({
    meaning:
      'What each begun minute of each leg of a call is estimated to cost, in the same currency; DAILY_SPENDING_CAP needs it. The dearest that you pay is on the safe side. Holds until an admin sets it.',
    example: '12',
  }),
  AI_JOINS: oneOf(['ringing', 'answered']).prefault('ringing').meta({
    meaning:
      'When the AI joins the conference: while the telephone rings (no delay) or once it was answered (no cost before).',
  }),
  AI_LEG: oneOf(['conference', 'customer']).prefault('conference').meta({
    meaning:
      "Where the AI is: conference (a leg of its own, which the account must be able to have) or customer (on the customer's leg, which is moved into the conference at the handoff: an agent on standby does not hear it, and a recording begins at the handoff).",
  }),
  SPEECH_TRANSPORT: oneOf(['gather', 'relay']).prefault('gather').meta({
    meaning:
      "What the AI speaks and listens over: gather (a webhook for each turn) or relay (Twilio's ConversationRelay, a WebSocket for the whole dialogue, which the account must have been enabled for).",
  }),
  SPEECH_VOICE: oneOf(japaneseVoices)
    .prefault('Google.ja-JP-Neural2-B')
    .meta({
      meaning: `The voice that speaks Japanese, by Twilio's name: one of ${japaneseVoices.join(', ')}.`,
    }),
  SILENCE_SECONDS: wholeNumber(3, 10).prefault('5').meta({
    meaning: 'How long a customer may be silent before the AI speaks again; during a hold it waits longer.',
    unit: 'seconds',
  }),
  BARGE_IN: onOff().prefault('on').meta({
    meaning: "on: a customer's words cut the AI's short, except where the law wants them said whole.",
  }),
  LEAVE_VOICEMAIL: onOff().prefault('off').meta({
    meaning:
      'on: the AI leaves its message on an answering machine, once its announcement is over; off: it hangs up without a word.',
  }),
  MODEL_URL: httpUrl().optional().meta({
    meaning:
      'A language model behind an OpenAI-compatible API, asked what a customer meant where the embedded engine is not sure. What customers say is sent to it. Left out: none is asked.',
    example: 'https://api.example.com/v1',
  }),
  MODEL_NAME: text().optional().meta({
    meaning: 'Name of that model: one that answers at once. A model that reasons first is never in time.',
    example: 'gpt-4.1-mini',
  }),
  MODEL_API_KEY: z
    .string()
    .trim()
    .prefault('')
    .meta({ meaning: 'Key for that API. Empty: it asks for none.' }),
  // A webhook is to be answered within a second, whatever the model does.
  MODEL_BUDGET_MS: wholeNumber(100, 900).prefault('800').meta({
    meaning: 'How long that model may take before the embedded engine answers alone, up to 900.',
    unit: 'milliseconds',
  }),
  OFFER_SECONDS: wholeNumber(3, 120).prefault('15').meta({
    meaning: 'How long one agent is asked.',
    unit: 'seconds',
  }),
  PHONE_OFFER_SECONDS: wholeNumber(10, 120).prefault('30').meta({
    meaning:
      'How long an agent is asked whose own telephone is rung: to pick up, to listen and to press a key.',
    unit: 'seconds',
  }),
  HANDOFF_SECONDS: wholeNumber(5, 300).prefault('45').meta({
    meaning: 'How long agents are sought before the AI comes back with an apology.',
    unit: 'seconds',
  }),
  ARRIVAL_SECONDS: wholeNumber(1, 60).prefault('6').meta({
    meaning: 'How long an agent who accepted may take to be in the conference.',
    unit: 'seconds',
  }),
  AGENT_RETURN_SECONDS: wholeNumber(1, 60).prefault('8').meta({
    meaning:
      'How long an agent whose line dropped may take to return to the call, for example after reloading the page, before others are asked.',
    unit: 'seconds',
  }),
  WRAP_UP_SECONDS: wholeNumber(0, 600).prefault('30').meta({
    meaning: 'How long an agent is left alone after a call that reached the customer.',
    unit: 'seconds',
  }),
  CALLING_HOURS: callingHours().optional().meta({
    meaning:
      'When customers may be called, in their own zone, on Japanese working days; never outside 08:00-21:00. Left out: 09:00-18:00, or always while telephony is simulated.',
    example: '09:00-18:00',
  }),
  JOURNAL_DAYS: wholeNumber(1, 3_650).prefault('30').meta({
    meaning:
      'How long it is kept what consoles and the carrier were told. Calls, transcripts and the audit log are kept for ever.',
    unit: 'days',
  }),
  SUPERVISION_PRIVATE: onOff().prefault('off').meta({
    meaning: 'Whether agents are not told when an admin listens to their call: on or off.',
  }),
  RECORDING: onOff().prefault('off').meta({ meaning: 'Whether calls are recorded: on or off.' }),
  RECORDING_NOTICE: lineOfText(200).prefault('なお、このお電話は録音しております。').meta({
    meaning:
      'What the AI says about the recording in its opening, when calls are recorded. off: nothing; then the law may want it said elsewhere.',
    example: 'この通話は品質向上のため録音しております。',
  }),
  RECORDING_RETENTION_DAYS: wholeNumber(1, 3_650).prefault('90').meta({
    meaning:
      'How long recordings are kept. Then they are deleted, here and at Twilio, which the audit log tells.',
    unit: 'days',
  }),
  RECORDING_AT_TWILIO: oneOf(['remove', 'keep']).prefault('remove').meta({
    meaning:
      'What becomes of a recording at Twilio once it is stored here: remove (at once) or keep (until it is deleted here, too).',
  }),
  RECORDING_S3_ENDPOINT: httpUrl().optional().meta({
    meaning:
      'Storage that speaks S3, in which recordings are kept instead of DATA_DIR. Its four settings go together.',
    example: 'https://s3.ap-northeast-1.amazonaws.com',
  }),
  RECORDING_S3_BUCKET: z
    .string()
    .regex(/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/, 'must be the name of a bucket')
    .optional()
    .meta({ meaning: "Bucket of that storage, which must exist and be nobody else's to read." }),
  RECORDING_S3_REGION: text().prefault('ap-northeast-1').meta({
    meaning: 'Region of that storage, which requests are signed for.',
  }),
  RECORDING_S3_KEY_ID: text().optional().meta({
    meaning: 'Access key of that storage; it must be allowed to get, put and delete objects.',
  }),
  RECORDING_S3_SECRET: text().optional().meta({ meaning: 'Secret of that access key.' }),
});
export type Settings = z.infer<typeof settingsSchema>;
