import type { RemarkWording } from './wording.ts';

const IF =
  '(?:あれば|あった|だったら|でしたら|ありましたら|なれば|なった|なりましたら|出れば|出た|来れば|来たら|際|場合|時|とき)';
/** 「機械」 is what normalisation makes of 「機会」. */
const SOME_DAY = `(?:機[会械]|必要|何か|ご縁|ご用|用|興味|気|検討|入り用|関心|タイミング|時期|こと).{0,8}${IF}`;
const FROM_US = '(?:こちら|こっち|うち|弊社|当社|私|自分)(?:の?方)?(?:から|より)';

const COUNT = '[0-9一二三四五六七八九十数]+';

export const STATEMENT_WORDINGS: readonly RemarkWording[] = [
  {
    remark: 'names-time',
    phrases: [
      {
        says: new RegExp(
          `^(?:はい|では|じゃあ)*${COUNT}(?:日|週間|時間|分|[かヶカケ]月)後(?:に|で|くらい|ぐらい|なら)*$`,
        ),
        example: '三日後',
      },
      {
        says: /^(はい|では|じゃあ)*(正午|大晦日|お?昼前|お?昼過ぎ|月末|年明け)(に|で|なら)?$/,
        example: '正午に',
      },
    ],
    takenFor: [
      'unknown',
      'callback',
      'absent',
      'acknowledgement',
      'busy',
      'clarification',
      'language_inquiry',
    ],
  },
  {
    remark: 'may-call',
    phrases: [
      { says: new RegExp(`${SOME_DAY}.{0,10}${FROM_US}`), example: '必要になったらこちらから連絡します' },
      {
        says: new RegExp(`${SOME_DAY}.{0,10}(?:ご?連絡|お?電話)(?:し|す|いた|させ|差し)`),
        example: '何かありましたらお電話いたします',
      },
      {
        says: new RegExp(`(?:その|そういう)(?:際|時|とき).{0,10}${FROM_US}`),
        example: 'その時はこちらからかけます',
      },
    ],
    unless: /(電話|連絡)(を)?(ください|いただけ|もらえ|お待ち)/,
    takenFor: ['callback', 'closing', 'unknown', 'interested', 'acknowledgement', 'busy', 'absent'],
  },
  {
    remark: 'no-successor',
    phrases: [
      { says: /後任.{0,14}(決ま|未定|不明)/, example: '後任は決まっておりません' },
      { says: /後任.{0,14}(おりません|いません|いない)/, example: '後任の者はまだおりません' },
      { says: /後任.{0,14}わか(り|ら)/, example: '後任についてはわかりかねます' },
      { says: /後任.{0,14}お?(答え|教え|伝え)/, example: '後任についてはお答えできないんです' },
    ],
    unless: /つな|代わ|決まりまし|お待ち/,
  },
  {
    // 「退社」 alone means that somebody has gone home.
    remark: 'person-gone',
    phrases: [
      {
        says: /(先月|昨年|去年|先週|年前|だいぶ前|[\d一二三四五六七八九十]月(末|いっぱい)?(で|に)).{0,6}退社/,
        example: '前任の鈴木は先月退社いたしました',
      },
      { says: /担当(者)?(が|は)代わりまして/, example: '担当が変わりまして今は佐藤が担当しております' },
    ],
    unless: /(私|僕)(が|に|で)/,
  },
  {
    remark: 'person-gone',
    phrases: [
      { says: /退職|辞め(まし|ており|た(ん|の)|ちゃ)|定年/, example: '鈴木は退職いたしました' },
      { says: /異動|転勤|転属/, example: '担当は異動になりました' },
      {
        says: /もう在籍|もう((こちら|弊社|当社|うち|会社)に?)?は?(おりません|いません|いない(ん|の))/,
        example: '鈴木はもうおりません',
      },
      { says: /担当(では|から).{0,4}(なくな|外れ)/, example: '鈴木は担当から外れまして' },
      { says: /亡くな/, example: '鈴木は昨年亡くなりました' },
    ],
    // Who is away only today has not left; whoever took the place speaks; and a name that is nobody's is another matter.
    unless:
      /今日|本日|今は(?!もう)|ただいま|先ほど|さっき|帰|出て|出か|退社|席|外出|会議|休み|時|番号|(その|前の)会社|(とか)?ではなく|(私|僕)(が|に|で)/,
    takenFor: ['absent', 'wrong_number', 'unknown', 'person_on_line', 'callback', 'acknowledgement'],
  },
  {
    remark: 'offers-to-wait',
    phrases: [
      {
        says: /お待ち(になり|になられ|いただけ|いただき|でき|してもらえ|になれ)ま(す|せん)(でしょう)?か/,
        example: '五分ほどで戻りますがお待ちになりますか',
      },
      { says: /待たれますか|待ちますか/, example: 'すぐ終わりますけど待たれますか' },
      { says: /待って(いただけ|もらえ)ますか/, example: '少しだけ待ってもらえますか' },
      { says: /(このまま|少し)お?待(ち|た).{0,8}か$/, example: 'このままお待ちでよろしいですか' },
    ],
    unless: /折り返|かけ直|発信音|番を押/,
  },
  {
    remark: 'passes-on',
    phrases: [
      {
        says: /(終わり|戻り|済み|空き|でき|切れ)次第.{0,10}(代わ|つな|出ま|回し)/,
        example: '終わり次第代わります',
      },
      {
        says: /代わりの(者|もの|人間|担当).{0,12}(伺|承|対応|お話|出ま|まいり)/,
        example: '代わりの者がお話伺います',
      },
      { says: /(別|他|ほか)の(者|もの|担当).{0,6}(代わり|つなぎ|伺|承)/, example: '別の者におつなぎします' },
      {
        says: /(?<!話は)代わり(ます|いたします)(ね|ので|から|けど|が)?(少々お待ちください)?$/,
        example: '経理の者に代わりますね',
      },
    ],
    unless: /折り返|かけ直|(私|僕|自分)(が|に)(代わ|お?話)/,
    takenFor: [
      'transfer_hold',
      'person_on_line',
      'absent',
      'unknown',
      'acknowledgement',
      'interested',
      'busy',
    ],
  },
];
