import type { Wording } from './wording.ts';

const IF =
  '(?:あれば|あった|ありましたら|なれば|なった|なりましたら|出れば|出た|来れば|来たら|際|場合|時|とき)';
/** 「機械」 is what normalisation makes of 「機会」. */
const SOME_DAY = `(?:機[会械]|必要|何か|ご縁|ご用|用|興味|気|検討|入り用|関心|タイミング|時期|こと).{0,8}${IF}`;
const FROM_US = '(?:こちら|うち|弊社|当社|私|自分)(?:の?方)?(?:から|より)';

export const STATEMENT_WORDINGS: readonly Wording[] = [
  {
    remark: 'may-call',
    says: new RegExp(
      `${SOME_DAY}.{0,10}(?:${FROM_US}|ご?連絡(?:し|いた|させ|差し)|お?電話(?:し|いた|させ|差し))|(?:その|そういう)(?:際|時|とき).{0,10}${FROM_US}`,
    ),
    unless: /(電話|連絡)(を)?(ください|いただけ|もらえ|お待ち)/,
    takenFor: [
      'callback',
      'closing',
      'unknown',
      'interested',
      'acknowledgement',
      'rejection',
      'website_redirect',
      'busy',
      'absent',
    ],
  },
  {
    remark: 'no-successor',
    says: /後任.{0,14}(お?答え|決ま|わか(り|ら)|おりません|いません|いない|不明|未定|お教え|お伝え|でき)/,
    unless: /つな|代わ|決まりまし|お待ち/,
  },
  {
    remark: 'keeps-machine',
    says: /(このまま|機械|ai|自動音声)で(も)?(いい|大丈夫|構い|かまい|問題)/,
    unless: /待/,
    takenFor: ['rejection', 'acknowledgement', 'unknown', 'person_on_line'],
  },
  {
    // 「退社」 alone means that somebody has gone home.
    remark: 'person-gone',
    says: /(先月|昨年|去年|先週|年前|だいぶ前|[\d一二三四五六七八九十]月(末|いっぱい)?(で|に)).{0,6}退社|担当(者)?(が|は)代わりまして/,
  },
  {
    remark: 'person-gone',
    says: /退職|辞め(まし|ており|た(ん|の)|ちゃ)|異動|転勤|転属|定年|もう在籍|もう((こちら|弊社|当社|うち|会社)に?)?は?(おりません|いません|いない(ん|の))|担当(では|から).{0,4}(なくな|外れ)|亡くな/,
    // Who is away only today has not left, and a number that is nobody's any more is another matter.
    unless:
      /今日|本日|今は|ただいま|先ほど|さっき|帰|出て|出か|退社|席|外出|会議|休み|時|番号|(その|前の)会社/,
    takenFor: [
      'absent',
      'wrong_number',
      'rejection',
      'unknown',
      'person_on_line',
      'callback',
      'acknowledgement',
    ],
  },
  {
    remark: 'offers-to-wait',
    says: /お待ち(になり|になられ|いただけ|いただき|でき|してもらえ|になれ)ま(す|せん)(でしょう)?か|待たれますか|待って(いただけ|もらえ)ますか|(このまま|少し)お?待(ち|た).{0,8}か$|待ちますか/,
    unless: /折り返|かけ直|発信音|番を押/,
  },
  {
    remark: 'passes-on',
    says: /(終わり|戻り|済み|空き|でき|切れ)次第.{0,10}(代わ|つな|出ま|回し)|代わりの(者|もの|人間|担当).{0,12}(伺|承|対応|お話|出ま|まいり)|(別|他|ほか)の(者|もの|担当).{0,6}(代わり|つなぎ|伺|承)|代わり(ます|いたします)(ね|ので|から|けど|が)?(少々お待ちください)?$/,
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
