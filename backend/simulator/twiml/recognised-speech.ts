import type { Utterance } from '../endpoint.ts';

/** What a recogniser made of what it heard. */
export interface RecognisedSpeech {
  readonly text: string;
  readonly confidence: number;
}

/** Speech shorter than this often gives no transcript at all (「はい」 said quickly). */
const SHORTEST_RECOGNISED_MS = 200;

/** The words of the stretch that was listened to, in milliseconds from the utterance's beginning; null when there were none. */
export function recognise(utterance: Utterance, fromMs: number, toMs: number): RecognisedSpeech | null {
  if (toMs - fromMs < SHORTEST_RECOGNISED_MS) return null;
  const characters = [...utterance.text];
  const position = (ms: number): number => Math.round((characters.length * ms) / utterance.durationMs);
  const text = characters.slice(position(fromMs), position(toMs)).join('').trim();
  return text === '' ? null : { text, confidence: utterance.confidence };
}

/** Several stretches as one; the confidence is that of the worst. */
export function joinSpeech(parts: readonly RecognisedSpeech[]): RecognisedSpeech {
  const text = parts.reduce(
    (joined, { text: next }) => `${joined}${needsSpace(joined, next) ? ' ' : ''}${next}`,
    '',
  );
  return { text, confidence: Math.min(...parts.map(({ confidence }) => confidence)) };
}

function needsSpace(before: string, after: string): boolean {
  return /[\x21-\x7e]$/.test(before) && /^[\x21-\x7e]/.test(after);
}
