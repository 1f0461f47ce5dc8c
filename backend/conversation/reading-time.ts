import type { Pronunciation } from '../contract/speech.ts';
import type { SpokenLanguage } from './turn-result.ts';

/** Morae, that is beats, which a polite telephone voice speaks in a second; pauses come on top. */
const MORAE_A_SECOND = 9.5;
const COMMA_SECONDS = 0.2;
const STOP_SECONDS = 0.4;
const ENGLISH_LETTERS_A_SECOND = 15;

/** Of letters whose reading is not known. 漢字 are read with two beats as a rule, and with one often enough. */
const MORAE: readonly (readonly [RegExp, number])[] = [
  [/[ぁぃぅぇぉゃゅょゎァィゥェォャュョヮ]/, 0],
  [/[ぁ-ゖァ-ヺー]/, 1],
  [/\p{Script=Han}/u, 1.85],
  [/[\dA-Za-z]/, 2.5],
];

/** How long it takes to say, in seconds, to a tenth: an estimate. Names are counted as they are read. */
export function secondsToSay(
  text: string,
  language: SpokenLanguage,
  pronunciations: readonly Pronunciation[],
): number {
  const seconds =
    language === 'en-US' ? text.length / ENGLISH_LETTERS_A_SECOND : inJapanese(text, pronunciations);
  return Math.round(seconds * 10) / 10;
}

function inJapanese(text: string, pronunciations: readonly Pronunciation[]): number {
  const read = pronunciations.reduce(
    (words, { written, reading }) => (reading === null ? words : words.replaceAll(written, reading)),
    text.normalize('NFKC'),
  );
  const letters = [...read];
  const morae = letters.reduce((sum, letter) => sum + moraeOf(letter), 0);
  const commas = letters.filter((letter) => letter === '、').length;
  // After the last one it is already the other's turn.
  const stops = letters.slice(0, -1).filter((letter) => /[。!?]/.test(letter)).length;
  return morae / MORAE_A_SECOND + commas * COMMA_SECONDS + stops * STOP_SECONDS;
}

function moraeOf(letter: string): number {
  return MORAE.find(([letters]) => letters.test(letter))?.[1] ?? 0;
}
