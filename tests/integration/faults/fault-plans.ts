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
  'participant-dropped': 0.15,
  'conference-stuck': 0.03,
  'codec-refused': 0.1,
  'ice-failed': 0.1,
} as const satisfies FaultPlan['rates'];

/** Everything goes wrong now and then: on most calls something does, on many of them several things do. */
export function everyFault(seed: number): FaultPlan {
  return faultPlanSchema.parse({ ...shared, seed, rates });
}

/**
 * The same without what calls do not survive well yet (a conference that never starts, requests that nobody answers for 10 s, webhooks
 * that come late), so that whatever else is broken is noticed at once.
 */
export function everydayFaults(seed: number): FaultPlan {
  const bearable = {
    'conference-stuck': 0,
    'rest-timeout-before': 0,
    'rest-timeout-after': 0,
    'webhook-delayed': 0,
    'webhook-reordered': 0,
  };
  return faultPlanSchema.parse({ ...shared, seed, rates: { ...rates, ...bearable } });
}
