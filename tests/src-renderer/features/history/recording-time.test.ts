import { describe, expect, it } from 'vitest';
import { secondsInto } from '../../../../src-renderer/features/history/recording-time.ts';

const recording = { startedAt: '2026-11-20T01:00:00.000Z', durationSeconds: 60 };

describe('secondsInto', () => {
  it.each([
    ['2026-11-20T01:00:30.000Z', 29],
    ['2026-11-20T01:00:00.400Z', 0],
    ['2026-11-20T01:01:00.500Z', 59.5],
    ['2026-11-20T01:02:00.000Z', null],
    ['2026-11-20T00:59:50.000Z', null],
  ])('finds %s a second before it', (at, seconds) => {
    expect(secondsInto(recording, at)).toBe(seconds);
  });

  it('finds nothing where the carrier did not tell when it began', () => {
    expect(secondsInto({ ...recording, startedAt: null }, '2026-11-20T01:00:30.000Z')).toBeNull();
  });
});
