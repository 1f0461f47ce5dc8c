import { describe, expect, it } from 'vitest';
import { initialState } from '../../../../backend/conversation/conversation-state.ts';
import { brokenIn } from '../../../../backend/conversation/evaluation/invariants.ts';
import { playRounds, type Step } from '../../../../backend/conversation/evaluation/play-rounds.ts';
import { TUESDAY_MORNING, turnSettings } from '../../../support/conversation.ts';

const refusal = 'どこで番号を知ったんですか警察に通報しますよ';
const blocks = 'blocks the number of whoever refuses, at once, and pitches no more';

function play(...said: readonly string[]): readonly Step[] {
  const rounds = said.map((text) => ({
    happening: { type: 'speech', text } as const,
    confidence: 0.9,
    seconds: 5,
  }));
  return playRounds(rounds, { start: TUESDAY_MORNING, settings: turnSettings });
}

describe('the invariants', () => {
  it('hold where somebody refuses beside a question', () => {
    expect(brokenIn(play('はい', refusal))).toEqual([]);
  });

  it('are broken by an answer to whoever refuses, whatever the engine took it for', () => {
    const [step] = play('どこで番号を知ったんですか');
    const answered = { ...step, before: initialState(), takenFor: 'do_not_call' } as const;

    expect(brokenIn(step === undefined ? [] : [{ ...step, ...answered }])).toContain(blocks);
  });
});
