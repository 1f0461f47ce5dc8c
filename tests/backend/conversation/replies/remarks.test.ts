import { describe, expect, it } from 'vitest';
import type { ResultReason } from '../../../../backend/contract/vocabulary.ts';
import { summarise } from '../../../../backend/conversation/brief.ts';
import { stageOf } from '../../../../backend/conversation/conversation-state.ts';
import { secondsLater, talk, turnSettings } from '../../../support/conversation.ts';

const greeting = 'はい山田商事でございます';
const onHold = [greeting, '少々お待ちください'];

describe('a question of its own', () => {
  it.each([
    ['どこで番号を知ったんですか', 'お客様リストに登録されている'],
    ['これ録音されてますか', 'いえ、録音はしておりません'],
    ['そちらの電話番号は', '050-1234-5678'],
    ['会社名とご用件をお願いします', '株式会社あかりの佐藤'],
    ['会社名とご用件をお願いします', '来客の受付'],
    ['それって個人情報ですよね', '今後は控えさせていただきます'],
    ['漢字はどう書くんですか', '担当者から改めてお伝えいたします'],
  ])('「%s」 is answered with 「…%s…」, and what is open is asked again', (question, part) => {
    const { last } = talk([greeting, question]);

    expect(last.say?.text).toContain(part);
    expect(last.say?.text).toMatch(/(でしょうか|ますか)。$/);
    expect(last.act.type).toBe('listen');
  });

  it('is told honestly that the call is recorded where it is', () => {
    const { last } = talk([greeting, 'この電話録音してるんですか'], { ...turnSettings, recorded: true });

    expect(last.say?.text).toContain('はい、このお電話は録音しております');
  });

  it('is answered during a hold, which goes on', () => {
    const { last } = talk([...onHold, 'お名前とご用件をもう一度お願いします']);

    expect(last.say?.text).toContain('株式会社あかり');
    expect(last.act.type).toBe('hold');
  });

  it('is answered in the same breath as the opening', () => {
    const { last } = talk(['どこで番号を知ったんですか']);

    expect(last.say?.text).toMatch(/お客様リスト.*株式会社あかりの佐藤と申します/);
  });

  it('for our number, in order to call us, ends in their call and not in ours', () => {
    const { results, last } = talk([greeting, '折り返しますのでお電話番号をお願いします', null]);

    expect(results[1]?.say?.text).toMatch(/050-1234-5678でございます。$/);
    expect(last.say?.text).toContain('ご連絡をお待ちしております');
    expect(last.act).toMatchObject({ type: 'end', result: 'follow_up', nextAction: { kind: 'none' } });
  });

  it('is in the brief for the human', () => {
    const { last } = talk([greeting, 'どこで番号を知ったんですか']);

    expect(summarise(last.state)).toContain('番号の入手元を聞かれた');
  });

  it.each<[said: string, reason: ResultReason]>([
    ['どこで番号を知ったんですかもう電話しないでください', 'do-not-call'],
    ['どこで番号を知ったんですか警察に通報しますよ', 'do-not-call'],
    ['どこで番号を知ったんですか着信拒否します', 'do-not-call'],
    ['どこで番号を知ったの電話してくるな', 'do-not-call'],
    ['どこで番号を知ったんですか電話は控えてください', 'do-not-call'],
    ['どこで番号調べたか知らんけどもうかけんといてくれるか', 'do-not-call'],
    ['何分くらいですか勘弁してください', 'rejection'],
  ])('is not answered where they refuse: 「%s」', (said, reason) => {
    expect(talk([greeting, said]).last.act).toMatchObject({ type: 'end', result: 'rejected', reason });
    expect(talk([...onHold, said]).last.act).toMatchObject({ type: 'end', result: 'rejected', reason });
  });

  it('does not make the next thing that is not understood the second in a row', () => {
    const { last } = talk([greeting, 'どこで番号を知ったんですか', 'きのこのやつ']);

    expect(last.act.type).toBe('listen');
  });

  it('is not answered during a hold where the words were heard poorly', () => {
    const poorly = { type: 'speech', text: 'これ録音されてますか', confidence: 0.1 } as const;
    const { last } = talk([...onHold, { ...poorly, at: secondsLater(2) }]);

    expect(last.say).toBeNull();
    expect(last.act.type).toBe('hold');
  });
});

describe('a refusal', () => {
  it('is one also after somebody has left', () => {
    const { last } = talk([greeting, '鈴木は退職いたしました', '営業のお電話はお断りしております']);

    expect(last.act).toMatchObject({ type: 'end', result: 'rejected' });
  });
});

describe('a hold', () => {
  it.each([
    '五分ほどで戻りますがお待ちになりますか',
    '今電話中でしてこのままお待ちになりますか',
    'すぐ終わりそうなのでもう少しお待ちいただけますか',
  ])('goes on with a yes when they ask whether we wait: 「%s」', (said) => {
    const { last } = talk([...onHold, said]);

    expect(last.say?.text).toContain('はい、このままお待ちしております');
    expect(last.act.type).toBe('hold');
  });

  it('begins when they ask whether we wait', () => {
    const { last } = talk([greeting, '今電話中でしてこのままお待ちになりますか']);

    expect(last.say?.text).toContain('はい、このままお待ちしております');
    expect(last.act).toMatchObject({ type: 'prepare', reason: 'put-on-hold' });
    expect(stageOf(last.state)).toBe('holding');
  });

  it.each([
    '終わり次第代わります',
    '代わりの者がお話伺います',
    '私じゃなくて経理の者になりますので代わりますね',
    'お電話代わりました私じゃなくて経理の者になりますので代わりますね',
  ])('goes on with thanks while somebody else is to come: 「%s」', (said) => {
    const { last } = talk([...onHold, said]);

    expect(last.say?.text).toContain('お待ちしております');
    expect(last.act.type).toBe('hold');
  });

  it('does not answer the same for a third time in a row', () => {
    const asked = 'これ録音されてますか';
    const { results } = talk([...onHold, asked, asked, asked]);

    expect(results.slice(2).map(({ say }) => say === null)).toEqual([false, false, true]);
  });

  it('ends in their call when that is what they say', () => {
    const { last } = talk([...onHold, 'こちらから連絡すると申しております']);

    expect(last.say?.text).toContain('ご連絡をお待ちしております');
    expect(last.say?.text).not.toContain('お電話いたします');
    expect(last.act).toMatchObject({ type: 'end', result: 'follow_up', nextAction: { kind: 'none' } });
  });
});

describe('a polite no', () => {
  it.each(['機会があればこちらから連絡します', '必要になったらこちらから連絡します'])(
    'is promised no call: 「%s」',
    (said) => {
      const { last } = talk([greeting, said]);

      expect(last.say?.text).not.toMatch(/お電話いたします|ご連絡をお待ち/);
      expect(last.act).toMatchObject({
        type: 'end',
        result: 'follow_up',
        reason: 'callback',
        nextAction: { kind: 'none', at: null },
      });
    },
  );
});

describe('a person who has left', () => {
  it.each(['鈴木は退職いたしました', '鈴木はもうおりません', '担当は異動になりました'])(
    'has a successor, whom we ask for: 「%s」',
    (said) => {
      const { last } = talk([greeting, said]);

      expect(last.say?.text).toContain('今のご担当の方に');
      expect(last.act.type).toBe('listen');
    },
  );

  it('is asked after on a hold, too, which ends with it', () => {
    const { last } = talk([...onHold, 'お待たせしました鈴木は先月で退職しておりまして']);

    expect(last.say?.text).toContain('今のご担当の方に');
    expect(stageOf(last.state)).toBe('explained');
  });

  it('is put through to the successor', () => {
    const { last } = talk([greeting, '鈴木は退職いたしました', '後任の者におつなぎします']);

    expect(last.act).toMatchObject({ type: 'prepare', reason: 'put-on-hold' });
  });

  it.each([
    '鈴木はもうおりません',
    '後任は決まっておりません',
    '後任についてはわかりかねます',
    'いません',
    'ちょっとわからないですね',
    'いえお取り次ぎできません',
  ])('is asked after only once: 「%s」 ends it', (said) => {
    const { last } = talk([greeting, '鈴木は退職いたしました', said]);

    expect(last.act).toMatchObject({ type: 'end', result: 'absent' });
  });
});
