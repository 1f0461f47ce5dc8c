import { describe, expect, it } from 'vitest';
import type { Intent, Stage } from '../../../../backend/contract/vocabulary.ts';
import { classify } from '../../../../backend/conversation/understanding/classify.ts';
import { understand } from '../../../../backend/conversation/understanding/understand.ts';

const anybody = { stage: 'explained', person: null } as const;

describe('classify', () => {
  it.each<[text: string, intent: Intent]>([
    ['不在ではございませんがお取り次ぎはしておりません', 'rejection'],
    ['不在にしております', 'absent'],
    ['間に合っていないのでちょうど困っていました', 'interested'],
    ['間に合っております', 'rejection'],
    ['いえ結構です', 'rejection'],
    ['メールで結構ですので送ってください', 'website_redirect'],
    ['今は結構ですが来週なら聞けますのでお電話ください', 'callback'],
    ['担当に代わります', 'transfer_hold'],
    ['担当の方に代わってください', 'agent_request'],
    ['営業のお電話ですか', 'purpose_inquiry'],
    ['営業のお電話はお断りしております', 'rejection'],
    ['もう一度お願いします', 'clarification'],
    ['もう一度社名をお願いします', 'company_inquiry'],
    ['この通話は録音されています', 'machine'],
    ['これ録音ですか', 'ai_inquiry'],
  ])('lets negation and context decide: 「%s」 is %s', (text, intent) => {
    expect(classify(text, anybody).intent).toBe(intent);
  });

  it.each<[text: string, stage: Stage, intent: Intent]>([
    ['はい山田でございます', 'holding', 'person_on_line'],
    ['はい山田商事でございます', 'opening', 'acknowledgement'],
    ['今会議中なんです', 'person', 'busy'],
    ['担当は会議中です', 'explained', 'absent'],
    ['大丈夫ですよ', 'person', 'acknowledgement'],
  ])('lets the stage decide: 「%s」 in %s is %s', (text, stage, intent) => {
    expect(classify(text, { stage, person: null }).intent).toBe(intent);
  });

  it.each<[text: string, intent: Intent]>([
    ['少々お待ちくださいお電話代わりました、田中です', 'person_on_line'],
    ['担当に代わりますお電話代わりました営業の山本でございます', 'person_on_line'],
    ['少々お待ちくださいませ。お電話変わりました。すみませんうちは結構です', 'rejection'],
    ['確認しますお待ちください、お電話代わりましたが田中はあいにく外出しております', 'absent'],
  ])(
    'answers whoever speaks last when the telephone changes hands in mid-turn: 「%s」 is %s',
    (text, intent) => {
      expect(classify(text, anybody).intent).toBe(intent);
    },
  );

  it.each([
    'はい、鈴木ですが',
    'はい山田商事の鈴木でございます',
    'もしもし営業部の鈴木です',
    'お電話ありがとうございます鈴木が承ります',
    '鈴木一郎と申します',
    '鈴木ですがどういったご用件でしょう',
  ])('knows the person in charge by name: 「%s」', (text) => {
    expect(classify(text, { stage: 'opening', person: '鈴木 一郎' }).intent).toBe('person_on_line');
  });

  it.each<[text: string, intent: Intent]>([
    ['鈴木は外出しております', 'absent'],
    ['鈴木ですがただいま席を外しております', 'absent'],
    ['鈴木でございますね少々お待ちください', 'transfer_hold'],
    ['はい山田商事でございます', 'acknowledgement'],
    ['小鈴木です', 'acknowledgement'],
  ])('does not take a receptionist for the person: 「%s」', (text, intent) => {
    expect(classify(text, { stage: 'opening', person: '鈴木 一郎' }).intent).toBe(intent);
  });

  it('knows a name without a space, and letters that look different', () => {
    const spellings = [
      ['斎藤健', 'はい齋藤です'],
      ['高橋', '髙橋でございます'],
    ] as const;

    for (const [person, text] of spellings) {
      expect(classify(text, { stage: 'opening', person }).intent).toBe('person_on_line');
    }
  });

  it('reads the same words however the speech recognition wrote them', () => {
    const ways = [
      'お電話代わりました',
      'お電話変わりました',
      'お電話かわりました',
      'えーと、お電話替わりました。',
    ];

    expect(ways.map((text) => classify(text, { stage: 'holding', person: null }).intent)).toEqual(
      ways.map(() => 'person_on_line'),
    );
  });

  it('takes what it does not know for unknown', () => {
    expect(understand(classify('ぽぺぴ', anybody), 0.9).intent).toBe('unknown');
  });
});
