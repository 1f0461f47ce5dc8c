import type { SpokenLanguage } from '../turn-result.ts';
import type { Classification } from './classification.ts';
import { classify, type UtteranceContext } from './classify.ts';
import { classifyEnglish } from './classify-english.ts';

interface Interpretation {
  readonly classification: Classification;
  /** The language that the call is held in from now on. */
  readonly language: SpokenLanguage;
}

/** What a turn means. English is followed once a call is held in it, and at once where it is clear. */
export function interpret(
  text: string,
  context: UtteranceContext & { readonly language: SpokenLanguage },
): Interpretation {
  const english = classifyEnglish(text, context.stage);
  if (english !== null && (context.language === 'en-US' || isClear(english))) {
    return { classification: english, language: 'en-US' };
  }
  return { classification: classify(text, context), language: context.language };
}

/** Nothing but itself in any language: a refusal, a time to call, and during a hold whoever was fetched. */
function isClear({ intent }: Classification): boolean {
  return (
    intent === 'rejection' || intent === 'do_not_call' || intent === 'callback' || intent === 'person_on_line'
  );
}
