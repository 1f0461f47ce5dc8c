import { describe, expect, it } from 'vitest';
import { stageOf } from '../../../../backend/conversation/conversation-state.ts';
import { talk } from '../../../support/conversation.ts';

const greeting = 'はい山田商事でございます';
const asked = [greeting, '担当は私ですが'];
const offered = [greeting, 'AIですか'];

describe('after a request for time', () => {
  it.each(['ふーん', 'なるほどねえ', 'はあ', 'そうですか', 'へえ'])(
    'a noise like 「%s」 is asked once more, in other words',
    (noise) => {
      const { results, last } = talk([...asked, noise]);

      expect(last.act.type).toBe('listen');
      expect(last.say?.text).toContain('よろしいでしょうか');
      expect(last.say?.text).not.toBe(results.at(-2)?.say?.text);
    },
  );

  it('a second noise prepares a human, and is asked differently', () => {
    const { results, last } = talk([...asked, 'なるほどねえ', 'はあ']);

    expect(last.act).toMatchObject({ type: 'prepare' });
    expect(last.say?.text).not.toBe(results.at(-2)?.say?.text);
  });

  it('a third noise closes the question, and promises nothing', () => {
    const { last } = talk([...asked, 'ふーん', 'はあ', 'へえ']);

    expect(last.act).toMatchObject({ type: 'end', result: 'follow_up', nextAction: { kind: 'none' } });
  });

  it.each(['はい', 'ええどうぞ', 'いいですよ', '構いませんよ'])('「%s」 after a noise connects', (yes) => {
    expect(talk([...asked, 'ふーん', yes]).last.act.type).toBe('connect');
  });

  it('a question is answered, and consent asked again', () => {
    const { last } = talk([...asked, 'どこで番号を知ったんですか']);

    expect(last.say?.text).toContain('お客様リスト');
    expect(last.say?.text).toContain('よろしいでしょうか');
    expect(last.act.type).toBe('listen');
  });

  it.each(['うーん', 'ごにょごにょぺらぺら'])('「%s」 is asked again, too', (said) => {
    expect(talk([...asked, said]).last.say?.text).toContain('よろしいでしょうか');
  });

  it('a name is no consent', () => {
    const { last } = talk([...asked, '私が担当の山田です']);

    expect(last.act.type).toBe('listen');
    expect(last.say?.text).toContain('よろしいでしょうか');
  });

  it.each(['いいえ', 'いや', 'だからいいえって'])('「%s」 is a No, and blocks nothing', (no) => {
    const { last } = talk([...asked, no]);

    expect(last.act).toMatchObject({ type: 'end', result: 'follow_up', nextAction: { kind: 'none' } });
  });

  it('silence repeats the question, so that a 「はい」 agrees to it', () => {
    const { results, last } = talk([...asked, null, 'はい']);

    expect(results.at(-2)?.say?.text).toMatch(/聞こえておりますでしょうか。.*よろしいでしょうか。$/);
    expect(last.act.type).toBe('connect');
  });
});

describe('after the offer of a human instead of the machine', () => {
  it('noises are asked once more, then prepare a human, and then we ask to be put through', () => {
    const { results, last } = talk([...offered, 'ふーん', 'へえ', 'はあ']);

    expect(results.slice(2).map(({ act }) => act.type)).toEqual(['listen', 'prepare', 'listen']);
    expect(last.say?.text).toContain('お取り次ぎ');
    expect(last.state.question).toBe('put-through');
  });

  it.each([
    'いえこのままで大丈夫です',
    '大丈夫です',
    'そのままで大丈夫です',
    'いや代わらなくていいです',
    '代わらなくて結構です',
    '人に代わらなくても大丈夫ですよ',
    'いえ結構です',
    'いいえ結構です',
  ])('「%s」 refuses a human, and nothing else', (said) => {
    const { last } = talk([...offered, said]);

    expect(last.act.type).toBe('listen');
    expect(last.say?.text).toContain('お取り次ぎ');
  });

  it('a question is answered, and the offer made again', () => {
    const { last } = talk([...offered, 'どちら様ですか']);

    expect(last.say?.text).toContain('お代わりいたしましょうか');
    expect(last.state.question).toBe('human-instead');
  });

  it('「はいお願いします」 connects', () => {
    expect(talk([...offered, 'はいお願いします']).last.act.type).toBe('connect');
  });
});

describe('a hold and its end in one breath', () => {
  const inOneBreath = '少々お待ちくださいお電話代わりました山田です';

  it('connects whoever was fetched', () => {
    const { last } = talk([greeting, inOneBreath]);

    expect(last.act).toEqual({ type: 'connect', reason: 'person-on-line' });
    expect(last.say?.text).toContain('株式会社あかり');
  });

  it('is introduced to first where nothing was said yet', () => {
    const { last } = talk([inOneBreath]);

    expect(last.say?.text).toContain('株式会社あかりの佐藤と申します');
    expect(stageOf(last.state)).toBe('person');
  });
});
