import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { INVARIANTS } from '../../../backend/conversation/evaluation/invariants.ts';
import { playRounds } from '../../../backend/conversation/evaluation/play-rounds.ts';
import { playRandomCalls } from '../../../backend/conversation/evaluation/random-calls.ts';
import type { Happening, Round } from '../../../backend/conversation/evaluation/random-rounds.ts';
import { readCorpus } from '../../../backend/conversation/understanding/training/corpus.ts';
import { TUESDAY_MORNING, turnSettings } from '../../support/conversation.ts';

/** Longer than any limit allows. */
const ROUNDS = 60;
const corpus = readCorpus();
const english = [
  'Hello, may I help you?',
  "I don't speak Japanese.",
  'One moment, please.',
  'Who is calling?',
  'Not interested.',
  'He is out of the office.',
];

const speech = (text: string): Happening => ({ type: 'speech', text });
const happening: fc.Arbitrary<Happening> = fc.oneof(
  { weight: 12, arbitrary: fc.constantFrom(...corpus.map(({ text }) => text)).map(speech) },
  { weight: 1, arbitrary: fc.constantFrom(...english).map(speech) },
  { weight: 3, arbitrary: fc.constant<Happening>({ type: 'silence' }) },
  { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 30 }).map(speech) },
  {
    weight: 1,
    arbitrary: fc.stringMatching(/^[0-9#*]{1,4}$/).map((digits): Happening => ({ type: 'keys', digits })),
  },
  {
    weight: 1,
    arbitrary: fc
      .constantFrom('standby-ready' as const, 'standby-lost' as const, 'machine-detected' as const)
      .map((notice): Happening => ({ type: 'notice', notice })),
  },
);
const rounds: fc.Arbitrary<readonly Round[]> = fc.array(
  fc.record({
    happening,
    confidence: fc.double({ min: 0, max: 1, noNaN: true }),
    seconds: fc.integer({ min: 2, max: 15 }),
  }),
  { minLength: ROUNDS, maxLength: ROUNDS },
);

describe('any call', { timeout: 60_000 }, () => {
  it.each(INVARIANTS)('$name', ({ holds }) => {
    fc.assert(
      fc.property(rounds, (played) =>
        holds(playRounds(played, { start: TUESDAY_MORNING, settings: turnSettings })),
      ),
      { numRuns: 60, seed: 20_261_117 },
    );
  });
});

describe('customers of random habits', { timeout: 60_000 }, () => {
  it('break nothing in five thousand turns', () => {
    const report = playRandomCalls({
      turns: 5_000,
      seed: 1,
      start: TUESDAY_MORNING,
      settings: turnSettings,
      corpus,
    });

    expect(report.broken).toEqual([]);
    expect(report.milliseconds.median).toBeLessThan(2);
  });
});
