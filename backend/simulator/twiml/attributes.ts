import { z } from 'zod';

// Every attribute that Twilio documents for a verb, and no other: an unknown one is a mistake to be seen here, not in production.

const flag = z.enum(['true', 'false']).transform((value) => value === 'true');
const count = z.string().regex(/^\d+$/).transform(Number);
const positive = count.refine((value) => value > 0);
const method = z.enum(['GET', 'POST']).default('POST');
const words = z.string().transform((value) => value.split(/\s+/).filter((word) => word !== ''));

const speechModels = [
  'default',
  'numbers_and_commands',
  'phone_call',
  'experimental_conversations',
  'experimental_utterances',
  'googlev2_long',
  'googlev2_short',
  'googlev2_telephony',
  'googlev2_telephony_short',
  'deepgram_nova-2',
  'deepgram_nova-3',
] as const;

export const sayAttributes = z.strictObject({
  voice: z.string().optional(),
  language: z.string().optional(),
  loop: count.default(1),
});

export const playAttributes = z.strictObject({
  loop: count.default(1),
  digits: z
    .string()
    .regex(/^[0-9*#wW]+$/)
    .optional(),
});

export const pauseAttributes = z.strictObject({ length: count.default(1) });

export const gatherAttributes = z.strictObject({
  input: words.pipe(z.array(z.enum(['dtmf', 'speech'])).min(1)).default(['dtmf']),
  action: z.string().optional(),
  method,
  actionOnEmptyResult: flag.default(false),
  bargeIn: flag.default(true),
  debug: flag.optional(),
  enhanced: flag.optional(),
  finishOnKey: z
    .string()
    .regex(/^[0-9*#]?$/)
    .default('#'),
  hints: z
    .string()
    .refine((hints) => hints.split(',').length <= 500)
    .default(''),
  language: z
    .string()
    .regex(/^[a-z]{2,3}(-[A-Za-z]{4,})?(-[A-Z]{2})?$/)
    .default('en-US'),
  maxSpeechTime: positive.default(60),
  numDigits: positive.optional(),
  partialResultCallback: z.string().optional(),
  partialResultCallbackMethod: method,
  profanityFilter: flag.default(true),
  speechModel: z.enum(speechModels).optional(),
  speechTimeout: z.union([z.literal('auto'), positive]).optional(),
  timeout: count.default(5),
});

export const dialAttributes = z.strictObject({
  action: z.string().optional(),
  method,
  timeout: positive.optional(),
  callerId: z.string().optional(),
  answerOnBridge: flag.optional(),
});

export const conferenceAttributes = z.strictObject({
  muted: flag.default(false),
  beep: z.enum(['true', 'false', 'onEnter', 'onExit']).default('true'),
  startConferenceOnEnter: flag.default(true),
  endConferenceOnExit: flag.default(false),
  waitUrl: z.string().optional(),
  waitMethod: method,
  maxParticipants: count.optional(),
  record: z.enum(['do-not-record', 'record-from-start']).default('do-not-record'),
  trim: z.enum(['trim-silence', 'do-not-trim']).optional(),
  coach: z.string().optional(),
  participantLabel: z.string().max(128).optional(),
  jitterBufferSize: z.enum(['off', 'small', 'medium', 'large']).optional(),
  region: z.string().optional(),
  statusCallback: z.string().optional(),
  statusCallbackEvent: words.default([]),
  statusCallbackMethod: method,
  recordingStatusCallback: z.string().optional(),
  recordingStatusCallbackEvent: words.default(['completed']),
  recordingStatusCallbackMethod: method,
});

export const connectAttributes = z.strictObject({ action: z.string().optional(), method });

const interruptible = z
  .enum(['none', 'dtmf', 'speech', 'any', 'true', 'false'])
  .transform((value) => (value === 'true' ? 'any' : value === 'false' ? 'none' : value));

/** (voice/twiml/connect/conversationrelay) Plain `ws` is for an application on the same machine. */
export const conversationRelayAttributes = z.strictObject({
  url: z.string().regex(/^wss?:\/\/[^#]+$/),
  welcomeGreeting: z.literal('').optional(),
  language: z.string().default('en-US'),
  ttsLanguage: z.string().optional(),
  transcriptionLanguage: z.string().optional(),
  ttsProvider: z.enum(['ElevenLabs', 'Google', 'Amazon']).default('ElevenLabs'),
  voice: z
    .string()
    .regex(/^(?!Google\.|Polly\.)/)
    .optional(),
  transcriptionProvider: z.enum(['Deepgram', 'Google']).default('Deepgram'),
  speechModel: z.string().optional(),
  interruptible: interruptible.default('any'),
  interruptSensitivity: z.enum(['low', 'medium', 'high']).default('high'),
  preemptible: flag.default(false),
  // What else it may be is not simulated.
  reportInputDuringAgentSpeech: z.literal('none').default('none'),
  hints: z.string().default(''),
  dtmfDetection: flag.default(false),
  partialPrompts: flag.default(false),
  profanityFilter: flag.default(true),
  debug: words.pipe(z.array(z.enum(['debugging', 'speaker-events', 'tokens-played']))).default([]),
});

export const relayLanguageAttributes = z.strictObject({
  code: z.string(),
  ttsProvider: z.enum(['ElevenLabs', 'Google', 'Amazon']).optional(),
  voice: z.string().optional(),
  transcriptionProvider: z.enum(['Deepgram', 'Google']).optional(),
  speechModel: z.string().optional(),
});

export const parameterAttributes = z.strictObject({ name: z.string(), value: z.string() });

/** (voice/twiml/record) What is transcribed or trimmed is not simulated. */
export const recordAttributes = z.strictObject({
  action: z.string().optional(),
  method,
  timeout: positive.default(5),
  finishOnKey: z
    .string()
    .regex(/^[0-9*#]*$/)
    .default('1234567890*#'),
  maxLength: positive.default(3_600),
  playBeep: flag.default(true),
  trim: z.literal('do-not-trim'),
});

export const redirectAttributes = z.strictObject({ method });

export const transcriptionAttributes = z.strictObject({
  name: z.string().optional(),
  track: z.enum(['inbound_track', 'outbound_track', 'both_tracks']).default('both_tracks'),
  statusCallbackUrl: z.string().optional(),
  statusCallbackMethod: method,
  inboundTrackLabel: z.string().optional(),
  outboundTrackLabel: z.string().optional(),
  partialResults: flag.default(false),
  languageCode: z.string().default('en-US'),
  transcriptionEngine: z.enum(['google', 'deepgram']).default('google'),
  profanityFilter: flag.default(true),
  speechModel: z.string().default('telephony'),
  hints: z.string().default(''),
  enableAutomaticPunctuation: flag.default(true),
});
