import type { Intent } from '../../contract/vocabulary.ts';
import type { ConversationState } from '../conversation-state.ts';
import type { Remark } from './remark.ts';

const NOBODY =
  /(い|おり|あり|ござい)ません|いない|わから(な|ん)|わかり(ません|かね)|わかんな|でき(ません|ない|かね)|かねます|決まって|^(いえ|いや|いいえ)/;
/** The whole answer: who adds anything to it may refuse more than that. */
const CANNOT_TELL =
  /^(いえ|いや|いいえ|はい|申し訳ありません(が)?|申し訳ございません(が)?|恐れ入りますが|ちょっと|それは|後任(の(者|方|こと))?(については|について|のことは|は|も))*(お?(答え|教え|伝え)|お?取り次ぎ|おつなぎ|わかり)(は|が)?(でき(ません|かねます|ない(ん|の)です)|いたしかねます|しかねます|かねます|ません)(ね|ので|が)?$/;
const NO_NEED = new RegExp(
  `^(?:いえ|いや|いいえ|あ|はい|今は)*(?:${[
    '大丈夫です',
    '(?:いえ|いや|いいえ)(?:結構です)?',
    '(?:この|その)まま(?:で(?:も)?(?:いい|大丈夫|結構)です|で(?:も)?(?:構い|かまい)ません)',
    '(?:機械|ai|自動音声)で(?:も)?(?:(?:いい|大丈夫)です|(?:構い|かまい)ません)',
    '(?:人|人間|担当者?)?(?:の方|に)*お?代わら(?:なく|ない)(?:て|で|ても|でも)?(?:(?:いい|大丈夫|結構)です|(?:構い|かまい)ません)',
  ].join('|')})(?:よ|から|ので)?$`,
);
const PLAIN_NO =
  /^(?:だから|ですから|もう|あの|すみません)*(?:いいえ|いえ|いや|ううん)+(?:って|です|ですって|ですよ|だよ|だって)?$/;

type Answer = Extract<Remark, 'no-successor' | 'keeps-machine' | 'declines-human'>;

/** What normalised words mean only as the answer to our question. */
export function answerOf(
  question: ConversationState['question'],
  words: string,
  takenFor: Intent,
): Answer | null {
  if (question === 'consent') return PLAIN_NO.test(words) ? 'declines-human' : null;
  if (question === 'human-instead') return NO_NEED.test(words) ? 'keeps-machine' : null;
  if (question !== 'successor') return null;
  return (TAKEN_AT_ITS_WORD.has(takenFor) ? NOBODY : CANNOT_TELL).test(words) ? 'no-successor' : null;
}

/** A refusal of ours is more than an answer, unless it is nothing but that. */
const TAKEN_AT_ITS_WORD: ReadonlySet<Intent> = new Set([
  'absent',
  'unknown',
  'wrong_number',
  'clarification',
  'acknowledgement',
]);
