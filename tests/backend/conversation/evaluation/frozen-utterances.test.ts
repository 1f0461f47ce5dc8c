import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { intentSchema } from '../../../../backend/contract/vocabulary.ts';
import { FROZEN_UTTERANCES, readLabelled } from '../../../../backend/conversation/evaluation/labelled.ts';
import { normalise } from '../../../../backend/conversation/understanding/normalise.ts';
import { readCorpus } from '../../../../backend/conversation/understanding/training/corpus.ts';

const frozen = readLabelled(FROZEN_UTTERANCES);

describe('the frozen utterances', () => {
  it('are those whose hash the documentation names', () => {
    const hash = createHash('sha256').update(readFileSync(FROZEN_UTTERANCES)).digest('hex');

    expect(readFileSync('docs/conversation.md', 'utf8')).toContain(hash);
  });

  it('are never learned from, in whatever spelling', () => {
    const learned = new Set(readCorpus().map(({ text }) => normalise(text)));

    expect(frozen.filter(({ text }) => learned.has(normalise(text)))).toEqual([]);
  });

  it('have every intent, ten times and more', () => {
    const rare = intentSchema.options.filter(
      (intent) => frozen.filter((utterance) => utterance.intent === intent).length < 10,
    );

    expect(rare).toEqual([]);
  });
});
