import { describe, expect, it } from 'vitest';
import type { Intent } from '../../../../backend/contract/vocabulary.ts';
import { type Judged, reliabilityOf, scoreOf } from '../../../../backend/conversation/evaluation/score.ts';

function judged(expected: Intent, got: Intent, confidence: number): Judged {
  return { stage: 'explained', text: 'x', expected, got: { intent: got, confidence } };
}

const three = [judged('absent', 'absent', 0.9), judged('absent', 'busy', 0.5), judged('busy', 'busy', 0.95)];

describe('scoreOf', () => {
  it('counts, averages over the intents, and lists what was confused', () => {
    const { total, correct, accuracy, macroF1, confusions } = scoreOf(three);

    expect({ total, correct, accuracy, macroF1 }).toEqual({
      total: 3,
      correct: 2,
      accuracy: 0.6667,
      macroF1: 0.6667,
    });
    expect(confusions).toEqual([
      { stage: 'explained', text: 'x', expected: 'absent', got: 'busy', confidence: 0.5 },
    ]);
  });
});

describe('reliabilityOf', () => {
  it('sets what was claimed beside what was true', () => {
    expect(reliabilityOf(three).filter(({ total }) => total > 0)).toEqual([
      { from: 0.4, total: 1, claimed: 0.5, correct: 0 },
      { from: 0.8, total: 2, claimed: 0.925, correct: 1 },
    ]);
  });
});
