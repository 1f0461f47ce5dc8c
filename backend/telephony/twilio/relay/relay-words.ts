import type { PlayedAudio, Reading } from '../../carrier-events.ts';
import { partsOf, speakable } from '../speech.ts';

/** Words for a ConversationRelay, which knows no SSML: names are written as they are read. */
export function asRead(text: string, readings: readonly Reading[]): string {
  return partsOf(speakable(text), readings)
    .map((part) => (typeof part === 'string' ? part : part.reading))
    .join('');
}

/**
 * The beginning of `text` that was said when `utterance` of it, as it is read, was heard. Twilio does not promise to give our very
 * characters back, so they are counted; of a name that was begun nothing counts.
 */
export function heardOf(text: string, readings: readonly Reading[], utterance: string): string {
  let left = withoutSpaces(utterance).length;
  let heard = '';
  for (const part of partsOf(speakable(text), readings)) {
    if (typeof part === 'string') {
      const taken = firstLetters(part, left);
      heard += taken;
      left -= withoutSpaces(taken).length;
      if (taken.length < part.length) return heard;
    } else {
      const length = withoutSpaces(part.reading).length;
      if (length > left) return heard;
      heard += part.written;
      left -= length;
    }
  }
  return heard;
}

/** The beginning of `text` that a file had said after so long: nobody tells its words, so its letters are counted by time. */
export function heardAfter(text: string, audio: PlayedAudio, ms: number): string {
  const letters = [...text];
  return letters.slice(0, Math.floor((letters.length * ms) / audio.milliseconds)).join('');
}

function firstLetters(part: string, count: number): string {
  let letters = 0;
  const end = [...part].findIndex((letter) => {
    letters += withoutSpaces(letter).length;
    return letters > count;
  });
  return end === -1 ? part : [...part].slice(0, end).join('');
}

function withoutSpaces(text: string): string {
  return text.replaceAll(/\s/g, '');
}
