import type { SimulatedClock } from '../clock.ts';
import type { Speech } from './ear.ts';
import { joinSpeech, type RecognisedSpeech, recognise } from './recognised-speech.ts';

/** Guesses at an utterance while it is being spoken. */
export interface PartialResults {
  /** `unheardMs` of its beginning are lost; `heardBefore` is what the same Gather has already understood. */
  follow(speech: Speech, unheardMs: number, heardBefore: readonly RecognisedSpeech[]): void;
  stop(): void;
}

const EVERY_MS = 500;

/** `sequence` counts the guesses of one Gather from 0. */
export function createPartialResults(
  clock: SimulatedClock,
  onPartial: (text: string, sequence: number) => void,
): PartialResults {
  let sequence = 0;
  let cancel = (): void => {};

  function follow(speech: Speech, unheardMs: number, heardBefore: readonly RecognisedSpeech[]): void {
    cancel();
    cancel = clock.after(EVERY_MS, () => {
      const part = recognise(speech.utterance, unheardMs, clock.now().getTime() - speech.beganAt);
      if (part !== null) onPartial(joinSpeech([...heardBefore, part]).text, sequence++);
      follow(speech, unheardMs, heardBefore);
    });
  }

  return { follow, stop: () => cancel() };
}
