import type { SimulatedClock } from '../clock.ts';
import type { Speech } from './ear.ts';
import { joinSpeech, type RecognisedSpeech, recognise } from './recognised-speech.ts';

/** Guesses at an utterance while it is being spoken. */
export interface PartialResults {
  /** `heardBefore` is what the same Gather has already understood. */
  follow(speech: Speech, heardBefore: readonly RecognisedSpeech[]): void;
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

  function follow(speech: Speech, heardBefore: readonly RecognisedSpeech[]): void {
    cancel();
    cancel = clock.after(EVERY_MS, () => {
      const part = recognise(speech.utterance, 0, clock.now().getTime() - speech.beganAt);
      if (part !== null) onPartial(joinSpeech([...heardBefore, part]).text, sequence++);
      follow(speech, heardBefore);
    });
  }

  return { follow, stop: () => cancel() };
}
