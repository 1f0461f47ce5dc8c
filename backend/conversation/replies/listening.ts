import type { Position } from '../conversation-state.ts';
import type { Listening } from '../turn-result.ts';
import { LIMITS } from './limits.ts';
import type { Scene } from './scene.ts';

const SILENCE_SECONDS = 5;
const HOLDING_SILENCE_SECONDS = 15;

/** How the next round listens: longer while they are fetching somebody, but never past the limit of that. */
export function listening({ state, at }: Scene): Listening {
  return { silenceSeconds: silenceSeconds(state.position, at), language: state.language };
}

function silenceSeconds(position: Position, at: Date): number {
  if (position.at !== 'holding') return SILENCE_SECONDS;
  const left = LIMITS.holdingSeconds - secondsSince(position.since, at);
  return Math.max(1, Math.min(HOLDING_SILENCE_SECONDS, Math.ceil(left)));
}

export function secondsSince(instant: string, at: Date): number {
  return (at.getTime() - Date.parse(instant)) / 1_000;
}
