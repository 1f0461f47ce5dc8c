import { z } from 'zod';

/** Everything that can go wrong by chance. `before` and `after` say whether the carrier has done what it was asked. */
export const faultKinds = [
  'rest-throttled',
  'rest-error-before',
  'rest-error-after',
  'rest-timeout-before',
  'rest-timeout-after',
  'webhook-lost',
  'webhook-answer-lost',
  'webhook-delayed',
  'webhook-reordered',
  'webhook-duplicated',
  'webhook-forged',
  'recording-late',
  'recording-absent',
  'recording-unavailable',
  'participant-dropped',
  'participant-stranded',
  'conference-stuck',
  'codec-refused',
  'ice-failed',
  'gather-deaf',
] as const;
export type FaultKind = (typeof faultKinds)[number];

const rateSchema = z.number().min(0).max(1).default(0);

/** What is to go wrong, and how often. */
export const faultPlanSchema = z.strictObject({
  /** The same seed strikes the same calls in the same way. */
  seed: z.int().default(1),
  /** Shares from 0 to 1 of the occasions for each kind. */
  rates: z.strictObject(ratesShape()).prefault({}),
  /** Creates a second, beyond which the carrier answers 429; null for no limit. */
  callsPerSecond: z.int().positive().nullable().default(null),
  /** By how much the carrier's clock is ahead of ours, in milliseconds; negative when it is behind. */
  clockSkewMs: z.int().min(-3_600_000).max(3_600_000).default(0),
});
export type FaultPlan = z.output<typeof faultPlanSchema>;

/** Nothing goes wrong. */
export const noFaults: FaultPlan = faultPlanSchema.parse({});

function ratesShape(): Record<FaultKind, typeof rateSchema> {
  return {
    'rest-throttled': rateSchema,
    'rest-error-before': rateSchema,
    'rest-error-after': rateSchema,
    'rest-timeout-before': rateSchema,
    'rest-timeout-after': rateSchema,
    'webhook-lost': rateSchema,
    'webhook-answer-lost': rateSchema,
    'webhook-delayed': rateSchema,
    'webhook-reordered': rateSchema,
    'webhook-duplicated': rateSchema,
    'webhook-forged': rateSchema,
    'recording-late': rateSchema,
    'recording-absent': rateSchema,
    'recording-unavailable': rateSchema,
    'participant-dropped': rateSchema,
    'participant-stranded': rateSchema,
    'conference-stuck': rateSchema,
    'codec-refused': rateSchema,
    'ice-failed': rateSchema,
    'gather-deaf': rateSchema,
  };
}
