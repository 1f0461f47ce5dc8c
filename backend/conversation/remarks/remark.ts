import { z } from 'zod';
import type { Intent } from '../../contract/vocabulary.ts';

/** Questions that have an answer of their own, whatever intent they are taken for. */
export const QUESTIONS = [
  'number-source',
  'recording',
  'our-number',
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

/** The intent that a turn with this remark has. */
export const INTENT_OF_REMARK: Readonly<Record<Remark, Exclude<Intent, 'machine'>>> = {
  'number-source': 'company_inquiry',
  recording: 'company_inquiry',
  'our-number': 'company_inquiry',
  'company-and-purpose': 'company_inquiry',
  'personal-data': 'company_inquiry',
  spelling: 'company_inquiry',
  'how-long': 'purpose_inquiry',
  'keeps-machine': 'acknowledgement',
  'offers-to-wait': 'transfer_hold',
  'passes-on': 'transfer_hold',
  'may-call': 'callback',
  'person-gone': 'absent',
  'no-successor': 'absent',
};

export function isQuestion(remark: Remark | null): remark is QuestionRemark {
  return questionRemarkSchema.safeParse(remark).success;
}
