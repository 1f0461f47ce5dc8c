import type { Rate } from '../../../backend/contract/reports.ts';

/**
 * How a figure differs from that of the period before. `number`: of counts in percent, of rates in points, of times in seconds. `sure`: the
 * difference is larger than chance alone would easily make it.
 */
export type Change =
  | {
      readonly type: 'count' | 'rate' | 'seconds';
      readonly direction: 'up' | 'down' | 'same';
      readonly number: number;
      readonly sure: boolean;
    }
  /** One of the two is of nothing. */
  | { readonly type: 'unknown' };

export function changeOfCount(now: number, before: number): Change {
  if (before === 0) return { type: 'unknown' };
  return changed('count', ((now - before) / before) * 100, 1, true);
}

/** Sure where the two intervals have nothing in common. */
export function changeOfRate(now: Rate, before: Rate): Change {
  if (now.share === null || before.share === null) return { type: 'unknown' };
  const sure = now.low > before.high || now.high < before.low;
  return changed('rate', (now.share - before.share) * 100, 0.1, sure);
}

export function changeOfSeconds(now: number | null, before: number | null): Change {
  if (now === null || before === null) return { type: 'unknown' };
  return changed('seconds', now - before, 0.1, true);
}

/** What would be written as nothing is nothing. */
function changed(type: 'count' | 'rate' | 'seconds', number: number, step: number, sure: boolean): Change {
  if (Math.abs(number) < step / 2) return { type, direction: 'same', number: 0, sure };
  return { type, direction: number > 0 ? 'up' : 'down', number, sure };
}
