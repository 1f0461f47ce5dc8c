import type { RecordingState } from '../contract/recordings.ts';
import type { RecordingRow } from './recording-store.ts';

/** Where one recording stands. */
export function stateOfRecording(row: RecordingRow): Exclude<RecordingState, 'none'> {
  switch (row.state) {
    case 'in-progress':
      if (row.keeping === 'lost') return 'lost';
      if (row.pauseUnsureSince !== null) return 'unsure';
      return row.pausedSince === null ? 'running' : 'paused';
    case 'absent':
      return 'absent';
    case 'completed':
      return row.keeping;
  }
}

/** Of a call with several, what matters most to whoever looks at the call. */
export function recordingOfCall(rows: readonly RecordingRow[]): RecordingState {
  const states = rows.map(stateOfRecording);
  return byWeight.find((state) => states.includes(state)) ?? 'none';
}

const byWeight = [
  'unsure',
  'running',
  'paused',
  'stored',
  'awaited',
  'lost',
  'expired',
  'absent',
] as const satisfies readonly RecordingState[];
