import { z } from 'zod';
import { callIdSchema, legIdSchema } from '../../contract/ids.ts';
import type { Intent } from '../../contract/vocabulary.ts';
import type { AiLeg, CarrierEvents, Consider, Heard } from '../carrier-events.ts';
import type { PartialOrder } from './partial-order.ts';
import type { TwimlWriter } from './twiml.ts';
import type { Webhook } from './webhook.ts';

interface AiStartedOptions {
  readonly events: CarrierEvents;
  readonly twiml: TwimlWriter;
  readonly transport: SpeechTransport;
}

/** How the AI's leg speaks and listens. */
export type SpeechTransport = 'gather' | 'relay';

interface AiWebhookOptions {
  readonly events: CarrierEvents;
  readonly twiml: TwimlWriter;
  readonly partials: PartialOrder;
  readonly consider?: Consider | undefined;
}

const legSchema = z.object({ callId: callIdSchema, legId: legIdSchema, CallSid: z.string() });
const roundSchema = legSchema.extend({ round: z.coerce.number().int().nonnegative() });

const gatherSchema = roundSchema.extend({
  SpeechResult: z.string().trim().default(''),
  Confidence: z.coerce.number().min(0).max(1).default(0),
  Digits: z.string().default(''),
});

/** With what a language model takes the words for, where one was asked. */
type Gathered = z.infer<typeof gatherSchema> & { readonly opinion?: Intent };

const partialSchema = roundSchema.extend({
  SequenceNumber: z.coerce.number().int().default(0),
  StableSpeechResult: z.string().default(''),
  UnstableSpeechResult: z.string().default(''),
});

/**
 * The application's voice URL: the AI's leg is up. `callId` and `legId` come from the leg's `app:` address. A ConversationRelay asks what to
 * do first over its WebSocket.
 */
export function aiStartedWebhook({
  events,
  twiml,
  transport,
}: AiStartedOptions): Webhook<z.infer<typeof legSchema>> {
  return {
    schema: legSchema,
    key: ({ legId }) => `ai:${legId}`,
    answer: (input, now) =>
      transport === 'relay'
        ? twiml.relay(input, events.hintsOf(input.callId))
        : twiml.instruction(input, events.aiStarted(aiLeg(input, now))),
  };
}

/** A `<Gather>` is over. Two silences in a row are two rounds; the same round again is a repeat. */
export function gatherWebhook({ events, twiml, partials, consider }: AiWebhookOptions): Webhook<Gathered> {
  return {
    schema: gatherSchema,
    key: ({ legId, round }) => `gather:${legId}:${round}`,
    ...(consider === undefined ? {} : { prepare: withOpinion(consider) }),
    answer(input, now) {
      partials.closeRound(input.legId, input.round);
      return twiml.instruction(input, events.aiHeard(aiLeg(input, now), input.round, heard(input)));
    },
  };
}

function withOpinion(consider: Consider): NonNullable<Webhook<Gathered>['prepare']> {
  return async (input, now) => {
    const considered = await consider(aiLeg(input, now), input.round, heard(input));
    return considered.type === 'speech' && considered.opinion !== undefined
      ? { ...input, opinion: considered.opinion }
      : input;
  };
}

/** The `<Redirect>` after a `<Say>`: the AI has finished speaking. */
export function finishedWebhook({ events, twiml }: AiWebhookOptions): Webhook<z.infer<typeof roundSchema>> {
  return {
    schema: roundSchema,
    key: ({ legId, round }) => `finished:${legId}:${round}`,
    answer: (input, now) => twiml.instruction(input, events.aiFinished(aiLeg(input, now), input.round)),
  };
}

/** They may come in any order, and after the result they lead to. */
export function partialWebhook({
  events,
  partials,
}: AiWebhookOptions): Webhook<z.infer<typeof partialSchema>> {
  return {
    schema: partialSchema,
    key: () => null,
    answer(input) {
      const text = guess(input);
      if (text !== '' && partials.isNewest(input.legId, input.round, input.SequenceNumber)) {
        events.partialHeard(input.callId, text, input.round);
      }
      return '';
    },
  };
}

function aiLeg({ callId, legId, CallSid }: z.infer<typeof legSchema>, at: Date): AiLeg {
  return { callId, legId, legRef: CallSid, at };
}

function heard({ SpeechResult, Confidence, Digits, opinion }: Gathered): Heard {
  if (Digits !== '') return { type: 'keys', digits: Digits };
  if (SpeechResult !== '') {
    const speech = { type: 'speech', text: SpeechResult, confidence: Confidence } as const;
    return opinion === undefined ? speech : { ...speech, opinion };
  }
  return { type: 'silence' };
}

function guess({
  StableSpeechResult: stable,
  UnstableSpeechResult: unstable,
}: z.infer<typeof partialSchema>): string {
  return unstable.startsWith(stable) ? unstable : stable + unstable;
}
