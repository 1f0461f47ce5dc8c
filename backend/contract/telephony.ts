import { z } from 'zod';
import { instantSchema } from './vocabulary.ts';

/** The carrier's webhooks of which each leaves a receipt. */
export const webhookKindSchema = z.enum([
  'ai',
  'gather',
  'finished',
  'call-status',
  'conference',
  'recording',
  'transcription',
  'amd',
]);
export type WebhookKind = z.infer<typeof webhookKindSchema>;

/** Why the last command to the carrier failed, in the carrier's own terms in `detail`. */
export const carrierTroubleSchema = z.object({
  kind: z.enum(['throttled', 'no-answer', 'invalid-number', 'barred', 'not-permitted', 'refused']),
  /** E.g. `HTTP 400, Twilio error 21211`; null when there is no more to say. Never a number. */
  detail: z.string().nullable(),
  /** What was asked, e.g. `dial-customer`. */
  command: z.string(),
  at: instantSchema,
});
export type CarrierTrouble = z.infer<typeof carrierTroubleSchema>;

/** How the telephone line is doing, for admins. */
export const telephonyOverviewSchema = z.object({
  carrier: z.enum(['simulated', 'twilio']),
  /** E.164: what customers see when they are called. */
  callerNumber: z.string(),
  /** Where the carrier reaches this server. */
  publicUrl: z.string(),
  /** When a signed webhook of each kind came last; null when none did within a day. */
  webhooks: z.array(z.object({ kind: webhookKindSchema, lastAt: instantSchema.nullable() })),
  /** Turned away because of their signature, since the server started. */
  forgeries: z.object({ lastHour: z.int().nonnegative(), lastAt: instantSchema.nullable() }),
  /** What the carrier was not told yet, or has not answered. */
  commands: z.object({ open: z.int().nonnegative(), oldestAt: instantSchema.nullable() }),
  /** Since the server started. */
  lastTrouble: carrierTroubleSchema.nullable(),
});
export type TelephonyOverview = z.infer<typeof telephonyOverviewSchema>;
