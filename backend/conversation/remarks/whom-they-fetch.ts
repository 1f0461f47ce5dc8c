import type { RemarkWording } from './wording.ts';

const WHOM =
  '(?:どなた|どちら|誰|どこ|何[課部]|どの(?:者|部署|担当者?|課|部))(?:様|の(?:部署|課|部|者|担当者?))?';
const FETCH = '(?:お?つな|お?取り次|お?呼び|お?代わり|お?回し|転送)';
/** A department by its name. */
const PLACE = '(?:.{1,6}[部課係室]|総務|人事|経理|営業|購買|情報システム|広報|法務)';

/** What a receptionist asks or tells of whom we want to speak with. */
export const WHOM_WORDINGS: readonly RemarkWording[] = [
  {
    remark: 'for-whom',
    phrases: [
      {
        says: new RegExp(`${WHOM}(?:に|へ|を).{0,4}${FETCH}.{0,14}(?:か|の)$`),
        example: 'どちらの部署におつなぎしましょうか',
      },
      { says: new RegExp(`${WHOM}(?:宛|あて).{0,10}(?:か|の)?$`), example: 'どなた宛でしょうか' },
      { says: new RegExp(`^(?:はい|えっ)*${PLACE}の(?:誰|どなた)(?!と)`), example: '総務の誰ですか' },
      {
        says: /(担当者?|担当の方|相手)(様|さん)?のお?名前.{0,4}(お?わかり|ご?存[知じ])/,
        example: '担当者のお名前はお分かりですか',
      },
    ],
    unless: /お待ち|おりません|ございません|いません|おかけ/,
  },
  {
    remark: 'confirms-whom',
    phrases: [
      {
        says: new RegExp(
          `^(?:はい|では|じゃあ)*(?:${PLACE}|.{1,6}(?:さん|様))でよろしい(?:です|でしょう)か$`,
        ),
        example: '総務課でよろしいですか',
      },
      {
        says: /^(?:はい|では|じゃあ)*[一-龠]{2,3}でよろしい(です|でしょう)か$/,
        example: '木村でよろしいですか',
      },
    ],
    unless: /明日|今日|明後日|午[前後]|電話|伝言|折り返|資料|番号|機械|[日時]で|曜/,
  },
  {
    remark: 'no-such-department',
    phrases: [
      {
        says: /(という|って|といった|なんて)(名前の)?(部署|課|部|係|部門|担当)(は|が|も|って)?(ござい|あり|ない|存在)/,
        example: '総務という部署はございませんが',
      },
      {
        says: new RegExp(`${PLACE}は(?:別の|違う|ほかの|他の)(?:番号|電話|建物|場所|会社|窓口)`),
        example: '総務部は別の番号になります',
      },
      { says: new RegExp(`^(?:はい|あの)*${PLACE}なら(?:ござい|あり)ます`), example: '人事ならございます' },
    ],
    // Whoever does it themselves is the one we want.
    unless: /(私|僕)が|おつなぎします|代わります|お待ち/,
  },
];
