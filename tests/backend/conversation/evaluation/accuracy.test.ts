import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { dialogueScriptsSchema } from '../../../../backend/conversation/evaluation/dialogue-script.ts';
import { judgeOwnSplit } from '../../../../backend/conversation/evaluation/judge.ts';
import { runDialogue } from '../../../../backend/conversation/evaluation/run-dialogue.ts';
import {
  type ReliabilityBand,
  reliabilityOf,
  scoreOf,
} from '../../../../backend/conversation/evaluation/score.ts';
import { readCorpus } from '../../../../backend/conversation/understanding/training/corpus.ts';
import { turnSettings } from '../../../support/conversation.ts';

const scriptsFile = new URL('../../../../backend/conversation/corpus/dialogues.json', import.meta.url);
const scripts = dialogueScriptsSchema.parse(JSON.parse(readFileSync(scriptsFile, 'utf8')));

describe('the classifier, on the part of the corpus that it has not learned from', {
  timeout: 120_000,
}, () => {
  it('is right, knows when it is not, and stands a bad line', () => {
    const { clean, disturbed } = judgeOwnSplit(readCorpus());

    const score = scoreOf(clean);
    expect(score.accuracy).toBeGreaterThanOrEqual(0.93);
    expect(score.macroF1).toBeGreaterThanOrEqual(0.93);
    expect(scoreOf(disturbed).accuracy).toBeGreaterThanOrEqual(score.accuracy - 0.04);
    expect(calibrationError(reliabilityOf(clean))).toBeLessThan(0.06);
  });
});

describe('the scripted calls', () => {
  it.each(scripts)('come out as expected: $name', (script) => {
    const { passed, trace } = runDialogue(script, turnSettings);

    expect(passed, JSON.stringify(trace, null, 2)).toBe(true);
  });
});

/** How far claim and truth are apart, on average over all answers. */
function calibrationError(bands: readonly ReliabilityBand[]): number {
  const total = bands.reduce((sum, band) => sum + band.total, 0);
  return bands.reduce((sum, band) => sum + (band.total / total) * Math.abs(band.claimed - band.correct), 0);
}
