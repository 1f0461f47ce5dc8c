import { describe, expect, it } from 'vitest';
import type { Stage } from '../../../../backend/contract/vocabulary.ts';
import { initialState } from '../../../../backend/conversation/conversation-state.ts';
import { turn } from '../../../../backend/conversation/turn.ts';
import { classify } from '../../../../backend/conversation/understanding/classify.ts';
import { understand } from '../../../../backend/conversation/understanding/understand.ts';
import { TUESDAY_MORNING, turnSettings } from '../../../support/conversation.ts';

/** The intent that the policy goes by. */
function meant(text: string, stage: Stage): string {
  return understand(classify(text, { stage, person: null }), 0).intent;
}

/** Every part of a sentence, as it is heard by who begins to listen late or stops early. */
function partsOf(sentence: string): readonly string[] {
  const letters = [...sentence];
  return letters.flatMap((_, from) =>
    letters.slice(from).map((__, length) => letters.slice(from, from + length + 1).join('')),
  );
}

const ends = ['closing', 'rejection', 'do_not_call', 'wrong_number'];

describe('words that are heard in part', () => {
  it.each([
    'お電話ありがとうございます',
    'お電話ありがとうございます、桜商事でございます',
    'はい、お電話ありがとうございます、桜商事の鈴木が承ります',
    'お待たせいたしました、桜商事です',
    'いつもお世話になっております',
  ])('end no call at its opening, whatever part of 「%s」 they are', (greeting) => {
    const taken = partsOf(greeting).filter((part) => ends.includes(meant(part, 'opening')));

    expect(taken).toEqual([]);
  });

  it.each(['話ありがと', 'りがとうございま', '電話あり', 'お電話ありがとうござ'])(
    'end no call where the opening is said again, either: 「%s」',
    (part) => {
      expect(meant(part, 'explained')).toBe('acknowledgement');
    },
  );

  it.each([
    ['失礼します', 'opening', 'closing'],
    ['もしもし、切りますね', 'opening', 'closing'],
    ['お電話ありがとうございます、聞こえないようですので失礼いたします', 'opening', 'closing'],
    ['ありがとう', 'explained', 'closing'],
    ['お電話ありがとうございました', 'explained', 'closing'],
    ['営業はお断りしております', 'opening', 'rejection'],
    ['番号をお間違えじゃないですか', 'opening', 'wrong_number'],
  ] as const)('leave 「%s」 in %s a %s', (text, stage, intent) => {
    expect(meant(text, stage)).toBe(intent);
  });

  it('are followed by the opening, and not by a good-bye', () => {
    const input = { type: 'speech', text: '話ありがと', confidence: 0.9, at: TUESDAY_MORNING } as const;

    const { act, state } = turn(initialState(), input, turnSettings);

    expect(act.type).toBe('listen');
    expect(state.introduced).toBe(true);
  });
});

describe('a hold that is cut short by the end of listening', () => {
  const stages = ['opening', 'explained', 'holding', 'person'] as const;

  it.each([
    '少々',
    '少々お',
    '少々お待ち',
    'はい、少々お待ち',
    'しょうしょうお待',
    '少しお待ち',
    'ちょっと待',
    'お待ちくだ',
    '担当に代わりま',
    '担当に代わりますので少々お',
    '確認いたしますので',
  ])('is a hold all the same, wherever the call stands: 「%s」', (part) => {
    const taken = stages.map((stage) => meant(part, stage));

    expect(taken).toEqual(stages.map(() => 'transfer_hold'));
  });
});
