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

/** What the telephone that rings is shown, E.164; without it the account's own number. */
const shownShape = { from: z.string().optional() };

/**
 * What the domains want of the carrier, as data: it is stored in the outbox before it is done. Most are safe to repeat: a new leg because
 * its label is unique in its conference, the others because they say how something is to be. `announce` would be heard twice; of
 * `dial-customer` and `ring-telephone` the adapter looks up whether the first one worked.
 */
export const carrierCommandSchema = z.discriminatedUnion('type', [
  newLegSchema.extend({ type: z.literal('dial-customer'), to: z.string(), ...shownShape }),
  newLegSchema.extend({ type: z.literal('add-ai') }),
  newLegSchema.extend({
    type: z.literal('ring-softphone'),
    agentId: agentIdSchema,
    clientId: clientIdSchema,
    handoffId: handoffIdSchema.nullable(),
    /** On standby the agent hears the hold and is not heard. */
    muted: z.boolean(),
    /** A supervisor comes to a call that is on, and does not begin its conference. Commands of earlier versions do not say. */
    role: z.enum(['agent', 'supervisor']).default('agent'),
  }),
  /** An agent's own telephone rings. Once answered it asks us what to do, and enters the conference only if we say so. */
  newLegSchema.extend({
    type: z.literal('ring-telephone'),
    to: z.string(),
    askedAt: z.iso.datetime(),
    ...shownShape,
  }),
  /** An agent's telephone that is not wanted any more: it stops ringing, and whoever has answered it hears these words. */
  z.object({
    type: z.literal('dismiss-telephone'),
    legId: legIdSchema,
    legRef: z.string(),
    text: z.string(),
  }),
  confirmedLegSchema.extend({ type: z.literal('mute-leg'), muted: z.boolean() }),
  /** Who hears a supervisor: the leg that is coached, by the carrier's id of it, or those that are named. */
  confirmedLegSchema.extend({
    type: z.literal('supervise-leg'),
    heardBy: z.discriminatedUnion('type', [
      z.object({ type: z.literal('nobody') }),
      z.object({ type: z.literal('everybody') }),
      z.object({ type: z.literal('one'), legRef: z.string() }),
    ]),
  }),
  /** On hold the leg hears hold audio and, every ten seconds, a word. */
  confirmedLegSchema.extend({
    type: z.literal('hold-leg'),
    onHold: z.boolean(),
    /** BCP 47, of the word; Japanese without it. */
    language: z.string().optional(),
  }),
  /** Heard by that leg alone, over whatever else it hears. */
  confirmedLegSchema.extend({ type: z.literal('announce'), text: z.string() }),
  /** Out of a conference in which nobody hears anybody, or on the way to one that it never comes to: the leg hears this, and is hung up on. */
  z.object({ type: z.literal('take-leave'), legId: legIdSchema, legRef: z.string(), text: z.string() }),
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
  | (Pick<
      RingTelephone,
      'type' | 'callId' | 'legId' | 'conferenceName' | 'label' | 'to' | 'askedAt' | 'from'
    > & {
      readonly others?: OtherRingings;
    });

/** Other legs that the same telephone was rung for. */
interface OtherRingings {
  /** The carrier's ids of those that it told of. */
  readonly legRefs: readonly string[];
  /** When it was next to be rung after this one, ISO 8601; null when it was not. */
  readonly nextAskedAt: string | null;
}

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
