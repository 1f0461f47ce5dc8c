import { z } from 'zod';
import { nextActionSchema } from '../contract/calls.ts';
import { handoffReasonSchema } from '../contract/handoffs.ts';
import {
  callResultSchema,
  instantSchema,
  intentSchema,
  resultReasonSchema,
  type Stage,
} from '../contract/vocabulary.ts';
import { questionRemarkSchema } from './remarks/remark.ts';

const outcomeSchema = z.object({
  result: callResultSchema,
  reason: resultReasonSchema,
  nextAction: nextActionSchema,
});

/** Where the dialogue stands. `connecting` and `ended` are the two ways in which the engine is done. */
const positionSchema = z.discriminatedUnion('at', [
  z.object({ at: z.literal('opening') }),
  z.object({ at: z.literal('explained') }),
  z.object({ at: z.literal('holding'), since: instantSchema }),
  z.object({ at: z.literal('person') }),
  z.object({ at: z.literal('connecting'), reason: handoffReasonSchema }),
  z.object({ at: z.literal('ended'), outcome: outcomeSchema }),
]);

/** What we asked or announced last: it decides what a bare 「はい」 agrees to. */
const questionSchema = z.enum([
  'none',
  'put-through',
  'successor',
  'consent',
  'human-instead',
  'human-is-coming',
  // They have our number, and will call.
  'their-call',
]);

/** An agent on standby, asked for or already in the conference. */
const standbySchema = z.discriminatedUnion('is', [
  z.object({ is: z.literal('none') }),
  z.object({ is: z.literal('asked'), reason: handoffReasonSchema }),
  z.object({ is: z.literal('ready'), reason: handoffReasonSchema }),
]);

/** What somebody who rang us leaves for us, where nobody can talk with them. */
const messageSchema = z.discriminatedUnion('is', [
  z.object({ is: z.literal('none') }),
  z.object({ is: z.literal('asked'), words: z.string() }),
]);
const NO_MESSAGE = { is: 'none' } as const;

/** How a call begins that came to us. */
const callerEventSchema = z.enum(['called-back', 'called-us']);
export type CallerEvent = z.infer<typeof callerEventSchema>;

/** How often in a row, or in all, something has happened. Each has its limit in `limits.ts`. */
const countsSchema = z.object({
  /** The customer's turns outside `holding`, silent ones included. */
  turns: z.int().nonnegative(),
  turnsWithoutProgress: z.int().nonnegative(),
  silencesInARow: z.int().nonnegative(),
  unknownsInARow: z.int().nonnegative(),
  acknowledgementsInARow: z.int().nonnegative(),
  clarifications: z.int().nonnegative(),
});

/** How often each thing was asked of the customer, in whatever words. */
const askedSchema = z.object({
  putThrough: z.int().nonnegative(),
  /** For whoever took the place of somebody who has left. Absent in calls that began before it was counted. */
  successor: z.int().nonnegative().default(0),
  consent: z.int().nonnegative(),
  /** Whether they would rather talk to a human. */
  humanInstead: z.int().nonnegative(),
  /** To say it again. */
  repeat: z.int().nonnegative(),
  anybodyThere: z.int().nonnegative(),
  /** To wait for the human who was promised. */
  patience: z.int().nonnegative(),
});
export type Asked = z.infer<typeof askedSchema>;
const NOTHING_ASKED: Asked = {
  putThrough: 0,
  successor: 0,
  consent: 0,
  humanInstead: 0,
  repeat: 0,
  anybodyThere: 0,
  patience: 0,
};

/** Everything the engine remembers of a call between two turns. Stored as JSON, parsed with this when read. */
export const conversationStateSchema = z.object({
  position: positionSchema,
  /** The opening was said: company, caller, product, purpose. */
  introduced: z.boolean(),
  question: questionSchema,
  counts: countsSchema,
  /** Absent in calls that began before it was counted. */
  asked: askedSchema.default(NOTHING_ASKED),
  /** How much of the purpose was explained beyond the opening. */
  pitch: z.enum(['none', 'short', 'long', 'human-offered']),
  standby: standbySchema,
  language: z.enum(['ja-JP', 'en-US']),
  /** `suspected` by the carrier; `preamble` was heard; `pressed`: the one key we may press in a menu was used. */
  machine: z.enum(['none', 'suspected', 'preamble', 'pressed', 'takes-messages']),
  /** A person has said something, so that hanging up is no longer early. */
  heardPerson: z.boolean(),
  names: z.object({ person: z.string().nullable(), receptionist: z.string().nullable() }),
  /** The intents so far, and the questions among them, oldest first, without repetitions in a row; for the brief. */
  course: z.array(z.union([intentSchema, questionRemarkSchema, callerEventSchema])),
  /** Absent in calls that began before it was taken. */
  message: messageSchema.default(NO_MESSAGE),
  /** Our last two sentences: none is said three times in a row. */
  lastSaid: z.array(z.string()).max(2),
});
export type ConversationState = z.infer<typeof conversationStateSchema>;
export type Counts = z.infer<typeof countsSchema>;

/** A call nobody has said anything in yet. */
export function initialState(): ConversationState {
  return {
    position: { at: 'opening' },
    introduced: false,
    question: 'none',
    counts: {
      turns: 0,
      turnsWithoutProgress: 0,
      silencesInARow: 0,
      unknownsInARow: 0,
      acknowledgementsInARow: 0,
      clarifications: 0,
    },
    asked: NOTHING_ASKED,
    pitch: 'none',
    standby: { is: 'none' },
    language: 'ja-JP',
    machine: 'none',
    heardPerson: false,
    names: { person: null, receptionist: null },
    course: [],
    message: NO_MESSAGE,
    lastSaid: [],
  };
}

/** The stage as the consoles know it. */
export function stageOf(state: ConversationState): Stage {
  switch (state.position.at) {
    case 'opening':
    case 'explained':
    case 'holding':
    case 'person':
      return state.position.at;
    case 'connecting':
    case 'ended':
      return 'closing';
  }
}
