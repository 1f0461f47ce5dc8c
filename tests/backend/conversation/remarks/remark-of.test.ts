import { describe, expect, it } from 'vitest';
import type { Intent } from '../../../../backend/contract/vocabulary.ts';
import type { Remark } from '../../../../backend/conversation/remarks/remark.ts';
import { remarkOf, WORDINGS } from '../../../../backend/conversation/remarks/remark-of.ts';
import { normalise } from '../../../../backend/conversation/understanding/normalise.ts';

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
    ['なんでうちを選んでかけてきたんですか', 'number-source'],
    ['そちらの電話番号は', 'our-number'],
    ['御社の番号を教えていただけますか', 'our-number'],
    ['折り返しますのでお電話番号をお願いします', 'number-to-call-back'],
    ['ご連絡先をいただければ担当から連絡します', 'number-to-call-back'],
    ['会社名とご用件をお願いします', 'company-and-purpose'],
    ['お名前とご用件を伺ってもよろしいでしょうか', 'company-and-purpose'],
    ['それって個人情報ですよね', 'personal-data'],
    ['漢字はどう書くんですか', 'spelling'],
    ['どういう字を書くんですか', 'spelling'],
    ['何分くらいですか', 'how-long'],
    ['個人情報の取り扱いはどうなってますか', 'personal-data'],
    ['詐欺ですか', 'suspicion'],
    ['どの者におつなぎいたしましょうか', 'for-whom'],
    ['担当者のお名前はお分かりですか', 'for-whom'],
    ['総務課でよろしいですか', 'confirms-whom'],
    ['総務という部署はございませんが', 'no-such-department'],
    ['総務部は別の番号になります', 'no-such-department'],
    ['大晦日に', 'names-time'],
  ])('hears the question in 「%s」', (said, remark) => {
    expect(remarkOf(normalise(said), 'unknown')).toBe(remark);
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
    ['鈴木はもうおりません', 'absent', 'person-gone'],
    ['担当は異動になりました', 'wrong_number', 'person-gone'],
    ['担当が変わりまして今は佐藤が担当しております', 'person_on_line', 'person-gone'],
    ['前任の鈴木は先月退社いたしました', 'absent', 'person-gone'],
    ['後任についてはわかりかねます', 'unknown', 'no-successor'],
  ])('hears what is told in 「%s」', (said, takenFor, remark) => {
    expect(remarkOf(normalise(said), takenFor)).toBe(remark);
  });

  it.each<[said: string, takenFor: Intent]>([
    ['録音された声ですか', 'ai_inquiry'],
    ['本日はもうおりません', 'absent'],
    ['先ほど出てしまいましてもうおりません', 'absent'],
    ['のちほどこちらから連絡いたします', 'callback'],
    ['お電話代わりました山田です', 'person_on_line'],
    ['折り返しでよろしいですか', 'callback'],
    ['どちらにおかけですか', 'company_inquiry'],
    ['誰に代わるんですか', 'unknown'],
    ['総務という部署はないんですけどそういうことは私が見てます', 'person_on_line'],
    ['私がお話を伺います', 'person_on_line'],
    ['もう少々お待ちください', 'transfer_hold'],
    ['どちら様でしょうか', 'company_inquiry'],
    ['その番号の者は退職しております', 'wrong_number'],
    ['退職したとかではなくてそういう者はおりません', 'wrong_number'],
    ['前の者は異動になりまして今は私が担当しております', 'person_on_line'],
    ['そういうのは本社で一括なんでうちでは何とも', 'unknown'],
    ['ありがたいお話なんですけどうちは', 'unknown'],
    ['ええそうなんですようちもそうです', 'acknowledgement'],
    ['はいお名前とご用件はわかりました', 'acknowledgement'],
    ['今ならいいよ何分かかる', 'interested'],
  ])('hears nothing in particular in 「%s」', (said, takenFor) => {
    expect(remarkOf(normalise(said), takenFor)).toBeNull();
  });

  it.each<[said: string, takenFor: Intent]>([
    ['どこで番号を知ったんですか', 'do_not_call'],
    ['必要になったらこちらから連絡します', 'rejection'],
    ['鈴木は退職いたしました', 'rejection'],
    ['この通話は録音されていますか', 'machine'],
  ])('leaves a refusal and a recorded voice what they are: 「%s」 taken for %s', (said, takenFor) => {
    expect(remarkOf(normalise(said), takenFor)).toBeNull();
  });
});

describe('the wordings', () => {
  const phrases = WORDINGS.flatMap((wording) => wording.phrases.map((phrase) => ({ ...wording, ...phrase })));

  it.each(phrases)('of $remark: 「$example」', ({ remark, says, example, takenFor = ['unknown'] }) => {
    const words = normalise(example);

    expect(words).toMatch(says);
    expect(takenFor.map((intent) => remarkOf(words, intent))).toContain(remark);
  });
});
