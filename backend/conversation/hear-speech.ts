import { type ConversationState, stageOf } from './conversation-state.ts';
import { answerOf } from './remarks/answer-of.ts';
import { INTENT_OF_REMARK, type Remark } from './remarks/remark.ts';
import { remarkOf } from './remarks/remark-of.ts';
import type { TurnInput } from './turn-input.ts';
import type { SpokenLanguage } from './turn-result.ts';
import type { TurnSettings } from './turn-settings.ts';
import type { Classification } from './understanding/classification.ts';
import { interpret } from './understanding/interpret.ts';
import { normalise } from './understanding/normalise.ts';
import { isHeardPoorly, understand } from './understanding/understand.ts';

export type SpeechInput = Extract<TurnInput, { readonly type: 'speech' }>;

/** What a customer's turn says, as far as it is understood. */
export interface HeardSpeech {
  readonly text: string;
  /** The same, normalised. */
  readonly words: string;
  /** What the policy goes by. */
  readonly meant: Classification;
  readonly remark: Remark | null;
  /** What the words were taken for, also where that was too little of a certainty to go by: this is written down. */
  readonly takenFor: Classification;
  /** The language that the call is held in from now on. */
  readonly language: SpokenLanguage;
}

/** A remark is found in its words or not. */
const PLAIN = 0.9;

/** What words mean, where the dialogue stands. A refusal that is understood is nothing else besides. */
export function hearSpeech(
  state: ConversationState,
  { text, confidence, opinion }: Pick<SpeechInput, 'text' | 'confidence' | 'opinion'>,
  { callee }: Pick<TurnSettings, 'callee'>,
): HeardSpeech {
  const context = { stage: stageOf(state), person: callee.person, language: state.language };
  const { classification, language } = interpret(text, context);
  const understood = understand(classification, confidence, opinion ?? null);
  const words = normalise(text);
  const found = answerOf(state.question, words, understood.intent) ?? remarkOf(words, understood.intent);
  const remark = found !== null && isToBeTrusted(found, understood, confidence) ? found : null;
  const base = { text, words, remark, language };
  if (remark !== null) {
    const meant = { intent: INTENT_OF_REMARK[remark], confidence: PLAIN };
    return { ...base, meant, takenFor: meant };
  }
  return {
    ...base,
    meant: understood,
    takenFor: opinion === understood.intent ? understood : classification,
  };
}

/** Words that the recognition is unsure of may not be those that were said: then the class of the whole must say the same. */
function isToBeTrusted(remark: Remark, { intent }: Classification, speechConfidence: number): boolean {
  if (!isHeardPoorly(speechConfidence)) return true;
  return intent !== 'unknown' && intent === INTENT_OF_REMARK[remark];
}
