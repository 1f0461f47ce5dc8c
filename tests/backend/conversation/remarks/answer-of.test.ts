import { describe, expect, it } from 'vitest';
import { answerOf } from '../../../../backend/conversation/remarks/answer-of.ts';
import { normalise } from '../../../../backend/conversation/understanding/normalise.ts';

describe('answerOf', () => {
  it.each(['いません', 'ちょっとわからないですね', '決まっておりません'])(
    'hears that nobody has the place in 「%s」',
    (said) => {
      expect(answerOf('successor', normalise(said), 'unknown')).toBe('no-successor');
    },
  );

  it.each(['いえお取り次ぎできません', '後任についてはわかりかねます', 'お答えできません'])(
    'hears no refusal of our calls in 「%s」, even if it sounds like one',
    (said) => {
      expect(answerOf('successor', normalise(said), 'rejection')).toBe('no-successor');
    },
  );

  it.each(['必要ありません', '営業の電話はお取り次ぎできません', 'いません営業はお断りしています'])(
    'hears more than an answer in 「%s」',
    (said) => {
      expect(answerOf('successor', normalise(said), 'rejection')).toBeNull();
    },
  );

  it.each(['大丈夫です', 'いえ大丈夫です', 'いえこのままで大丈夫です', 'AIで構いません'])(
    'hears that the machine will do in 「%s」',
    (said) => {
      expect(answerOf('human-instead', normalise(said), 'rejection')).toBe('keeps-machine');
    },
  );

  it('hears a refusal in what says more than that', () => {
    expect(answerOf('human-instead', normalise('大丈夫です営業はお断りです'), 'rejection')).toBeNull();
    expect(answerOf('put-through', normalise('大丈夫です'), 'rejection')).toBeNull();
  });
});
