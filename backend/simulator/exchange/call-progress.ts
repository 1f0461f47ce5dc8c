import type { SimulatedClock } from '../clock.ts';
import { type CallEvent, type CallPhase, transitionCall } from './call-machine.ts';

/** Where one call stands, and since when. */
export interface CallProgress {
  phase(): CallPhase;
  updatedAt(): Date;
  /** Whether the event came in time: what is late, or comes twice, changes nothing. */
  move(event: CallEvent): boolean;
}

export function createCallProgress(clock: SimulatedClock, onMoved: (phase: CallPhase) => void): CallProgress {
  let phase: CallPhase = { type: 'queued' };
  let updatedAt = clock.now();
  return {
    phase: () => phase,
    updatedAt: () => updatedAt,
    move: (event) => {
      const next = transitionCall(phase, event);
      if (next === phase) return false;
      phase = next;
      updatedAt = clock.now();
      onMoved(next);
      return true;
    },
  };
}
