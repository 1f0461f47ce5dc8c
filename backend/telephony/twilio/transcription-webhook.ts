import { z } from 'zod';
import { callIdSchema } from '../../contract/ids.ts';
import type { Log } from '../../kernel/log.ts';
import type { CarrierEvents } from '../carrier-events.ts';
import { areHoldWords } from './hold-words.ts';
import type { PartialOrder } from './partial-order.ts';
import { flagSchema, happenedAt, type Webhook } from './webhook.ts';

interface TranscriptionOptions {
  readonly events: CarrierEvents;
  readonly partials: PartialOrder;
  readonly log: Log;
}

const tracks = ['inbound_track', 'outbound_track'] as const;

const transcriptSchema = z.object({
  transcript: z.string().trim(),
  /** Only final results have one. */
  confidence: z.number().min(0).max(1).optional(),
});

const eventSchema = z.object({
  callId: callIdSchema,
  /** Absent from the addresses of transcriptions that began before it was told. */
  tracks: z.enum(['customer', 'both']).default('both'),
  TranscriptionSid: z.string(),
  SequenceId: z.coerce.number().int(),
});

const contentSchema = eventSchema.extend({
  TranscriptionEvent: z.literal('transcription-content'),
  Track: z.enum(tracks),
  TranscriptionData: z.string().transform(parseJson).pipe(transcriptSchema),
  Final: flagSchema,
  Timestamp: z.string().optional(),
});
type Content = z.infer<typeof contentSchema>;

/** (twilio.com/docs/voice/twiml/transcription#statuscallbackurl) */
const transcriptionSchema = z.discriminatedUnion('TranscriptionEvent', [
  contentSchema,
  eventSchema.extend({ TranscriptionEvent: z.enum(['transcription-started', 'transcription-stopped']) }),
  eventSchema.extend({
    TranscriptionEvent: z.literal('transcription-error'),
    TranscriptionErrorCode: z.string().optional(),
  }),
]);
type TranscriptionInput = z.infer<typeof transcriptionSchema>;

/** What is said, on the customer's leg: inbound is the customer, outbound everybody else. */
export function transcriptionWebhook(options: TranscriptionOptions): Webhook<TranscriptionInput> {
  return {
    schema: transcriptionSchema,
    key: (input) => (isGuess(input) ? null : `transcription:${input.TranscriptionSid}:${input.SequenceId}`),
    answer(input, now) {
      const { TranscriptionSid, callId } = input;
      switch (input.TranscriptionEvent) {
        case 'transcription-content':
          passOn(options, input, now);
          break;
        case 'transcription-error':
          options.log.error({ callId, code: input.TranscriptionErrorCode }, 'live transcription failed');
          break;
        case 'transcription-started':
          break;
        case 'transcription-stopped':
          for (const track of tracks) options.partials.forget(source(TranscriptionSid, track));
      }
      return '';
    },
  };
}

function passOn({ events, partials }: TranscriptionOptions, input: Content, now: Date): void {
  const { transcript: text, confidence } = input.TranscriptionData;
  const newest = partials.isNewest(source(input.TranscriptionSid, input.Track), 0, input.SequenceId);
  if (text === '' || (!input.Final && !newest)) return;
  events.transcribed({
    callId: input.callId,
    tracks: input.tracks,
    track: input.Track === 'inbound_track' ? 'customer' : 'others',
    text,
    confidence: confidence ?? null,
    ofHold: areHoldWords(text),
    final: input.Final,
    at: happenedAt(input.Timestamp, now),
  });
}

function source(transcriptionSid: string, track: Content['Track']): string {
  return `${transcriptionSid}:${track}`;
}

function isGuess(input: TranscriptionInput): boolean {
  return input.TranscriptionEvent === 'transcription-content' && !input.Final;
}

function parseJson(text: string, context: z.RefinementCtx): unknown {
  try {
    return JSON.parse(text);
  } catch {
    context.addIssue({ code: 'custom', message: 'no JSON' });
    return z.NEVER;
  }
}
