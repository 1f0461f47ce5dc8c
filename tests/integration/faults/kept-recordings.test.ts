import { describe, expect, it } from 'vitest';
import { callIdSchema } from '../../../backend/contract/ids.ts';
import type { HeldCalls } from './held-calls.ts';
import { badRecordings } from './kept-recordings.ts';

const id = callIdSchema.parse('call_00000000000000000001');
type Row = HeldCalls['recordings'][number];
type Observed = HeldCalls['observedRecordings'][number];

const stored: Row = {
  carrierRef: 'RE1',
  callId: id,
  state: 'completed',
  startedAt: null,
  durationSeconds: 9,
  channels: 1,
  pausedSince: null,
  pauseUnsureSince: null,
  keeping: 'stored',
  soughtSince: null,
  storedAt: null,
  bytes: 1,
  sha256: '',
  waveform: null,
  removedAtCarrierAt: null,
};
const made: Observed = {
  recordingSid: 'RE1',
  conference: 'room',
  status: 'completed',
  durationSeconds: 9,
  isDeleted: true,
};
const file = { recordingRef: 'RE1', isIntact: true };

function bad(rows: readonly Row[], observed: Observed, recordingFiles = [file]): number {
  const held = { recordings: rows, recordingFiles, observedRecordings: [observed] };
  return badRecordings({ id, conferenceName: 'room' }, held).length;
}

describe('badRecordings', () => {
  it('is content with one that is here once, whole, and nowhere else', () => {
    expect(bad([stored], made)).toBe(0);
  });

  it('finds one that is unknown, still awaited, without its file, too short, or still at the carrier', () => {
    expect(bad([], made)).toBe(1);
    expect(bad([{ ...stored, keeping: 'awaited' }], made)).toBe(1);
    expect(bad([stored], made, [])).toBe(1);
    expect(bad([stored], made, [{ ...file, isIntact: false }])).toBe(1);
    expect(bad([{ ...stored, durationSeconds: 8 }], made)).toBe(1);
    expect(bad([stored], { ...made, isDeleted: false })).toBe(1);
  });

  it('wants it said of one that the carrier could not make, or in which there is nothing', () => {
    const absent: Row = { ...stored, state: 'absent', keeping: 'awaited' };
    const none = { ...made, status: 'absent', durationSeconds: null } as const;

    expect([bad([absent], none), bad([], none)]).toEqual([0, 1]);
    expect([
      bad([absent], { ...made, durationSeconds: 0 }),
      bad([stored], { ...made, durationSeconds: 0 }),
    ]).toEqual([0, 1]);
  });

  it('finds one that never was', () => {
    expect(bad([stored], { ...made, conference: 'another room' })).toBe(1);
  });
});
