import { z } from 'zod';
import {
  agentIdSchema,
  callIdSchema,
  clientIdSchema,
  handoffIdSchema,
  legIdSchema,
} from '../contract/ids.ts';
import type { LineProblem } from '../contract/telephony.ts';

/** A leg that the carrier has confirmed: its conference and itself, by the carrier's own ids. */
const confirmedLegSchema = z.object({ legId: legIdSchema, conferenceRef: z.string(), legRef: z.string() });

const newLegSchema = z.object({
  callId: callIdSchema,
  legId: legIdSchema,
  conferenceName: z.string(),
  label: z.string(),
  /** Whether the conversation is recorded: the same on every leg, for the carrier may ask whichever leg is there first. */
  record: z.boolean(),
});

/**
 * What the domains want of the carrier, as data: it is stored in the outbox before it is done. Most are safe to repeat: a new leg because
 * its label is unique in its conference, the others because they say how something is to be. `announce` would be heard twice; of
 * `dial-customer` and `ring-telephone` the adapter looks up whether the first one worked.
 */
export const carrierCommandSchema = z.discriminatedUnion('type', [
  newLegSchema.extend({ type: z.literal('dial-customer'), to: z.string() }),
  newLegSchema.extend({ type: z.literal('add-ai') }),
  newLegSchema.extend({
    type: z.literal('ring-softphone'),
    agentId: agentIdSchema,
    clientId: clientIdSchema,
    handoffId: handoffIdSchema.nullable(),
    /** On standby the agent hears the hold and is not heard. */
    muted: z.boolean(),
  }),
  /** An agent's own telephone rings. Once answered it asks us what to do, and enters the conference only if we say so. */
  newLegSchema.extend({ type: z.literal('ring-telephone'), to: z.string(), askedAt: z.iso.datetime() }),
  /** An agent's telephone that is not wanted any more: it stops ringing, and whoever has answered it hears these words. */
  z.object({
    type: z.literal('dismiss-telephone'),
    legId: legIdSchema,
    legRef: z.string(),
    text: z.string(),
  }),
  confirmedLegSchema.extend({ type: z.literal('mute-leg'), muted: z.boolean() }),
  /** On hold the leg hears hold audio and, every ten seconds, a word. */
  confirmedLegSchema.extend({
    type: z.literal('hold-leg'),
    onHold: z.boolean(),
    /** BCP 47, of the word; Japanese without it. */
    language: z.string().optional(),
  }),
  /** Heard by that leg alone, over whatever else it hears. */
  confirmedLegSchema.extend({ type: z.literal('announce'), text: z.string() }),
  /** Out of a conference in which nobody hears anybody: the leg hears this, and is hung up on. */
  confirmedLegSchema.extend({ type: z.literal('take-leave'), text: z.string() }),
  confirmedLegSchema.extend({ type: z.literal('remove-leg') }),
  /** Live transcription on the customer's leg: of them alone while the AI talks with them, of both sides after the handoff. */
  confirmedLegSchema.extend({
    type: z.literal('transcribe'),
    callId: callIdSchema,
    tracks: z.enum(['customer', 'both']).default('both'),
  }),
  confirmedLegSchema.extend({ type: z.literal('stop-transcribing'), tracks: z.enum(['customer', 'both']) }),
  z.object({ type: z.literal('end-conference'), conferenceRef: z.string() }),
  /** Ends the leg's own call, whether it still rings, waits, or is in the conference. */
  z.object({ type: z.literal('hang-up'), legId: legIdSchema, legRef: z.string() }),
]);
export type CarrierCommand = z.infer<typeof carrierCommandSchema>;

/** A leg on its way into the conference of its call. */
export type NewLeg = z.infer<typeof newLegSchema>;

/** The commands that make a new leg, which its label tells apart from all others of its conference. */
export type NewLegCommand = Extract<
  CarrierCommand,
  { readonly type: 'dial-customer' | 'add-ai' | 'ring-softphone' }
>;

type RingTelephone = Extract<CarrierCommand, { readonly type: 'ring-telephone' }>;

/** By what a new leg is found again, whatever else it was asked for with. */
export type AskedLeg =
  | Pick<NewLegCommand, 'type' | 'callId' | 'legId' | 'conferenceName' | 'label'>
  | Pick<RingTelephone, 'type' | 'callId' | 'legId' | 'conferenceName' | 'label' | 'to' | 'askedAt'>;

export type CarrierOutcome =
  /** Done, or already so. The refs are given where the command made a leg. */
  | { readonly type: 'done'; readonly leg?: { readonly legRef: string; readonly conferenceRef: string } }
  /** An agent's telephone is being rung. It is in no conference yet. */
  | { readonly type: 'rung'; readonly legRef: string }
  /** The leg or conference has ended meanwhile: nothing is left to do. */
  | { readonly type: 'gone' }
  /** Never processed: try again after a while. */
  | { readonly type: 'throttled'; readonly retryAfterMs: number | null }
  /** The network or the carrier failed, and nobody knows whether it was done. */
  | { readonly type: 'unknown'; readonly detail: string }
  | { readonly type: 'refused'; readonly reason: RefusalReason; readonly detail: string };

/** Why the carrier will not do it, however often it is asked. */
export type RefusalReason = 'invalid-number' | LineProblem | 'carrier';
