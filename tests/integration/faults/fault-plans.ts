import { type FaultPlan, faultPlanSchema } from '../../../backend/simulator/faults/fault-plan.ts';

const shared = {
  callsPerSecond: 5,
  clockSkewMs: -1_500,
} as const;

const rates = {
  'rest-throttled': 0.02,
  'rest-error-before': 0.01,
  'rest-error-after': 0.01,
  'rest-timeout-before': 0.005,
  'rest-timeout-after': 0.005,
  'webhook-lost': 0.01,
  'webhook-answer-lost': 0.01,
  'webhook-delayed': 0.02,
  'webhook-reordered': 0.02,
  'webhook-duplicated': 0.03,
  'webhook-forged': 0.02,
  'recording-late': 0.2,
  'recording-absent': 0.1,
  'recording-unavailable': 0.2,
  'participant-dropped': 0.15,
  'participant-stranded': 0.02,
  'conference-stuck': 0.03,
  'codec-refused': 0.1,
  'ice-failed': 0.1,
  // Of an account that cannot have the AI in a conference at all: nothing that happens now and then.
  'gather-deaf': 0,
} as const satisfies FaultPlan['rates'];

/** Everything goes wrong now and then: on most calls something does, on many of them several things do. */
export function everyFault(seed: number): FaultPlan {
  return faultPlanSchema.parse({ ...shared, seed, rates });
}
