import type { LegRow } from '../calls/leg-store.ts';
import type { SupervisionState } from './supervision-machine.ts';
import type { SupervisionRow } from './supervision-store.ts';

/** The machine's state as the rows tell it. */
export function stateOf(row: SupervisionRow, leg: LegRow | null): SupervisionState {
  if (row.endReason !== null) return { status: 'ended', reason: row.endReason };
  if (row.joinedAt === null) return { status: 'joining', wanted: row.mode };
  if (row.mode === 'barge') return { status: 'present', mode: 'barge' };
  const coachedLegId = leg?.coachedLegId ?? null;
  return row.mode === 'whisper' && coachedLegId !== null
    ? { status: 'present', mode: 'whisper', coachedLegId }
    : { status: 'present', mode: 'listen' };
}

/** The columns that hold the machine's state. */
export function columnsOf(
  state: SupervisionState,
  row: SupervisionRow,
  now: Date,
): Pick<SupervisionRow, 'mode' | 'joinedAt' | 'endedAt' | 'endReason'> {
  const { mode, joinedAt } = row;
  switch (state.status) {
    case 'joining':
      return { mode: state.wanted, joinedAt: null, endedAt: null, endReason: null };
    case 'present':
      return { mode: state.mode, joinedAt: joinedAt ?? now, endedAt: null, endReason: null };
    case 'ended':
      return { mode, joinedAt, endedAt: now, endReason: state.reason };
  }
}
