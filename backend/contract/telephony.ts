import { z } from 'zod';
import { instantSchema } from './vocabulary.ts';

/** What the carrier asks of us and leaves a receipt. `relay`: opened the WebSocket of an AI's leg. */
export const webhookKindSchema = z.enum([
  'ai',
  'gather',
  'finished',
  'relay',
  'relay-ended',
  'call-status',
  'conference',
  'recording',
  'transcription',
  'amd',
]);
export type WebhookKind = z.infer<typeof webhookKindSchema>;

/**
 * Why the carrier will not do what it is told until an admin puts something right: about the number that was dialled, or about the account,
 * which then can do nothing at all. What each is called at Twilio is in `docs/twilio-errors.md`.
 */
export const lineProblemSchema = z.enum([
  'number-barred',
  'country-not-allowed',
  'number-not-verified',
  'caller-number',
  'credentials',
  'account',
  'application',
  'public-address',
  'leg-not-added',
]);
export type LineProblem = z.infer<typeof lineProblemSchema>;

/** Why a command to the carrier failed, in the carrier's own terms in `detail`. A customer's wrong number is no trouble of the line. */
export const carrierTroubleSchema = z.object({
  kind: z.enum(['throttled', 'no-answer', 'refused', 'defect', ...lineProblemSchema.options]),
  /** E.g. `HTTP 400, Twilio error 21211`; null when there is no more to say. Never a number. */
  detail: z.string().nullable(),
  /** What was asked, e.g. `dial-customer`. */
  command: z.string(),
  at: instantSchema,
  /** When the carrier next did what it was asked there; null while it has not. */
  overAt: instantSchema.nullable(),
});
export type CarrierTrouble = z.infer<typeof carrierTroubleSchema>;

/** E.164: what customers may be shown when they are called. */
export const callerNumbersSchema = z.object({ numbers: z.array(z.string()) });

/** How the telephone line is doing, for admins. */
export const telephonyOverviewSchema = z.object({
  carrier: z.enum(['simulated', 'twilio']),
  /** E.164: what customers see when they are called. */
  callerNumber: z.string(),
  /** Where the carrier reaches this server. */
  publicUrl: z.string(),
  /** When a signed webhook of each kind came last. Null means that none did within a day. */
  webhooks: z.array(z.object({ kind: webhookKindSchema, lastAt: instantSchema.nullable() })),
  /** Turned away because of their signature, since the server started. */
  forgeries: z.object({ lastHour: z.int().nonnegative(), lastAt: instantSchema.nullable() }),
  /** What the carrier was not told yet, or has not answered. */
  commands: z.object({ open: z.int().nonnegative(), oldestAt: instantSchema.nullable() }),
  /** Since the server started: the last that is not over, or else the last. */
  lastTrouble: carrierTroubleSchema.nullable(),
});
export type TelephonyOverview = z.infer<typeof telephonyOverviewSchema>;
