import { describe, expect, it } from 'vitest';
import type { Stage } from '../../../backend/contract/vocabulary.ts';
import { type ConversationState, initialState } from '../../../backend/conversation/conversation-state.ts';
import { hearSpeech } from '../../../backend/conversation/hear-speech.ts';
import { INTENT_OF_REMARK } from '../../../backend/conversation/remarks/remark.ts';
import { readCorpus } from '../../../backend/conversation/understanding/training/corpus.ts';
import { TUESDAY_MORNING, turnSettings } from '../../support/conversation.ts';

const POSITIONS: Readonly<Record<Stage, ConversationState['position']>> = {
  opening: { at: 'opening' },
  explained: { at: 'explained' },
  holding: { at: 'holding', since: TUESDAY_MORNING.toISOString() },
  person: { at: 'person' },
  closing: { at: 'connecting', reason: 'interested' },
};

function stateAt(stage: Stage): ConversationState {
  return { ...initialState(), introduced: true, position: POSITIONS[stage] };
}

function hear(
  text: string,
  { confidence = 0.9, stage = 'explained' }: { confidence?: number; stage?: Stage } = {},
) {
  return hearSpeech(stateAt(stage), { text, confidence }, turnSettings);
}

describe('hearSpeech', () => {
  it('goes by a remark where one was made, and writes down what it counts as', () => {
    const heard = hear('どこで番号を知ったんですか');

    expect(heard).toMatchObject({ remark: 'number-source', meant: { intent: 'unknown' } });
    expect(heard.takenFor).toEqual(heard.meant);
  });

  it('goes by the refusal where both are said', () => {
    const heard = hear('どこで番号を知ったんですか警察に通報しますよ');

    expect(heard).toMatchObject({ remark: null, meant: { intent: 'do_not_call' } });
  });

  it('hears no remark in words that the recognition doubts, unless the class of the whole says the same', () => {
    const question = hear('これ録音されてますか', { confidence: 0.1 });
    const offer = hear('少しお待ちいただけますか', { confidence: 0.1 });

    expect(question).toMatchObject({ remark: null, meant: { intent: 'unknown' } });
    expect(offer).toMatchObject({ remark: 'offers-to-wait', meant: { intent: 'transfer_hold' } });
  });

  it('hears no remark in the corpus that counts as anything but what the corpus says', {
    timeout: 120_000,
  }, () => {
    const contradictions = readCorpus().filter(({ text, stage, intent }) => {
      const { remark } = hear(text, { stage });
      return remark !== null && INTENT_OF_REMARK[remark] !== intent;
    });

    expect(contradictions.map(({ text }) => text)).toEqual([]);
  });
});
