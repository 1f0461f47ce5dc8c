import { describe, expect, it } from 'vitest';
import { faultPlanSchema } from '../../../../backend/simulator/faults/fault-plan.ts';
import { createFaults, type Faults } from '../../../../backend/simulator/faults/faults.ts';
import { fixedClock } from '../../../support/fixed-clock.ts';

function faultsWith(seed: number): Faults {
  const faults = createFaults(fixedClock());
  faults.follow(faultPlanSchema.parse({ seed, rates: { 'webhook-lost': 0.3, 'webhook-delayed': 0.3 } }));
  return faults;
}

function reports(faults: Faults, about: string, count = 30) {
  return Array.from({ length: count }, () => faults.strike('report', about));
}

describe('createFaults', () => {
  it('does nothing until it is told to', () => {
    const faults = createFaults(fixedClock());

    expect(reports(faults, 'CA1').every((kind) => kind === null)).toBe(true);
    expect(faults.counts()).toEqual({});
  });

  it('strikes the same way for the same seed', () => {
    expect(reports(faultsWith(7), 'CA1')).toEqual(reports(faultsWith(7), 'CA1'));
    expect(reports(faultsWith(7), 'CA1')).not.toEqual(reports(faultsWith(8), 'CA1'));
  });

  it('strikes a call the same way whatever happens to others meanwhile', () => {
    const alone = faultsWith(7);
    const amongOthers = faultsWith(7);

    const struck = Array.from({ length: 30 }, () => {
      reports(amongOthers, 'CA2', 3);
      return amongOthers.strike('report', 'CA1');
    });

    expect(struck).toEqual(reports(alone, 'CA1'));
  });

  it('takes everything that belongs to a call for one', () => {
    const byNumber = faultsWith(7);
    const bySid = faultsWith(7);
    bySid.belongs('room', '+81300011000');
    bySid.belongs('CA1', 'room');

    expect(reports(bySid, 'CA1')).toEqual(reports(byNumber, '+81300011000'));
    expect(bySid.struck().every(({ subject }) => subject === '+81300011000')).toBe(true);
  });

  it('counts what has struck, and begins anew with another plan', () => {
    const faults = faultsWith(7);
    const struck = reports(faults, 'CA1').filter((kind) => kind === 'webhook-lost').length;

    expect(faults.counts()['webhook-lost']).toBe(struck);
    faults.follow(faults.plan());
    expect(faults.counts()).toEqual({});
    expect(faults.struck()).toEqual([]);
  });
});
