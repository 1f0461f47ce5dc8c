import type { TurnSettings } from '../turn-settings.ts';
import type { Utterance } from '../understanding/training/corpus.ts';
import { createRandomness, type Randomness } from '../understanding/training/randomness.ts';
import { brokenIn } from './invariants.ts';
import { isOver, playRounds, type Step } from './play-rounds.ts';
import { randomRounds } from './random-rounds.ts';

interface RandomCallsOptions {
  /** How many turns of the customer are played, in as many calls as that takes. */
  readonly turns: number;
  readonly seed: number;
  readonly start: Date;
  readonly settings: TurnSettings;
  readonly corpus: readonly Utterance[];
}

export interface RandomCallsReport {
  readonly calls: number;
  readonly turns: number;
  /** Of one call: how many turns it took to its end, the most that occurred. */
  readonly longest: number;
  /** The calls that broke something: what, and the seed that plays them again. */
  readonly broken: readonly { readonly seed: number; readonly invariants: readonly string[] }[];
  readonly milliseconds: { readonly median: number; readonly p99: number; readonly worst: number };
}

/** More than any limit allows. */
const ROUNDS = 60;

/** Plays calls by customers of random habits, and says which of them broke what must always hold. */
export function playRandomCalls(options: RandomCallsOptions): RandomCallsReport {
  const broken: RandomCallsReport['broken'][number][] = [];
  const durations: number[] = [];
  let [calls, longest] = [0, 0];
  while (durations.length < options.turns) {
    const seed = options.seed + calls;
    const steps = playOne(options, createRandomness(seed));
    const invariants = brokenIn(steps);
    if (invariants.length > 0) broken.push({ seed, invariants });
    const live = steps.filter(({ before }) => !isOver(before));
    durations.push(...live.map(({ ms }) => ms));
    longest = Math.max(longest, live.length);
    calls += 1;
  }
  return { calls, turns: durations.length, longest, broken, milliseconds: spreadOf(durations) };
}

function playOne({ corpus, start, settings }: RandomCallsOptions, random: Randomness): readonly Step[] {
  const rounds = randomRounds(corpus, ROUNDS, random);
  const customs = { recordingNotice: random() < 0.3, leaveVoicemail: random() < 0.3 };
  return playRounds(rounds, { start, settings: { ...settings, ...customs } });
}

function spreadOf(durations: readonly number[]): RandomCallsReport['milliseconds'] {
  const sorted = durations.toSorted((a, b) => a - b);
  const at = (share: number) =>
    Math.round((sorted[Math.floor(share * (sorted.length - 1))] ?? 0) * 1_000) / 1_000;
  return { median: at(0.5), p99: at(0.99), worst: at(1) };
}
