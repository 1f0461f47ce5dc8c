import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ConversationState, initialState } from '../../../backend/conversation/conversation-state.ts';
import { turn } from '../../../backend/conversation/turn.ts';
import type { TurnInput } from '../../../backend/conversation/turn-input.ts';
import type { TurnResult } from '../../../backend/conversation/turn-result.ts';
import { readCorpus } from '../../../backend/conversation/understanding/training/corpus.ts';
import { TUESDAY_MORNING, turnSettings } from '../../support/conversation.ts';

interface Step {
  readonly before: ConversationState;
  readonly result: TurnResult;
  readonly at: Date;
}

/** Longer than any limit allows. */
const TURNS = 60;
const DIALOGUES = 120;

const corpus = readCorpus().map(({ text }) => text);
const happening = fc.oneof(
  { weight: 12, arbitrary: fc.constantFrom(...corpus).map((text) => ({ type: 'speech', text }) as const) },
  { weight: 3, arbitrary: fc.constant({ type: 'silence' } as const) },
  { weight: 1, arbitrary: fc.string({ maxLength: 30 }).map((text) => ({ type: 'speech', text }) as const) },
  {
    weight: 1,
    arbitrary: fc.stringMatching(/^[0-9#*]{1,4}$/).map((digits) => ({ type: 'keys', digits }) as const),
  },
  {
    weight: 1,
    arbitrary: fc
      .constantFrom('standby-ready' as const, 'standby-lost' as const, 'machine-detected' as const)
      .map((notice) => ({ type: 'notice', notice }) as const),
  },
);
const round = fc.record({
  happening,
  confidence: fc.double({ min: 0, max: 1, noNaN: true }),
  seconds: fc.integer({ min: 2, max: 15 }),
});
const dialogue = fc.array(round, { minLength: TURNS, maxLength: TURNS });

function play(rounds: readonly (typeof round extends fc.Arbitrary<infer R> ? R : never)[]): Step[] {
  let before = initialState();
  let time = TUESDAY_MORNING.getTime();
  return rounds.map(({ happening: what, confidence, seconds }) => {
    time += seconds * 1_000;
    const at = new Date(time);
    const input: TurnInput = what.type === 'speech' ? { ...what, confidence, at } : { ...what, at };
    const step = { before, result: turn(before, input, turnSettings), at };
    before = step.result.state;
    return step;
  });
}

function isOver({ position }: ConversationState): boolean {
  return position.at === 'connecting' || position.at === 'ended';
}

function holdsAlways(check: (steps: readonly Step[]) => void): void {
  fc.assert(
    fc.property(dialogue, (rounds) => check(play(rounds))),
    { numRuns: DIALOGUES, seed: 20_261_117 },
  );
}

describe('any dialogue', { timeout: 60_000 }, () => {
  it('ends with a human or a good-bye, within twelve turns and ninety seconds of holding', () => {
    holdsAlways((steps) => {
      expect(steps.at(-1)?.result.act.type).toMatch(/^(connect|end)$/);
      for (const { before, result, at } of steps) {
        expect(result.state.counts.turns).toBeLessThanOrEqual(12);
        const { position } = before;
        const isHeld = position.at === 'holding' && result.state.position.at === 'holding';
        if (isHeld) expect(at.getTime() - Date.parse(position.since)).toBeLessThan(90_000 + 15_000);
      }
    });
  });

  it('says nothing once it is over, and stays over', () => {
    holdsAlways((steps) => {
      for (const { before, result } of steps.filter((step) => isOver(step.before))) {
        expect(result.say).toBeNull();
        expect(result.state).toEqual(before);
      }
    });
  });

  it('never speaks a variable, and never the same sentence three times in a row', () => {
    holdsAlways((steps) => {
      const said = steps.flatMap(({ result }) => (result.say === null ? [] : [result.say.text]));
      expect(said.filter((text) => /[{}]/.test(text) || text === '')).toEqual([]);
      expect(said.filter((text, index) => text === said[index - 1] && text === said[index - 2])).toEqual([]);
    });
  });

  it('blocks the number of whoever refuses, and never pitches afterwards', () => {
    holdsAlways((steps) => {
      const refusal = steps.findIndex(
        ({ before, result }) =>
          !isOver(before) && /^(rejection|do_not_call)$/.test(result.state.course.at(-1) ?? ''),
      );
      if (refusal === -1) return;
      expect(steps[refusal]?.result.act).toMatchObject({ type: 'end', result: 'rejected' });
      expect(steps.slice(refusal + 1).every(({ result }) => result.say === null)).toBe(true);
    });
  });

  it('never lets silence go on for more than three rounds outside a hold', () => {
    holdsAlways((steps) => {
      const outside = steps.filter(({ before }) => before.position.at !== 'holding');
      expect(outside.every(({ result }) => result.state.counts.silencesInARow <= 3)).toBe(true);
    });
  });
});
