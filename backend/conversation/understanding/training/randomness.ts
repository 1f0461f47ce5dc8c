/** The next number of a sequence, from 0 up to 1. */
export type Randomness = () => number;

/** The same sequence for the same seed, on every machine: training is repeatable. (mulberry32) */
export function createRandomness(seed: number): Randomness {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** One of them, each as likely as the others. */
export function pick<T>(items: readonly T[], random: Randomness): T {
  const item = items[Math.floor(random() * items.length)];
  if (item === undefined) throw new Error('nothing to pick from');
  return item;
}

export function shuffled<T>(items: readonly T[], random: Randomness): T[] {
  return items
    .map((item) => ({ item, order: random() }))
    .sort((a, b) => a.order - b.order)
    .map(({ item }) => item);
}
