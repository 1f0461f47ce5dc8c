import { z } from 'zod';
import { exportLanguageSchema } from './customer-exports.ts';
import { handoffSchema } from './handoffs.ts';
import {
  agentIdSchema,
  callIdSchema,
  campaignIdSchema,
  clientIdSchema,
  customerIdSchema,
  legIdSchema,
} from './ids.ts';
import { recordingStateSchema } from './recordings.ts';
import { lineOfText, linesOfText } from './text.ts';
import {
  callDirectionSchema,
  callModeSchema,
  callResultSchema,
  callStatusSchema,
  instantSchema,
  intentSchema,
  resultReasonSchema,
  speakerSchema,
  stageSchema,
} from './vocabulary.ts';

/** What one side said, once. `number` counts from 1 within the call, as it was stored; it was said in the order of `at`. */
export const turnSchema = z.object({
  callId: callIdSchema,
  number: z.int().positive(),
  speaker: speakerSchema,
  text: z.string(),
  /** 0 to 1, of the speech recognition; null for what our side said. */
  confidence: z.number().min(0).max(1).nullable(),
  intent: intentSchema.nullable(),
  at: instantSchema,
});
export type Turn = z.infer<typeof turnSchema>;

/** A time during which somebody heard hold audio; `until` is null while it goes on. */
export const holdSchema = z.object({ from: instantSchema, until: instantSchema.nullable() });
export type Hold = z.infer<typeof holdSchema>;

export const participantSchema = z.object({
  legId: legIdSchema,
  kind: z.enum(['customer', 'ai', 'agent']),
  agent: z.object({ id: agentIdSchema, name: z.string() }).nullable(),
  via: z.enum(['phone', 'softphone', 'application']),
  state: z.enum(['joining', 'in-conference', 'left']),
  /** By us, as on standby. Whether agents have muted themselves, only their own softphone knows. */
  mutedByUs: z.boolean(),
  onHold: z.boolean(),
  /** Null when not on hold. Events that were stored before it was told do not have it. */
  heldSince: instantSchema.nullable().default(null),
  /** Every time on hold, oldest first. Events that were stored before it was told do not have it. */
  holds: z.array(holdSchema).default([]),
  joinedAt: instantSchema.nullable(),
  leftAt: instantSchema.nullable(),
});
export type Participant = z.infer<typeof participantSchema>;

/** What is to happen after the call; `at` is null when no time was named. */
export const nextActionSchema = z.object({
  kind: z.enum(['call-back', 'send-material', 'visit', 'none']),
  at: instantSchema.nullable(),
});
export type NextAction = z.infer<typeof nextActionSchema>;

/** One conversation with a customer, as the consoles see it. */
export const callSessionSchema = z.object({
  id: callIdSchema,
  mode: callModeSchema,
  /** Events that were stored before it was told do not have it. */
  direction: callDirectionSchema.default('outbound'),
  status: callStatusSchema,
  customer: z.object({
    id: customerIdSchema,
    company: z.string(),
    person: z.string().nullable(),
    department: z.string().nullable(),
    /** E.164; empty where a caller withheld it. */
    phoneNumber: z.string(),
  }),
  /** The agent who owned the customer when the call began; null when nobody did, and then every agent may see it. */
  owner: z.object({ id: agentIdSchema, name: z.string() }).nullable(),
  /** Events that were stored before it was told do not have it. */
  startedBy: z.object({ id: agentIdSchema, name: z.string() }).nullable().default(null),
  /** The campaign that started it. Events that were stored before it was told do not have it. */
  campaignId: campaignIdSchema.nullable().default(null),
  startedAt: instantSchema,
  /** True while nobody knows whether the carrier took the order to dial. Events that were stored before it was told do not have it. */
  submissionUnknown: z.boolean().default(false),
  answeredAt: instantSchema.nullable(),
  endedAt: instantSchema.nullable(),
  /** Whole seconds from the customer's answer to the end; null while it runs, 0 when never answered. */
  durationSeconds: z.int().nonnegative().nullable(),
  stage: stageSchema,
  result: callResultSchema.nullable(),
  resultReason: resultReasonSchema.nullable(),
  nextAction: nextActionSchema.nullable(),
  note: z.string(),
  /** True once a person has confirmed result, next action and note. */
  resultConfirmed: z.boolean(),
  participants: z.array(participantSchema),
  /** Of several, the one that matters most. Events that were stored before it was told do not have it. */
  recording: recordingStateSchema.default('none'),
  /** The handoff in progress, else the last one. */
  handoff: handoffSchema.nullable(),
  lastTurn: turnSchema.nullable(),
});
export type CallSession = z.infer<typeof callSessionSchema>;

/** A call with everything that was said and every handoff that was tried. */
export const callRecordSchema = z.object({
  call: callSessionSchema,
  turns: z.array(turnSchema),
  handoffs: z.array(handoffSchema),
});
export type CallRecord = z.infer<typeof callRecordSchema>;

export const startCallSchema = z.object({
  customerId: customerIdSchema,
  mode: callModeSchema.default('ai'),
  /** Needed for `mode: 'agent'`: the console whose softphone joins. */
  clientId: clientIdSchema.optional(),
});
export type StartCall = z.input<typeof startCallSchema>;

export const endCallSchema = z.object({ callId: callIdSchema });

export const callParamSchema = z.object({ callId: callIdSchema });

export const recordResultSchema = z.object({
  result: callResultSchema,
  nextAction: nextActionSchema,
  note: linesOfText(2_000),
});
export type RecordResult = z.infer<typeof recordResultSchema>;

/** What a call's result was at some time, with what belongs to it. */
export const recordedResultSchema = z.object({
  result: callResultSchema.nullable(),
  resultReason: resultReasonSchema.nullable(),
  nextAction: nextActionSchema.nullable(),
  note: z.string(),
});
export type RecordedResult = z.infer<typeof recordedResultSchema>;

/** Somebody changed the result of a call; `by` is null where that was no person. */
export const resultChangeSchema = z.object({
  at: instantSchema,
  by: z.object({ id: agentIdSchema, name: z.string() }).nullable(),
  before: recordedResultSchema,
  after: recordedResultSchema,
});
export type ResultChange = z.infer<typeof resultChangeSchema>;

/** Newest first. */
export const resultChangesSchema = z.object({ changes: z.array(resultChangeSchema) });

/** Why a result is refused with `invalid-input` although its shape is right: the field's `problem`. */
export const resultProblemSchema = z.enum([
  'in-the-past',
  /** Nothing is agreed with somebody who refused. */
  'contradicts-result',
  /** A time at which nothing is to happen. */
  'contradicts-action',
  /** The number must not be called. */
  'contradicts-block',
]);
export type ResultProblem = z.infer<typeof resultProblemSchema>;

/** The last call seen on a page: when it started, and its id, because several start at once. */
export const historyCursorSchema = z.templateLiteral([instantSchema, '~', callIdSchema]);
export type HistoryCursor = z.infer<typeof historyCursorSchema>;

const secondsSchema = z.coerce.number().int().min(0).max(100_000);

/** Which calls of the history. The same for pages and for exports. */
export const historyFilterSchema = z.object({
  customerId: customerIdSchema.optional(),
  /** A part of the customer's company, reading, person or number. */
  search: z.string().trim().max(100).default(''),
  /** Begun at `from` or later. */
  from: instantSchema.optional(),
  /** Begun before `to`. */
  to: instantSchema.optional(),
  /** Theirs, or they were in it. */
  agentId: agentIdSchema.optional(),
  campaignId: campaignIdSchema.optional(),
  result: callResultSchema.optional(),
  status: callStatusSchema.optional(),
  /** Seconds from the customer's answer to the end; of a call that goes on there are none. */
  longerThan: secondsSchema.optional(),
  shorterThan: secondsSchema.optional(),
  /** Whether a human of ours talked with the customer. */
  handedOver: z.enum(['yes', 'no']).optional(),
  /** Words that somebody said in the call, one after the other; full and half width, kinds of kana, small and capital letters are the same. */
  phrase: z.string().trim().min(2).max(100).optional(),
});
export type HistoryFilter = z.infer<typeof historyFilterSchema>;

/** Pages by key: `before` is the `next` of the page before, of the same filter. */
export const historyQuerySchema = historyFilterSchema.extend({
  before: historyCursorSchema.optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});

/** A turn in which the phrase was said; `from` and `to` are where it is in `text`, for `text.slice`. */
export const foundTurnSchema = z.object({
  callId: callIdSchema,
  number: z.int().positive(),
  speaker: speakerSchema,
  text: z.string(),
  from: z.int().nonnegative(),
  to: z.int().nonnegative(),
});
export type FoundTurn = z.infer<typeof foundTurnSchema>;

export const historyPageSchema = z.object({
  calls: z.array(callSessionSchema),
  next: historyCursorSchema.nullable(),
  /** How many calls there are in all; null on the later pages. */
  total: z.int().nonnegative().nullable().default(null),
  /** `about`: there are more than are counted, and `total` is estimated. */
  totalIs: z.enum(['exact', 'about']).default('exact'),
  /** Where the phrase was said in these calls: up to three turns of each, in their order. */
  found: z.array(foundTurnSchema).default([]),
});
export type HistoryPage = z.infer<typeof historyPageSchema>;

/** The calls of a history, all of them, as a file for a spreadsheet. */
export const historyExportQuerySchema = historyFilterSchema.extend({
  format: z.enum(['csv', 'xlsx']).default('csv'),
  language: exportLanguageSchema.default('ja'),
});
export type HistoryExportQuery = z.infer<typeof historyExportQuerySchema>;

/** Words that anybody may have said in a call; found however they are written. */
export const activeSayingQuerySchema = z.object({ words: lineOfText(100).min(1) });
export const activeSayingSchema = z.object({ callIds: z.array(callIdSchema) });
