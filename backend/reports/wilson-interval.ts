import type { Rate } from '../contract/reports.ts';

/** Of the normal distribution, for 95 %. */
const z = 1.959_963_984_540_054;

/**
 * How large a share is, and where the true one lies, with 95 % certainty: the score interval of E. B. Wilson, "Probable Inference, the Law
 * of Succession, and Statistical Inference", JASA 22 (1927), which holds also for few and for extreme ones (NIST/SEMATECH e-Handbook 7.2.4.1).
 */
export function rateOf(count: number, of: number): Rate {
  if (of === 0) return { count, of, share: null, low: 0, high: 1 };
  const share = count / of;
  const middle = share + z ** 2 / (2 * of);
  const reach = z * Math.sqrt((share * (1 - share)) / of + z ** 2 / (4 * of ** 2));
  const width = 1 + z ** 2 / of;
  // Rounding may miss the ends by as little as a number can be wrong.
  return {
    count,
    of,
    share,
    low: count === 0 ? 0 : Math.max(0, (middle - reach) / width),
    high: count === of ? 1 : Math.min(1, (middle + reach) / width),
  };
}
