import { startSteps } from '../../journal/step-runner.ts';
import type { Log } from '../../kernel/log.ts';
import type { PhraseIndex } from './phrase-index-store.ts';

/** Real time: how late the index may be while nobody searches; who does has it brought up to date. */
const everyMs = 1_000;
/** Small steps, because nothing else runs during one. */
const stepTurns = 50;

/** Takes what is said into the index of phrases soon after it was said, and first of all what a crash left. */
export function startPhraseIndexing(index: PhraseIndex, log: Log): AsyncDisposable {
  return startSteps({
    step: () => index.step(stepTurns),
    everyMs,
    failure: 'what was said could not be indexed',
    log,
  });
}
