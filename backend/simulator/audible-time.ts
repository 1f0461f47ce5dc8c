import type { AudibleSound } from './observation.ts';

/** A stretch of simulated time, in milliseconds since 1970. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** When anything of it was to be heard within `limits`: in order, without gaps or overlaps between neighbours. */
export function audibleTime(sounds: readonly AudibleSound[], limits: Stretch): readonly Stretch[] {
  const stretches = sounds
    .map(({ from, to }) => ({
      from: Math.max(Date.parse(from), limits.from),
      to: Math.min(Date.parse(to), limits.to),
    }))
    .filter(({ from, to }) => from < to)
    .toSorted((a, b) => a.from - b.from);
  const merged: Stretch[] = [];
  for (const stretch of stretches) {
    const last = merged.at(-1);
    if (last === undefined || last.to < stretch.from) merged.push(stretch);
    else if (last.to < stretch.to) merged.splice(-1, 1, { from: last.from, to: stretch.to });
  }
  return merged;
}

/** What is left of `limits` between the stretches of `audible`, which are in order. */
export function silentTime(audible: readonly Stretch[], limits: Stretch): readonly Stretch[] {
  const ends = [limits.from, ...audible.map(({ to }) => to)];
  const begins = [...audible.map(({ from }) => from), limits.to];
  return ends
    .map((from, index) => ({ from, to: begins[index] ?? limits.to }))
    .filter(({ from, to }) => from < to);
}
