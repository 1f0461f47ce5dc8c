import { z } from 'zod';

/**
 * What Twilio's documentation says of each request that it makes of us, field by field and nothing besides. Each schema names its page, below
 * twilio.com/docs.
 */
type Fields = z.ZodObject;

const sid = (prefix: string) => z.string().regex(new RegExp(`^${prefix}[0-9a-f]{32}$`));
const wholeNumber = z.string().regex(/^\d+$/);
const flag = z.enum(['true', 'false']);
const party = z.string().regex(/^(\+[1-9]\d{6,14}|(client|app|sip):\S+)$/);
const rfc2822 = z.string().regex(/^[A-Z][a-z]{2}, \d{2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}:\d{2} \+0000$/);
const callStatus = z.enum([
  'queued',
  'initiated',
  'ringing',
  'in-progress',
  'completed',
  'busy',
  'failed',
  'no-answer',
  'canceled',
]);

/** voice/twiml#request-parameters */
const place = (name: 'From' | 'To' | 'Caller' | 'Called') =>
  ['City', 'State', 'Zip', 'Country'].map((part): [string, z.ZodOptional<z.ZodString>] => [
    `${name}${part}`,
    z.string().optional(),
  ]);
const call = z.strictObject({
  CallSid: sid('CA'),
  AccountSid: sid('AC'),
  From: party,
  To: party,
  CallStatus: callStatus,
  ApiVersion: z.literal('2010-04-01'),
  Direction: z.enum(['inbound', 'outbound-api', 'outbound-dial']),
  ...Object.fromEntries([...place('From'), ...place('To')]),
  // The same under their names of 2008 (api/2008-08-01/twiml/twilio_request), which are still sent.
  Caller: party.optional(),
  Called: party.optional(),
  ...Object.fromEntries([...place('Caller'), ...place('Called')]),
});

/**
 * voice/api/conference-participant-resource: what stands behind the question mark of `app:AP…?` comes along, and (voice/twiml/client) so does the
 * application. In every request about such a leg.
 */
const ofApplication = {
  ApplicationSid: sid('AP').optional(),
  callId: z.string().optional(),
  legId: z.string().optional(),
};

/** voice/api/conference-participant-resource: `HoldUrl` and `AnnounceUrl`. It names no parameters; the conference is told with the call. */
const ofConference = call.extend({
  ConferenceSid: sid('CF').optional(),
  FriendlyName: z.string().optional(),
});

/** voice/twiml/gather#action */
const gathered = call.extend({
  Digits: z.string().optional(),
  SpeechResult: z.string().min(1).optional(),
  Confidence: z
    .string()
    .regex(/^(0(\.\d+)?|1(\.0+)?)$/)
    .optional(),
});

/** voice/twiml/gather#partialresultcallback */
const partial = call.extend({
  UnstableSpeechResult: z.string(),
  StableSpeechResult: z.string(),
  Stability: z.string(),
  SequenceNumber: wholeNumber,
});

/** voice/api/call-resource#statuscallback */
const progress = call.extend({
  CallbackSource: z.literal('call-progress-events'),
  SequenceNumber: wholeNumber,
  Timestamp: rfc2822,
  CallDuration: wholeNumber.optional(),
  Duration: wholeNumber.optional(),
  SipResponseCode: z
    .string()
    .regex(/^[1-6]\d\d$/)
    .optional(),
});

/** voice/twiml/conference#attributes-status-callback-parameters */
const conference = z.strictObject({
  AccountSid: sid('AC'),
  ConferenceSid: sid('CF'),
  FriendlyName: z.string().min(1),
  SequenceNumber: wholeNumber,
  Timestamp: rfc2822,
  StatusCallbackEvent: z.enum([
    'conference-start',
    'conference-end',
    'participant-join',
    'participant-leave',
    'participant-mute',
    'participant-unmute',
    'participant-hold',
    'participant-unhold',
    'participant-modify',
    'participant-speech-start',
    'participant-speech-stop',
    'announcement-end',
    'announcement-fail',
  ]),
  CallSid: sid('CA').optional(),
  Muted: flag.optional(),
  Hold: flag.optional(),
  Coaching: flag.optional(),
  CallSidToCoach: sid('CA').optional(),
  EndConferenceOnExit: flag.optional(),
  StartConferenceOnEnter: flag.optional(),
  ParticipantLabel: z.string().max(128).optional(),
  ParticipantCallStatus: callStatus.optional(),
  ReasonParticipantLeft: z
    .enum([
      'participant_hung_up',
      'participant_updated_via_api',
      'participant_add_failed',
      'moderator_ended_conference',
      'conference_ended_via_api',
    ])
    .optional(),
  CallSidEndingConference: sid('CA').optional(),
  ParticipantLabelEndingConference: z.string().optional(),
  ReasonConferenceEnded: z
    .enum([
      'conference-ended-via-api',
      'last-participant-kicked',
      'last-participant-left',
      'participant-with-end-conference-on-exit-kicked',
      'participant-with-end-conference-on-exit-left',
    ])
    .optional(),
  Reason: z.string().optional(),
  AnnounceUrl: z.url().optional(),
});

/** voice/twiml/conference#recordingstatuscallback */
const recording = z.strictObject({
  AccountSid: sid('AC'),
  ConferenceSid: sid('CF'),
  RecordingSid: sid('RE'),
  RecordingUrl: z.url(),
  RecordingStatus: z.enum(['in-progress', 'completed', 'failed', 'absent']),
  RecordingDuration: wholeNumber.optional(),
  RecordingChannels: z.literal('1'),
  RecordingStartTime: rfc2822,
  RecordingSource: z.literal('Conference'),
  RecordingTrack: z.enum(['inbound', 'outbound', 'both']).optional(),
  ErrorCode: wholeNumber.optional(),
});

/** voice/twiml/record#attributes-action */
const recorded = call.extend({
  RecordingUrl: z.url(),
  RecordingDuration: wholeNumber,
  RecordingSid: sid('RE').optional(),
  Digits: z.string(),
});

/** voice/twiml/transcription#statuscallbackurl */
const transcription = z.strictObject({
  AccountSid: sid('AC'),
  CallSid: sid('CA'),
  TranscriptionSid: sid('GT'),
  Timestamp: z.iso.datetime(),
  SequenceId: wholeNumber,
  TranscriptionEvent: z.enum([
    'transcription-started',
    'transcription-content',
    'transcription-stopped',
    'transcription-error',
  ]),
  LanguageCode: z.string().optional(),
  Track: z.enum(['inbound_track', 'outbound_track', 'both_tracks']).optional(),
  TranscriptionData: z.string().optional(),
  Final: flag.optional(),
  Stability: z.string().optional(),
  TranscriptionEngine: z.enum(['google', 'deepgram']).optional(),
  SpeechModel: z.string().optional(),
  PartialResults: flag.optional(),
  EnableAutomaticPunctuation: flag.optional(),
  ProfanityFilter: flag.optional(),
  Hints: z.string().optional(),
  Name: z.string().optional(),
  InboundTrackLabel: z.string().optional(),
  OutboundTrackLabel: z.string().optional(),
});

/** voice/answering-machine-detection#asyncamdstatuscallback */
const machineDetection = z.strictObject({
  AccountSid: sid('AC'),
  CallSid: sid('CA'),
  AnsweredBy: z.enum([
    'human',
    'machine_start',
    'machine_end_beep',
    'machine_end_silence',
    'machine_end_other',
    'fax',
    'unknown',
  ]),
  MachineDetectionDuration: wholeNumber,
});

/** voice/twiml/connect/conversationrelay#action-url-request-parameters */
const relayEnded = call.extend({
  SessionId: sid('VX'),
  SessionStatus: z.enum(['ended', 'completed', 'failed']),
  SessionDuration: wholeNumber,
  HandoffData: z.string().optional(),
  ErrorCode: wholeNumber.optional(),
  ErrorMessage: z.string().optional(),
});

/** By the last part of our address, for what reason Twilio asks or tells there. */
const requests: Readonly<Record<string, Fields>> = {
  incoming: call,
  'incoming-ended': progress,
  customer: call,
  telephone: call,
  'telephone/key': gathered,
  ai: call.extend(ofApplication),
  gather: gathered.extend(ofApplication),
  finished: call.extend(ofApplication),
  partial: partial.extend(ofApplication),
  'relay-ended': relayEnded.extend(ofApplication),
  'call-status': progress,
  conference,
  recording,
  transcription,
  amd: machineDetection,
  hold: ofConference,
  announce: ofConference,
  echo: call,
  'echo/played': recorded,
  'echo/ended': progress,
};

/** One request to `/webhooks/twilio/…`, as it came. */
export interface SentWebhook {
  /** After `/webhooks/twilio/`, without the query. */
  readonly name: string;
  readonly form: Readonly<Record<string, string>>;
}

/** What is not as Twilio documents it; nothing when all is well. */
export function undocumented({ name, form }: SentWebhook): readonly string[] {
  const schema = requests[name];
  if (schema === undefined) return [`${name}: Twilio makes no such request`];
  const { error } = schema.safeParse(form);
  return (error?.issues ?? []).map(({ path, message }) => `${name}: ${path.join('.')} ${message}`);
}
