import type { SpokenLanguage } from '../turn-result.ts';
import type { Classification } from './classification.ts';
import { classify, type UtteranceContext } from './classify.ts';
import { classifyEnglish } from './classify-english.ts';

interface Interpretation {
  readonly classification: Classification;
  /** The language that the call is held in from now on. */
  readonly language: SpokenLanguage;
}

/** What a turn means. English is followed once a call is held in it; a refusal is a refusal in either language, at once. */
export function interpret(
  text: string,
  context: UtteranceContext & { readonly language: SpokenLanguage },
): Interpretation {
  const english = classifyEnglish(text, context.stage);
  if (english !== null && (context.language === 'en-US' || isRefusal(english))) {
    return { classification: english, language: 'en-US' };
  }
  return { classification: classify(text, context), language: context.language };
}

function isRefusal({ intent }: Classification): boolean {
  return intent === 'rejection' || intent === 'do_not_call';
}
