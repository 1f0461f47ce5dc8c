import { z } from 'zod';
import { handoffReasonSchema, offerStepSchema } from './handoffs.ts';
import { agentIdSchema, callIdSchema, handoffIdSchema } from './ids.ts';
import { lineOfText } from './text.ts';
import { instantSchema } from './vocabulary.ts';

/**
 * What decides between agents who could be asked: `priority` the number that admins gave them · `owner-first` whose customer it is ·
 * `longest-idle` whose last call ended longest ago · `round-robin` who was last asked longest ago · `skills` who has the fewest skills
 * besides those that the call wants, so that the others stay free. What an order leaves open is decided by priority, owner, the app before
 * the telephone, fewest calls, longest idle.
 */
export const routingStrategySchema = z.enum([
  'priority',
  'owner-first',
  'longest-idle',
  'round-robin',
  'skills',
]);
export type RoutingStrategy = z.infer<typeof routingStrategySchema>;

export const skillNameSchema = lineOfText(30).min(1);

/** A call wants a skill when its customer bears one of `tags`, or a human is wanted for one of `reasons`. */
export const skillSchema = z.object({
  /** By which it stays the same skill when it is renamed. The server gives it: left out of one that is new. */
  id: z.int().min(1).optional(),
  name: skillNameSchema,
  tags: z.array(lineOfText(40).min(1)).max(20),
  reasons: z.array(handoffReasonSchema).max(20),
});
export type Skill = z.infer<typeof skillSchema>;

/** Agents whom only their own telephone reaches: `ranked` with everybody else · `overflow` once nobody has the app · `never`. */
export const telephoneUseSchema = z.enum(['ranked', 'overflow', 'never']);

export const routingSettingsSchema = z.object({
  strategy: routingStrategySchema,
  skills: z.array(skillSchema).max(50),
  telephones: telephoneUseSchema,
  /** In the last step everybody is asked at once, also who let it pass; without it one after the other, each once. */
  ringAll: z.boolean(),
  /** Admins are asked when no agent is left. */
  escalateToAdmins: z.boolean(),
  /** How long an offer stands. */
  offerSeconds: z.int().min(5).max(120),
  /** How long a customer waits for a human before the AI comes back. */
  handoffSeconds: z.int().min(10).max(600),
  wrapUpSeconds: z.int().min(0).max(900),
  /** After so many offers in a row that an agent let pass, they are away; 0: never. */
  awayAfterMissed: z.int().min(0).max(20),
});
export type RoutingSettings = z.infer<typeof routingSettingsSchema>;

/** What put an agent before or behind another. */
export const routingCriterionSchema = z.enum([
  'familiar',
  'priority',
  'owner',
  'app-before-telephone',
  'fewest-calls',
  'longest-idle',
  'longest-unasked',
  'fewest-other-skills',
  'order-of-accounts',
]);
export type RoutingCriterion = z.infer<typeof routingCriterionSchema>;

/** Why an agent could not be asked: the first of these that was so. */
export const passedOverSchema = z.enum([
  'offline',
  'on-call',
  'wrap-up',
  'busy',
  'off-hours',
  'full',
  'telephone-not-used',
  'skill-missing',
  'declined',
  'did-not-arrive',
  'let-pass',
  'withdrawn',
  'being-asked',
  'admins-later',
  'admins-not-asked',
  'not-named',
  'not-in-campaign',
]);
export type PassedOver = z.infer<typeof passedOverSchema>;

/**
 * Of one agent: `asked` and `waiting` (their turn had not come) have a rank from 1, and what decided against the one before them; null for
 * the first.
 */
export const routingVerdictSchema = z.discriminatedUnion('outcome', [
  z.object({
    outcome: z.enum(['asked', 'waiting']),
    agentId: agentIdSchema,
    rank: z.int().min(1),
    behindBy: routingCriterionSchema.nullable(),
  }),
  z.object({ outcome: z.literal('passed-over'), agentId: agentIdSchema, because: passedOverSchema }),
]);
export type RoutingVerdict = z.infer<typeof routingVerdictSchema>;

/** Who was asked in one step of a handoff, who was not, and why. */
export const routingDecisionSchema = z.object({
  at: instantSchema,
  /** Null where nobody was left to be asked. */
  step: offerStepSchema.nullable(),
  strategy: routingStrategySchema,
  agents: z.array(z.object({ name: z.string(), verdict: routingVerdictSchema })),
});
export type RoutingDecision = z.infer<typeof routingDecisionSchema>;

export const handoffParamSchema = z.object({ handoffId: handoffIdSchema });

/** Oldest first. A handoff that somebody pressed, or offered to a colleague by name, begins without one. */
export const handoffRoutingSchema = z.object({
  handoffId: handoffIdSchema,
  callId: callIdSchema,
  decisions: z.array(routingDecisionSchema),
});
export type HandoffRouting = z.infer<typeof handoffRoutingSchema>;

/** The customers who wait for a human, the longest first. */
export const queueSchema = z.object({
  waiting: z.array(
    z.object({
      callId: callIdSchema,
      handoffId: handoffIdSchema,
      company: z.string(),
      reason: handoffReasonSchema,
      waitingSince: instantSchema,
      /** When the AI comes back to them, unless somebody comes. */
      givenUpAt: instantSchema.nullable(),
      /** Who is being asked, or is on the way. */
      asked: z.array(z.object({ id: agentIdSchema, name: z.string() })),
    }),
  ),
  /** Of who waits longest; null when nobody does. */
  longestSince: instantSchema.nullable(),
});
export type Queue = z.infer<typeof queueSchema>;
