import { z } from 'zod';

// The form parameters of the REST API as far as they are simulated (twilio_api_v2010.json in Twilio's OpenAPI description).

const flag = z.enum(['true', 'false']).transform((value) => value === 'true');
const method = z.enum(['GET', 'POST']).default('POST');
const url = z.url({ protocol: /^https?$/ });
const whole = (least: number, most: number) => z.coerce.number().int().min(least).max(most);

/** Given several times, or once with spaces between. */
function eventList<Event extends string>(events: readonly [Event, ...Event[]]) {
  return z
    .union([z.string(), z.array(z.string())])
    .transform((value) => (typeof value === 'string' ? value.split(/[\s,]+/) : value))
    .pipe(z.array(z.enum(events)));
}

const callProgress = {
  StatusCallback: url.optional(),
  StatusCallbackMethod: method,
  StatusCallbackEvent: eventList(['initiated', 'ringing', 'answered', 'completed']).default(['completed']),
};

/** Asked when an address of the call's instructions does not answer. */
const fallback = { FallbackUrl: url.optional(), FallbackMethod: method };

const machineDetection = {
  MachineDetection: z.enum(['Enable', 'DetectMessageEnd']).optional(),
  MachineDetectionTimeout: whole(3, 59).default(30),
  MachineDetectionSpeechThreshold: whole(1_000, 6_000).default(2_400),
  MachineDetectionSpeechEndThreshold: whole(500, 5_000).default(1_200),
  MachineDetectionSilenceTimeout: whole(2_000, 10_000).default(5_000),
};

export const createCallParameters = z
  .strictObject({
    From: z.string(),
    To: z.string(),
    Url: url.optional(),
    Method: method,
    Twiml: z.string().max(4_000).optional(),
    ...fallback,
    Timeout: whole(1, 600).default(60),
    TimeLimit: whole(1, 86_400).optional(),
    ...callProgress,
    ...machineDetection,
    AsyncAmd: z.literal('true').optional(),
    AsyncAmdStatusCallback: url.optional(),
    AsyncAmdStatusCallbackMethod: method,
  })
  .refine((call) => call.MachineDetection === undefined || call.AsyncAmd === 'true', {
    error: 'only asynchronous machine detection is simulated: the other makes the callee wait',
  });

export const updateCallParameters = z.strictObject({
  Status: z.enum(['canceled', 'completed']).optional(),
  Url: z.string().optional(),
  Method: method,
  Twiml: z.string().max(4_000).optional(),
  ...fallback,
});

export const createParticipantParameters = z.strictObject({
  From: z.string(),
  To: z.string(),
  Label: z.string().min(1).max(128).optional(),
  Timeout: whole(5, 600).default(60),
  TimeLimit: whole(1, 86_400).optional(),
  Muted: flag.default(false),
  Beep: z.enum(['true', 'false', 'onEnter', 'onExit']).default('true'),
  StartConferenceOnEnter: flag.default(true),
  EndConferenceOnExit: flag.default(false),
  WaitUrl: z.union([url, z.literal('')]).optional(),
  WaitMethod: method,
  EarlyMedia: flag.default(true),
  Coaching: flag.optional(),
  CallSidToCoach: z
    .string()
    .regex(/^CA[0-9a-f]{32}$/)
    .optional(),
  Region: z.enum(['us1', 'us2', 'ie1', 'de1', 'sg1', 'br1', 'au1', 'jp1']).default('us1'),
  JitterBufferSize: z.enum(['off', 'small', 'medium', 'large']).default('large'),
  CallReason: z.string().optional(),
  ClientNotificationUrl: url.optional(),
  ...callProgress,
  ConferenceStatusCallback: url.optional(),
  ConferenceStatusCallbackMethod: method,
  ConferenceStatusCallbackEvent: eventList([
    'start',
    'end',
    'join',
    'leave',
    'mute',
    'hold',
    'modify',
    'announcement',
  ]).default(['start', 'end']),
  ConferenceRecord: z.enum(['true', 'false', 'record-from-start', 'do-not-record']).default('false'),
  ConferenceTrim: z.enum(['trim-silence', 'do-not-trim']).default('trim-silence'),
  ConferenceRecordingStatusCallback: url.optional(),
  ConferenceRecordingStatusCallbackMethod: method,
  ConferenceRecordingStatusCallbackEvent: eventList(['in-progress', 'completed', 'failed', 'absent']).default(
    ['completed'],
  ),
  ...machineDetection,
  AmdStatusCallback: url.optional(),
  AmdStatusCallbackMethod: method,
});

export const updateParticipantParameters = z.strictObject({
  // Anything but `true` is false, as Twilio documents it.
  Muted: z
    .string()
    .transform((value) => value === 'true')
    .optional(),
  Hold: flag.optional(),
  HoldUrl: url.optional(),
  HoldMethod: z.enum(['GET', 'POST']).default('GET'),
  AnnounceUrl: url.optional(),
  AnnounceMethod: method,
  EndConferenceOnExit: flag.optional(),
  Coaching: flag.optional(),
  CallSidToCoach: z
    .string()
    .regex(/^CA[0-9a-f]{32}$/)
    .optional(),
});

export const updateConferenceParameters = z.strictObject({ Status: z.literal('completed') });

export const createTranscriptionParameters = z.strictObject({
  Name: z.string().optional(),
  Track: z.enum(['inbound_track', 'outbound_track', 'both_tracks']).default('both_tracks'),
  StatusCallbackUrl: url.optional(),
  StatusCallbackMethod: method,
  InboundTrackLabel: z.string().optional(),
  OutboundTrackLabel: z.string().optional(),
  PartialResults: flag.default(false),
  LanguageCode: z.string().default('en-US'),
  TranscriptionEngine: z.enum(['google', 'deepgram']).default('google'),
  ProfanityFilter: flag.default(true),
  SpeechModel: z.string().default('telephony'),
  Hints: z.string().default(''),
  EnableAutomaticPunctuation: flag.default(true),
});

export const updateTranscriptionParameters = z.strictObject({ Status: z.literal('stopped') });

const paging = {
  PageSize: whole(1, 1_000).default(50),
  Page: whole(0, 1_000_000).default(0),
};

export const pageParameters = z.strictObject(paging);

export const listCallsParameters = z.strictObject({
  To: z.string().optional(),
  From: z.string().optional(),
  Status: z
    .enum(['queued', 'ringing', 'in-progress', 'completed', 'busy', 'failed', 'no-answer', 'canceled'])
    .optional(),
  ...paging,
});

export const listConferencesParameters = z.strictObject({
  Status: z.enum(['init', 'in-progress', 'completed']).optional(),
  FriendlyName: z.string().optional(),
  ...paging,
});

export const listParticipantsParameters = z.strictObject({
  Muted: flag.optional(),
  Hold: flag.optional(),
  Coaching: flag.optional(),
  ...paging,
});

export const updateRecordingParameters = z.strictObject({
  Status: z.enum(['in-progress', 'paused', 'stopped']),
  PauseBehavior: z.enum(['skip', 'silence']).default('silence'),
});

export const listRecordingsParameters = z.strictObject({
  ConferenceSid: z.string().optional(),
  CallSid: z.string().optional(),
  ...paging,
});
