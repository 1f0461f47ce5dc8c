import { describe, expect, it } from 'vitest';
import {
  type DialogueScript,
  givenDialogues,
} from '../../../../backend/conversation/evaluation/dialogue-script.ts';
import { reportOf } from '../../../../backend/conversation/evaluation/given-file.ts';
import { judgeOwnSplit, judgeStoredModel } from '../../../../backend/conversation/evaluation/judge.ts';
import { FROZEN_UTTERANCES, readLabelled } from '../../../../backend/conversation/evaluation/labelled.ts';
import { runDialogue } from '../../../../backend/conversation/evaluation/run-dialogue.ts';
import { calibrationErrorOf, scoreOf } from '../../../../backend/conversation/evaluation/score.ts';
import { readCorpus } from '../../../../backend/conversation/understanding/training/corpus.ts';
import { turnSettings } from '../../../support/conversation.ts';

const scriptsFile = new URL('../../../../backend/conversation/corpus/dialogues.json', import.meta.url);
const scripts = ownScripts();

describe('the classifier, on the part of the corpus that it has not learned from', {
  timeout: 240_000,
}, () => {
  it('is right, knows when it is not, and stands a bad line', () => {
    const { clean, disturbed } = judgeOwnSplit(readCorpus());

    const score = scoreOf(clean);
    expect(score.accuracy).toBeGreaterThanOrEqual(0.93);
    expect(score.macroF1).toBeGreaterThanOrEqual(0.93);
    expect(scoreOf(disturbed).accuracy).toBeGreaterThanOrEqual(score.accuracy - 0.03);
    expect(calibrationErrorOf(clean)).toBeLessThan(0.03);
  });
});

describe('the stored classifier, on utterances that nobody has trained it on', () => {
  it('is right, and knows when it is not', () => {
    const judged = judgeStoredModel(readLabelled(FROZEN_UTTERANCES));

    const { accuracy, macroF1 } = scoreOf(judged);
    expect(judged).toHaveLength(908);
    expect(accuracy).toBeGreaterThanOrEqual(0.96);
    expect(macroF1).toBeGreaterThanOrEqual(0.96);
    expect(calibrationErrorOf(judged)).toBeLessThan(0.03);
  });
});

describe('the scripted calls', () => {
  it.each(scripts)('come out as expected: $name', (script) => {
    const { passed, trace } = runDialogue(script, turnSettings);

    expect(passed, JSON.stringify(trace, null, 2)).toBe(true);
  });
});

function ownScripts(): readonly DialogueScript[] {
  const given = givenDialogues(scriptsFile);
  if (given.type === 'refused') throw new Error(reportOf(scriptsFile.pathname, given.problems));
  return given.value;
}
