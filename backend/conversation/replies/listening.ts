import type { Listening } from '../turn-result.ts';
import { LIMITS } from './limits.ts';
import type { Scene } from './scene.ts';

const HOLDING_SILENCE_SECONDS = 15;

/** How the next round listens: longer while they are fetching somebody, but never past the limit of that. */
export function listening({ state, settings, at }: Scene): Listening {
  const { position, language } = state;
  const silenceSeconds =
    position.at === 'holding' ? whileHolding(position.since, at) : settings.silenceSeconds;
  return { silenceSeconds, language };
}

function whileHolding(since: string, at: Date): number {
  const left = LIMITS.holdingSeconds - secondsSince(since, at);
  return Math.max(1, Math.min(HOLDING_SILENCE_SECONDS, Math.ceil(left)));
}

export function secondsSince(instant: string, at: Date): number {
  return (at.getTime() - Date.parse(instant)) / 1_000;
}
