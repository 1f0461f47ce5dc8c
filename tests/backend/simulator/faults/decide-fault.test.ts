import { describe, expect, it } from 'vitest';
import { decideFault } from '../../../../backend/simulator/faults/decide-fault.ts';
import { faultPlanSchema } from '../../../../backend/simulator/faults/fault-plan.ts';

const plan = faultPlanSchema.parse({
  rates: { 'rest-throttled': 0.2, 'rest-error-after': 0.3, 'webhook-lost': 1 },
});

describe('decideFault', () => {
  it.each([
    [0, 'rest-throttled'],
    [0.19, 'rest-throttled'],
    [0.2, 'rest-error-after'],
    [0.49, 'rest-error-after'],
    [0.5, null],
    [0.99, null],
  ])('gives each kind its share of the occasions: at %f it is %s', (point, kind) => {
    expect(decideFault(plan, () => point, 'rest-request')).toBe(kind);
  });

  it('lets only what can go wrong on an occasion go wrong', () => {
    expect(decideFault(plan, () => 0, 'conference')).toBeNull();
  });
});

describe('faultPlanSchema', () => {
  it('plans nothing unless it is told to', () => {
    const { rates, callsPerSecond, clockSkewMs } = faultPlanSchema.parse({});

    expect(Object.values(rates).every((rate) => rate === 0)).toBe(true);
    expect({ callsPerSecond, clockSkewMs }).toEqual({ callsPerSecond: null, clockSkewMs: 0 });
  });

  it.each([
    { rates: { 'rest-throttled': 1.1 } },
    { rates: { 'rest-forgotten': 0.1 } },
    { callsPerSecond: 0 },
    { clockSkewMs: 4_000_000 },
  ])('refuses %j', (senseless) => {
    expect(faultPlanSchema.safeParse(senseless).success).toBe(false);
  });
});
