import { describe, expect, it } from 'vitest';
import type { Intent, Stage } from '../../../../backend/contract/vocabulary.ts';
import { classify } from '../../../../backend/conversation/understanding/classify.ts';

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

  it('knows the person in charge by name', () => {
    expect(classify('はい、鈴木ですが', { stage: 'opening', person: '鈴木 一郎' }).intent).toBe(
      'person_on_line',
    );
    expect(classify('鈴木は外出しております', { stage: 'opening', person: '鈴木 一郎' }).intent).toBe(
      'absent',
    );
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

  it('presses the key that leads to a person', () => {
    const menus = [
      'ご注文は一番をその他のお問い合わせは三番を押してください',
      'オペレーターにおつなぎする場合は0を押してください',
      'お客様番号を入力してください',
    ].map((text) => classify(text, anybody));

    expect(menus).toMatchObject([
      { intent: 'machine', kind: { type: 'ivr', key: '3' } },
      { intent: 'machine', kind: { type: 'ivr', key: '0' } },
      { intent: 'machine', kind: { type: 'ivr', key: null } },
    ]);
  });

  it('is unsure of what it does not know', () => {
    expect(classify('ぽぺぴ', anybody).confidence).toBeLessThan(0.5);
  });
});
