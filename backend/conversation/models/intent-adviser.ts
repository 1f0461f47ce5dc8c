import type { Stage } from '../../contract/vocabulary.ts';
import type { Clock } from '../../kernel/clock.ts';
import { createCircuitBreaker } from './circuit-breaker.ts';
import { type AdvisedIntent, type IntentQuestion, intentIn, intentQuestion } from './intent-question.ts';

/** Asks a model, and gives up when the signal says so. Throws whatever goes wrong. */
export type AskModel = (question: IntentQuestion, signal: AbortSignal) => Promise<string>;

/** What came of asking. Only `answered` has an intent; after all others our own answer stands. */
export type Advice =
  | { readonly outcome: 'answered'; readonly intent: AdvisedIntent }
  /** The answer was none of the words that were asked for. */
  | { readonly outcome: 'invalid' }
  | { readonly outcome: 'too-late' }
  | { readonly outcome: 'failed' }
  /** Not asked: it has failed too often. */
  | { readonly outcome: 'resting' };

export interface IntentAdviser {
  /** Answers within the budget, whatever the model does, and never throws. */
  advise(text: string, stage: Stage): Promise<Advice>;
}

interface IntentAdviserOptions {
  readonly ask: AskModel;
  readonly clock: Clock;
  /** How long the model may take. */
  readonly budgetMs: number;
}

export function createIntentAdviser({ ask, clock, budgetMs }: IntentAdviserOptions): IntentAdviser {
  const breaker = createCircuitBreaker(clock);

  async function answerTo(question: IntentQuestion): Promise<Advice> {
    const signal = AbortSignal.timeout(budgetMs);
    try {
      const answer = await Promise.race([ask(question, signal), whenAborted(signal)]);
      const intent = intentIn(answer);
      return intent === null ? { outcome: 'invalid' } : { outcome: 'answered', intent };
    } catch {
      return { outcome: signal.aborted ? 'too-late' : 'failed' };
    }
  }

  return {
    async advise(text, stage) {
      if (breaker.isOpen()) return { outcome: 'resting' };
      const advice = await answerTo(intentQuestion(text, stage));
      if (advice.outcome === 'answered') breaker.succeeded();
      else breaker.failed();
      return advice;
    },
  };
}

/** A model that does not heed the signal is not waited for. */
function whenAborted(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    signal.addEventListener('abort', () => reject(new Error('the budget is spent')), { once: true });
  });
}
