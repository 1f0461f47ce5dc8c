/** A number from 0 (included) to 1 (not included). */
export type Random = () => number;

/** The same numbers for the same seed, so that the demo looks the same on every machine (mulberry32). */
export function seededRandom(seed: number): Random {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

export function integerBetween(random: Random, least: number, most: number): number {
  return least + Math.floor(random() * (most - least + 1));
}

/** Each as often as its weight says. */
export function pickWeighted<Item extends { readonly weight: number }>(
  random: Random,
  items: readonly Item[],
): Item {
  const total = items.reduce((sum, item) => sum + item.weight, 0);
  let left = random() * total;
  const found = items.find((item) => {
    left -= item.weight;
    return left < 0;
  });
  if (!found) throw new Error('there is nothing to pick from');
  return found;
}
