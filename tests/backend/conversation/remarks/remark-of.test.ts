import { describe, expect, it } from 'vitest';
import type { Intent } from '../../../../backend/contract/vocabulary.ts';
import type { Remark } from '../../../../backend/conversation/remarks/remark.ts';
import { remarkOf } from '../../../../backend/conversation/remarks/remark-of.ts';

describe('remarkOf', () => {
  it.each<[said: string, remark: Remark]>([
    ['どこで番号を知ったんですか', 'number-source'],
    ['この番号どうやって調べました', 'number-source'],
    ['うちの電話番号はどこから', 'number-source'],
    ['どうやってうちを知ったの', 'number-source'],
    ['名簿か何かで見たんですか', 'number-source'],
    ['録音はしないでください', 'recording'],
    ['なぜうちの番号をご存知なんですか', 'number-source'],
    ['これ録音されてますか', 'recording'],
    ['この電話録音してるんですか', 'recording'],
    ['録音は取っていますか', 'recording'],
    ['そちらの電話番号は', 'our-number'],
    ['御社の番号を教えていただけますか', 'our-number'],
    ['折り返しますのでお電話番号をお願いします', 'our-number'],
    ['会社名とご用件をお願いします', 'company-and-purpose'],
    ['お名前とご用件を伺ってもよろしいでしょうか', 'company-and-purpose'],
    ['それって個人情報ですよね', 'personal-data'],
    ['漢字はどう書くんですか', 'spelling'],
    ['どういう字を書くんですか', 'spelling'],
    ['何分くらいですか', 'how-long'],
    ['個人情報の取り扱いはどうなってますか', 'personal-data'],
  ])('hears the question in 「%s」', (said, remark) => {
    expect(remarkOf(said, 'unknown')).toBe(remark);
  });

  it.each<[said: string, takenFor: Intent, remark: Remark]>([
    ['五分ほどで戻りますがお待ちになりますか', 'absent', 'offers-to-wait'],
    ['今電話中でしてこのままお待ちになりますか', 'absent', 'offers-to-wait'],
    ['すぐ終わりそうなのでもう少しお待ちいただけますか', 'transfer_hold', 'offers-to-wait'],
    ['終わり次第代わります', 'transfer_hold', 'passes-on'],
    ['代わりの者がお話伺います', 'person_on_line', 'passes-on'],
    ['お電話変わりました私じゃなくて経理の者になりますので代わりますね', 'person_on_line', 'passes-on'],
    ['機会があればこちらから連絡します', 'callback', 'may-call'],
    ['何かありましたらこちらからお電話いたします', 'closing', 'may-call'],
    ['鈴木は退職いたしました', 'wrong_number', 'person-gone'],
    ['鈴木はもうおりません', 'rejection', 'person-gone'],
    ['担当は異動になりました', 'wrong_number', 'person-gone'],
    ['担当が変わりまして今は佐藤が担当しております', 'person_on_line', 'person-gone'],
    ['前任の鈴木は先月退社いたしました', 'absent', 'person-gone'],
    ['いえこのままで大丈夫です', 'rejection', 'keeps-machine'],
    ['後任についてはわかりかねます', 'unknown', 'no-successor'],
  ])('hears what is told in 「%s」', (said, takenFor, remark) => {
    expect(remarkOf(said, takenFor)).toBe(remark);
  });

  it.each<[said: string, takenFor: Intent]>([
    ['録音された声ですか', 'ai_inquiry'],
    ['本日はもうおりません', 'absent'],
    ['先ほど出てしまいましてもうおりません', 'absent'],
    ['のちほどこちらから連絡いたします', 'callback'],
    ['お電話代わりました山田です', 'person_on_line'],
    ['私がお話を伺います', 'person_on_line'],
    ['もう少々お待ちください', 'transfer_hold'],
    ['どちら様でしょうか', 'company_inquiry'],
    ['その番号の者は退職しております', 'wrong_number'],
  ])('hears nothing in particular in 「%s」', (said, takenFor) => {
    expect(remarkOf(said, takenFor)).toBeNull();
  });

  it.each<[said: string, takenFor: Intent]>([
    ['どこで番号を知ったんですかもう電話しないでください', 'do_not_call'],
    ['必要ありません必要になったらこちらから連絡します', 'rejection'],
    ['退職しましたし営業はお断りしています', 'rejection'],
    ['個人情報の関係でお取り次ぎできません', 'rejection'],
  ])('leaves a refusal what it is: 「%s」', (said, takenFor) => {
    expect(remarkOf(said, takenFor)).toBeNull();
  });

  it('hears nothing in a recorded voice, but a question in what only sounds like one', () => {
    expect(remarkOf('この通話は録音しています', 'machine')).toBeNull();
    expect(remarkOf('この通話は録音されていますか', 'machine')).toBe('recording');
  });
});
