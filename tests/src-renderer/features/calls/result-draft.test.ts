import { describe, expect, it } from 'vitest';
import { draftOf, withTime } from '../../../../src-renderer/features/calls/result-draft.ts';
import { sampleCall } from '../../support/samples.ts';

const holidays = ['2026-11-23', '2026-12-29', '2026-12-30', '2026-12-31', '2027-01-01'];

function proposedOn(day: string): string {
  const now = new Date(`${day}T15:00:00`).getTime();
  return withTime({ result: 'follow_up', action: 'call-back', at: '', note: '' }, { now, holidays }).at;
}

describe('withTime', () => {
  it.each([
    ['the next day', '2026-11-24', '2026-11-25T10:00'],
    ['after the weekend', '2026-11-27', '2026-11-30T10:00'],
    ['after a weekend that a holiday makes longer', '2026-11-20', '2026-11-24T10:00'],
    ['after the New Year holidays', '2026-12-28', '2027-01-04T10:00'],
  ])('proposes a call back in the morning %s', (_when, day, expected) => {
    expect(proposedOn(day)).toBe(expected);
  });

  it('leaves a time that was chosen', () => {
    const draft = { result: 'follow_up', action: 'call-back', at: '2026-11-23T15:00', note: '' } as const;

    expect(withTime(draft, { now: Date.parse('2026-11-20T15:00:00'), holidays })).toEqual(draft);
  });
});

describe('draftOf', () => {
  it('proposes nothing new for a result that was confirmed', () => {
    const call = sampleCall(1, { status: 'completed', result: 'follow_up', resultConfirmed: true });

    expect(draftOf(call, { now: 0, holidays: [] })).toMatchObject({ action: 'none', at: '' });
  });
});
