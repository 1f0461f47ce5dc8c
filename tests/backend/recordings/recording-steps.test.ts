import { describe, expect, it } from 'vitest';
import type { RecordingRow } from '../../../backend/calls/recording-store.ts';
import { callIdSchema } from '../../../backend/contract/ids.ts';
import { nextStep, pauseAfter } from '../../../backend/recordings/recording-steps.ts';

const endedAt = new Date('2026-11-24T01:00:00Z');
const hoursLater = (hours: number): Date => new Date(endedAt.getTime() + hours * 3_600_000);
const told: RecordingRow = {
  carrierRef: 'RE1',
  callId: callIdSchema.parse(`call_${'1'.repeat(20)}`),
  state: 'completed',
  startedAt: null,
  durationSeconds: null,
  channels: null,
  pausedSince: null,
  pauseUnsureSince: null,
  keeping: 'awaited',
  soughtSince: null,
  storedAt: null,
  bytes: null,
  sha256: null,
  waveform: null,
  removedAtCarrierAt: null,
};

function stepOf(changes: Partial<RecordingRow>, { hours = 1, removeAtCarrier = true } = {}): string {
  return nextStep({ ...told, ...changes }, { now: hoursLater(hours), endedAt, removeAtCarrier });
}

describe('nextStep', () => {
  it('fetches what is there, and looks up what nobody has told the end of', () => {
    expect(stepOf({})).toBe('fetch');
    expect(stepOf({ state: 'in-progress' })).toBe('look-up');
    expect(stepOf({ state: 'absent' })).toBe('none');
  });

  it('gives up after a day, and a day later once it is sought again', () => {
    expect(stepOf({}, { hours: 23.9 })).toBe('fetch');
    expect(stepOf({}, { hours: 24 })).toBe('give-up');
    expect(stepOf({ state: 'in-progress' }, { hours: 24 })).toBe('give-up');
    expect(stepOf({ soughtSince: hoursLater(30) }, { hours: 53.9 })).toBe('fetch');
    expect(stepOf({ keeping: 'lost' }, { hours: 60 })).toBe('none');
  });

  it('removes the carrier’s copy once ours is safe, if that is wanted', () => {
    expect(stepOf({ keeping: 'stored' })).toBe('remove-at-carrier');
    expect(stepOf({ keeping: 'stored' }, { removeAtCarrier: false })).toBe('none');
    expect(stepOf({ keeping: 'stored', removedAtCarrierAt: hoursLater(1) })).toBe('none');
  });

  it('removes it in any case once ours has been kept long enough', () => {
    expect(stepOf({ keeping: 'expired' }, { removeAtCarrier: false })).toBe('remove-at-carrier');
    expect(stepOf({ keeping: 'expired', removedAtCarrierAt: hoursLater(1) })).toBe('none');
  });
});

describe('pauseAfter', () => {
  it('is longer after each attempt, up to an hour, and leaves room for many within a day', () => {
    const pauses = Array.from({ length: 30 }, (_, attempt) => pauseAfter(attempt));

    expect(pauses.toSorted((a, b) => a - b)).toEqual(pauses);
    expect(pauses[0]).toBe(10_000);
    expect(pauses.at(-1)).toBe(3_600_000);
  });
});
