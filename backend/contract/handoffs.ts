import { z } from 'zod';
import { agentIdSchema, callIdSchema, clientIdSchema, handoffIdSchema, offerIdSchema } from './ids.ts';
import { callDirectionSchema, callResultSchema, instantSchema, speakerSchema } from './vocabulary.ts';

/** Why a human is wanted. `called-back`: the customer rang our number after a call of ours; `called-us`: without one. */
export const handoffReasonSchema = z.enum([
  'put-on-hold',
  'person-on-line',
  'interested',
  'agent-request',
  'not-understood',
  'asked-for-consent',
  'foreign-language',
  'no-progress',
  'agent-pressed',
  'agent-line-dropped',
  'transferred',
  'taken-over',
  'called-back',
  'called-us',
]);
export type HandoffReason = z.infer<typeof handoffReasonSchema>;

/**
 * `offering` agents are being asked · `joining` one accepted, the leg is on its way · `standby` in the conference, muted, the customer
 * still on hold · `consulting` two agents talk while the customer is on hold · `connected` talking · `failed` nobody could be had ·
 * `withdrawn` no longer wanted.
 */
export const handoffStatusSchema = z.enum([
  'offering',
  'joining',
  'standby',
  'consulting',
  'connected',
  'failed',
  'withdrawn',
]);
export type HandoffStatus = z.infer<typeof handoffStatusSchema>;

/**
 * Why a handoff came to nothing. `failed`: `time-over` the customer had waited long enough · `nobody-left` everybody was asked, and nobody
 * was to be waited for. `withdrawn`: `customer-left` they hung up · `call-ended` somebody or something else ended it · `taken-over` by a
 * supervisor · `transfer-canceled` by who asked their colleague · `colleague-missing` who did not come, so that who asked keeps the
 * customer · `left-to-others` who talk with the customer, too.
 */
export const handoffEndingSchema = z.enum([
  'time-over',
  'nobody-left',
  'customer-left',
  'call-ended',
  'taken-over',
  'transfer-canceled',
  'colleague-missing',
  'left-to-others',
]);
export type HandoffEnding = z.infer<typeof handoffEndingSchema>;

export const offerStatusSchema = z.enum(['open', 'accepted', 'declined', 'expired', 'withdrawn']);
export type OfferStatus = z.infer<typeof offerStatusSchema>;

/**
 * In which step of the asking an agent is asked: the `best` of those left · `named` by a colleague · the `last`, in which everybody is asked
 * who can be · to `return` to the call whose line dropped.
 */
export const offerStepSchema = z.enum(['best', 'named', 'last', 'return']);
export type OfferStep = z.infer<typeof offerStepSchema>;

export const declineReasonSchema = z.enum(['busy', 'not-mine', 'away', 'other']);
export type DeclineReason = z.infer<typeof declineReasonSchema>;

/** `blind`: who transfers is gone already. `warm`: the two agents talk first, and the customer waits. */
export const transferModeSchema = z.enum(['blind', 'warm']);
export type TransferMode = z.infer<typeof transferModeSchema>;

/**
 * How who transfers ends a warm transfer: `completed` they are gone, and the colleague has the customer, or whoever talked with them
 * before the colleague came · `joined` all three talk · `canceled` the colleague is gone, the customer still on hold.
 */
export const transferOutcomeSchema = z.enum(['completed', 'joined', 'canceled']);
export type TransferOutcome = z.infer<typeof transferOutcomeSchema>;

/** Who transfers the call, and how. */
const transferSchema = z.object({
  by: z.object({ id: agentIdSchema, name: z.string() }),
  mode: transferModeSchema,
  /** Of a warm one, once it was settled. Events that were stored before it was told do not have it. */
  outcome: transferOutcomeSchema.nullable().default(null),
});

export const handoffSchema = z.object({
  id: handoffIdSchema,
  callId: callIdSchema,
  /** `prepare`: they are on hold or still talk with the AI, an agent stands by. `connect`: somebody waits for the human now. */
  urgency: z.enum(['prepare', 'connect']),
  requestedBy: z.enum(['ai', 'agent']),
  /** Why it was begun. */
  reason: handoffReasonSchema,
  /** Why the human was wanted at once, where somebody had been asked to stand by before. Events of older versions do not have it. */
  connectReason: handoffReasonSchema.nullable().default(null),
  status: handoffStatusSchema,
  /** Null unless it failed or was withdrawn, and where an earlier version did not write it down. */
  endedBecause: handoffEndingSchema.nullable().default(null),
  agent: z.object({ id: agentIdSchema, name: z.string() }).nullable(),
  /** Null unless an agent hands their call to a colleague. Events that were stored before it was told do not have it. */
  transfer: transferSchema.nullable().default(null),
  offers: z.array(
    z.object({
      id: offerIdSchema,
      agent: z.object({ id: agentIdSchema, name: z.string() }),
      status: offerStatusSchema,
      declineReason: declineReasonSchema.nullable(),
      offeredAt: instantSchema,
      deadline: instantSchema,
      respondedAt: instantSchema.nullable(),
    }),
  ),
  requestedAt: instantSchema,
  connectedAt: instantSchema.nullable(),
  endedAt: instantSchema.nullable(),
});
export type Handoff = z.infer<typeof handoffSchema>;

/** The call that a customer who rings our number had with us before. */
const previousCallSchema = z.object({
  at: instantSchema,
  direction: callDirectionSchema,
  result: callResultSchema.nullable(),
  note: z.string(),
  /** Who began it, or whom it was for; null where that was nobody. */
  agentName: z.string().nullable(),
});
export type PreviousCall = z.infer<typeof previousCallSchema>;

/** Everything an agent needs to decide within seconds. */
export const offerSchema = z.object({
  id: offerIdSchema,
  handoffId: handoffIdSchema,
  callId: callIdSchema,
  agentId: agentIdSchema,
  urgency: z.enum(['prepare', 'connect']),
  reason: handoffReasonSchema,
  /** Events that were stored before it was told do not have it. */
  step: offerStepSchema.default('best'),
  transfer: transferSchema.nullable().default(null),
  offeredAt: instantSchema,
  deadline: instantSchema,
  brief: z.object({
    company: z.string(),
    person: z.string().nullable(),
    department: z.string().nullable(),
    /** Events that were stored before it was told do not have it. */
    direction: callDirectionSchema.default('outbound'),
    /** Null unless they called us, and had a call with us before. */
    previousCall: previousCallSchema.nullable().default(null),
    lastTurns: z.array(z.object({ speaker: speakerSchema, text: z.string() })).max(2),
  }),
});
export type Offer = z.infer<typeof offerSchema>;

export const offerParamSchema = z.object({ offerId: offerIdSchema });
export const acceptOfferSchema = z.object({ clientId: clientIdSchema });
export const declineOfferSchema = z.object({ reason: declineReasonSchema.default('other') });

/** Without `toAgentId` the presser takes the call; with it, a named colleague is offered the call. */
export const requestHandoffSchema = z.object({
  clientId: clientIdSchema.optional(),
  toAgentId: agentIdSchema.optional(),
});
export type RequestHandoff = z.infer<typeof requestHandoffSchema>;

export const beginTransferSchema = z.object({ toAgentId: agentIdSchema, mode: transferModeSchema });
export type BeginTransfer = z.infer<typeof beginTransferSchema>;

export const settleTransferSchema = z.object({ outcome: transferOutcomeSchema });

export const holdCustomerSchema = z.object({ onHold: z.boolean() });
