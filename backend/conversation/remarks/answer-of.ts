import type { Intent } from '../../contract/vocabulary.ts';
import type { ConversationState } from '../conversation-state.ts';
import { normalise } from '../understanding/normalise.ts';
import { refusesCalls } from './refusal.ts';
import type { Remark } from './remark.ts';

const NOBODY =
  /(い|おり|あり|ござい)ません|いない|わから(な|ん)|わかり(ません|かね)|わかんな|でき(ません|ない|かね)|かねます|決まって|^(いえ|いや|いいえ)/;
const NO_NEED = /^(いえ|いや|いいえ|あ|はい|今は)*大丈夫です$/;
const NO_ANSWER: ReadonlySet<Intent> = new Set([
  'absent',
  'rejection',
  'unknown',
  'wrong_number',
  'clarification',
  'acknowledgement',
]);

/** What words mean only as the answer to our question. A refusal of our calls is more than an answer. */
export function answerOf(
  question: ConversationState['question'],
  text: string,
  takenFor: Intent,
): Extract<Remark, 'no-successor' | 'keeps-machine'> | null {
  const words = normalise(text);
  if (!NO_ANSWER.has(takenFor) || refusesCalls(words)) return null;
  if (question === 'successor' && NOBODY.test(words)) return 'no-successor';
  return question === 'human-instead' && NO_NEED.test(words) ? 'keeps-machine' : null;
}
