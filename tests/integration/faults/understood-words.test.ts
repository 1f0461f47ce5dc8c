import { describe, expect, it } from 'vitest';
import { callIdSchema } from '../../../backend/contract/ids.ts';
import type { HeldCalls } from './held-calls.ts';
import { missingWords } from './understood-words.ts';

const id = callIdSchema.parse('call_00000000000000000001');

function told(
  by: 'gather' | 'transcription',
  text: string,
  number: string,
  tracks = '',
): HeldCalls['told'][number] {
  const url = `https://app.test/${by}?callId=${id}&round=${number}${tracks}`;
  return { by, url, number, text, at: '2026-06-01T00:00:00.000Z' };
}

function turn(text: string): HeldCalls['turns'][number] {
  const at = new Date('2026-06-01T00:00:00.000Z');
  return {
    callId: id,
    number: 1,
    speaker: 'customer',
    agentId: null,
    text,
    confidence: null,
    intent: null,
    stage: null,
    at,
  };
}

function missing(words: HeldCalls['told'], turns: HeldCalls['turns']): readonly string[] {
  return missingWords({ id }, { told: words, turns });
}

describe('missingWords', () => {
  it('finds a sentence that was understood and is in no turn', () => {
    const words = [told('gather', '担当は外出しております。', '1'), told('gather', 'はい。', '2')];

    expect(missing(words, [turn('はい。')])).toHaveLength(1);
  });

  it('finds one that was understood more often than it is stored', () => {
    const words = [told('gather', 'もしもし。', '1'), told('gather', 'もしもし。', '2')];

    expect(missing(words, [turn('もしもし。')])).toHaveLength(1);
    expect(missing(words, [turn('もしもし。'), turn('もしもし。')])).toEqual([]);
  });

  it('counts once what was told twice at one address, and what both understood', () => {
    const words = [
      told('gather', 'はい、もしもし。', '1'),
      told('gather', 'はい、もしもし。', '1'),
      told('transcription', 'はい、もしもし。', '7', '&tracks=both'),
    ];

    expect(missing(words, [turn('はい もしもし')])).toEqual([]);
  });

  it('asks for what the transcription of the talk with a human heard, and for no more of the one beside the AI', () => {
    const besideTheAi = told('transcription', '保留中ですか。', '1', '&tracks=customer');
    const ofTheTalk = told('transcription', '料金はいくらですか。', '2', '&tracks=both');

    expect(missing([besideTheAi, ofTheTalk], [])).toHaveLength(1);
  });
});
