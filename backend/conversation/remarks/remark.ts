import { z } from 'zod';
import type { Intent } from '../../contract/vocabulary.ts';

/** Questions that have an answer of their own, whatever intent they are taken for. */
export const QUESTIONS = [
  'number-source',
  'recording',
  'our-number',
  // 「折り返しますのでお電話番号を」: in order to call us.
  'number-to-call-back',
  'company-and-purpose',
  'personal-data',
  'spelling',
  'how-long',
] as const;
export const questionRemarkSchema = z.enum(QUESTIONS);
export type QuestionRemark = (typeof QUESTIONS)[number];

/** Something in the customer's words that an intent alone says too little of. */
export type Remark =
  | QuestionRemark
  /** 「このままお待ちになりますか」: they ask whether we wait. */
  | 'offers-to-wait'
  /** 「どちらの部署におつなぎしましょうか」 */
  | 'for-whom'
  /** 「木村でよろしいですか」 */
  | 'confirms-whom'
  /** 「総務という部署はございませんが」: we asked for a place that they have not got. */
  | 'no-such-department'
  /** 「詐欺ですか」 */
  | 'suspicion'
  /** 「三日後」: nothing but a time. */
  | 'names-time'
  /** 「いいえ」 to the offer of our human. */
  | 'declines-human'
  /** 「このままで大丈夫です」: no human instead of the machine. */
  | 'keeps-machine'
  /** 「経理の者に代わりますね」: somebody else is to come, whoever speaks now. */
  | 'passes-on'
  /** 「必要になったらこちらから連絡します」: a polite way of saying no. */
  | 'may-call'
  /** 「退職いたしました」: whom we ask for is not there any more. */
  | 'person-gone'
  /** 「後任は決まっておりません」: nor anybody in their place. */
  | 'no-successor';

/** What each is in the corpus, and so in the figures (docs/decisions/0023-remarks-beside-intents.md). */
export const INTENT_OF_REMARK: Readonly<Record<Remark, Exclude<Intent, 'machine'>>> = {
  'number-source': 'unknown',
  recording: 'unknown',
  'personal-data': 'unknown',
  'our-number': 'company_inquiry',
  'number-to-call-back': 'callback',
  'company-and-purpose': 'company_inquiry',
  spelling: 'company_inquiry',
  'how-long': 'purpose_inquiry',
  'for-whom': 'acknowledgement',
  'confirms-whom': 'acknowledgement',
  'no-such-department': 'unknown',
  suspicion: 'unknown',
  'names-time': 'callback',
  'declines-human': 'closing',
  'keeps-machine': 'acknowledgement',
  'offers-to-wait': 'transfer_hold',
  'passes-on': 'transfer_hold',
  'may-call': 'callback',
  'person-gone': 'absent',
  'no-successor': 'absent',
};

export function isQuestion(remark: Remark | null): remark is QuestionRemark {
  return remark !== null && ASKED.has(remark);
}

const ASKED: ReadonlySet<Remark> = new Set(QUESTIONS);
