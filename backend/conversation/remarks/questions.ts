import type { RemarkWording } from './wording.ts';

/** What they know of the other side: the number that was called, and whose it is. */
const US = '(?:うち|弊社|当社|この番号)';
const THEIR_NUMBER =
  '(?:電話番号|番号|連絡先|(?:うち|弊社|当社|会社|私)のこと|(?:うち|弊社|当社)を|担当者?の名前|私の名前|情報|リスト)';
const WHENCE = '(?:どこ|どちら|どう|何|誰|なんで|なぜ|どんな経緯|どういう経緯)';
const LEARNED = '(?:知|調べ|入手|手に入|聞|見|わか|お持ち|持って|教わ|出て)';
const OUR = '(?:そちら|御社|お宅|おたく|あなた|そっち|貴社)';
const NUMBER = '(?:お?電話番号|番号|お?電話|ご?連絡先|折り返し先)';
const ASKED_FOR = '(?:教えて|伺|お聞|いただ|お願い|何番|よろしい|いい|ください|は$|か$)';
const POLITENESS = '(?:はい|では|じゃあ|一応|念のため|すみません|すみませんが|恐れ入りますが|あと)*';
/** 「から」 is who calls. */
const CALL_US = '(?:折り?返|かけ直|から.{0,10}(?:連絡|電話)(?:いた|し|させ|差))';

const NO_NUMBER_OF_OURS = /間違|メール|ホームページ|(お伝え|申し上げ|言い)ます/;

export const QUESTION_WORDINGS: readonly RemarkWording[] = [
  {
    remark: 'suspicion',
    phrases: [
      {
        says: /(詐欺|怪し|あやし|不審|悪徳|悪質).{0,14}(か|よね|の|でしょう|じゃない)$/,
        example: '怪しい電話じゃないですよね',
      },
    ],
    unless: /自動音声|機械|ロボット|ai/,
  },
  {
    remark: 'personal-data',
    phrases: [
      {
        says: /(個人情報|プライバシー).{0,14}(か|よね|ね|の|じゃない|けど|でしょう?|が)$/,
        example: 'それって個人情報ですよね',
      },
    ],
    unless: /窓口は|番を押|関係で/,
  },
  {
    remark: 'number-source',
    phrases: [
      {
        says: new RegExp(`${WHENCE}.{0,8}${THEIR_NUMBER}.{0,12}${LEARNED}`),
        example: 'どこで番号を知ったんですか',
      },
      {
        says: new RegExp(`${THEIR_NUMBER}.{0,8}${WHENCE}.{0,8}${LEARNED}`),
        example: 'この番号どうやって調べました',
      },
      {
        says: new RegExp(`${THEIR_NUMBER}.{0,8}(?:どこ|どちら|誰)(?:から|で)(?:$|です)`),
        example: 'うちの電話番号はどこから',
      },
      {
        says: /(名簿|電話帳|リスト).{0,8}(見|載って|調べ|買).{0,8}(か|の)$/,
        example: '名簿か何かで見たんですか',
      },
      {
        // 「そうなんです」 and 「お話なんですけど」 ask nothing.
        says: new RegExp(
          `(?:なんで(?!す)|なぜ|どうして)${US}.{0,8}(?:選|かけ|電話|知|わか|ご存知).{0,12}(?:か|の)$`,
        ),
        example: 'なんでうちを選んでかけてきたんですか',
      },
    ],
    unless: /聞きして|聞かせ|教えて(くだ|いた|もら)|^そちら|御社/,
  },
  {
    remark: 'recording',
    phrases: [
      {
        says: /(録音|録画|記録)(は|を|も|って|とか)?(し|さ|中|残|取|と).{0,10}(か|の|よね|ね|る)$/,
        example: 'この電話録音してるんですか',
      },
      { says: /録って.{0,8}(か|の|よね|ね|る)$/, example: 'これ録ってますか' },
      { says: /録音(は|を)?(しない|困)/, example: '録音はしないでください' },
    ],
    unless: /録音(が流|を流|を?再生|された(声|もの|音))|録音(しても|させて|して(い|お)いい)/,
  },
  {
    remark: 'number-to-call-back',
    phrases: [
      {
        says: new RegExp(`${CALL_US}.{0,14}(?:番号|連絡先).{0,14}${ASKED_FOR}`),
        example: '折り返しますのでお電話番号をお願いします',
      },
      {
        says: new RegExp(`${NUMBER}(?:を|だけ)?いただ(?:けれ|い(?:て|た)).{0,12}${CALL_US}`),
        example: 'お電話番号いただければ折り返します',
      },
      {
        says: new RegExp(`${NUMBER}に(?:折り?返|かけ直)`),
        example: 'そちらの番号に折り返せばよろしいですか',
      },
      {
        says: new RegExp(
          `^${POLITENESS}折り返し先(?:の(?:お?電話)?番号)?(?:を|は|も)?(?:教えて|伺|お聞|お願い|$)`,
        ),
        example: '折り返し先のお電話番号を教えてください',
      },
    ],
    unless: NO_NUMBER_OF_OURS,
  },
  {
    remark: 'our-number',
    phrases: [
      { says: new RegExp(`${OUR}の?${NUMBER}.{0,14}${ASKED_FOR}`), example: 'そちらの電話番号は' },
      {
        says: new RegExp(
          `^${POLITENESS}(?:お?電話番号|ご?連絡先)(?:を|は|も)?(?:(?:教えて|伺|お聞|お願い|いただけ|何番|よろしい).*)?$`,
        ),
        example: 'お電話番号をお願いします',
      },
    ],
    unless: NO_NUMBER_OF_OURS,
  },
  {
    remark: 'company-and-purpose',
    phrases: [
      {
        says: /(社名|会社名|会社のお?名前|お名前|御社|どちら様?|どこの).{0,8}(と|で|および|及び|あと).{0,6}(ご?用件|ご?用向き|内容|要旨|どのような|どういった|どんな|何の)/,
        example: '会社名とご用件をお願いします',
      },
    ],
    unless: /(伺い|承り|わかり|聞き)ました/,
  },
  {
    remark: 'spelling',
    phrases: [
      {
        says: /(漢字|表記|スペル|綴り|つづり).{0,6}(どう|何|どの|どんな|どうやって|は$|教えて|伺|お願い|ですか)/,
        example: '会社名の漢字を教えていただけますか',
      },
      {
        says: /(どう|何と|どの|どんな).{0,4}(書く|書き(ます|方)|漢字|字を?|綴)/,
        example: 'どういう字を書くんですか',
      },
    ],
    unless: /聞こえ|字幕|数字|書類/,
  },
  {
    remark: 'how-long',
    phrases: [
      { says: /何分(くらい|ぐらい|ほど|間)?(です|でしょう|かか|の?お?話)/, example: '何分くらいですか' },
      { says: /お?時間(は|って)?(どの|どれ|何分)/, example: 'お時間はどれくらいでしょうか' },
      { says: /(どの|どれ)(くらい|ぐらい|ほど)のお?時間/, example: 'どのくらいの時間がかかりますか' },
    ],
    unless: /お?待ち|戻|いいよ/,
  },
];
