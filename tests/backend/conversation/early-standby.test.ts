import { describe, expect, it } from 'vitest';
import type { HandoffReason } from '../../../backend/contract/handoffs.ts';
import { stableWords, standbyFromPartial } from '../../../backend/conversation/early-standby.ts';
import { secondsLater, talk, turnSettings } from '../../support/conversation.ts';

const explained = talk(['はい山田商事でございます']).last.state;

describe('standbyFromPartial', () => {
  it.each<[words: string, reason: HandoffReason]>([
    ['少々お待ちくだ', 'put-on-hold'],
    ['担当に代わりますので', 'put-on-hold'],
    ['人に代わってください', 'agent-request'],
    ['料金はいくらですか', 'interested'],
    ['私が担当ですが', 'asked-for-consent'],
  ])('asks for an agent at 「%s」', (words, reason) => {
    expect(standbyFromPartial(explained, words, turnSettings)).toMatchObject({
      reason,
      state: { standby: { is: 'asked', reason } },
    });
  });

  it.each(['はい', 'どちら様でしょうか', 'あいにく外出して', '結構です', 'ええと'])(
    'waits for more at 「%s」',
    (words) => {
      expect(standbyFromPartial(explained, words, turnSettings)).toBeNull();
    },
  );

  it('asks once', () => {
    const early = standbyFromPartial(explained, '少々お待ちください', turnSettings);
    if (early === null) throw new Error('an agent is wanted');

    expect(standbyFromPartial(early.state, '少々お待ちください', turnSettings)).toBeNull();
  });

  it('asks nobody once the call is over or on hold', () => {
    const held = talk(['はい山田商事でございます', 'お待ちください']).last.state;
    const over = talk(['はい山田商事でございます', '結構です']).last.state;

    expect(
      standbyFromPartial({ ...held, standby: { is: 'none' } }, '少々お待ちください', turnSettings),
    ).toBeNull();
    expect(standbyFromPartial(over, '少々お待ちください', turnSettings)).toBeNull();
  });

  it('is followed by the turn as if nothing had been asked before', () => {
    const early = standbyFromPartial(explained, '少々お待ちください', turnSettings);
    const { last } = talk(
      ['少々お待ちください', { type: 'notice', notice: 'standby-ready', at: secondsLater(1) }],
      turnSettings,
      early?.state,
    );

    expect(last.state).toMatchObject({ standby: { is: 'ready' }, position: { at: 'holding' } });
  });
});

describe('stableWords', () => {
  it.each([
    ['少々', '少々お待ち', '少々'],
    ['少々お持ち', '少々お待ちください', '少々お'],
    ['', 'はい', ''],
    ['少々お待ち', '少々お待ち', '少々お待ち'],
  ])('of 「%s」 and then 「%s」 are 「%s」', (before, now, stable) => {
    expect(stableWords(before, now)).toBe(stable);
  });
});
