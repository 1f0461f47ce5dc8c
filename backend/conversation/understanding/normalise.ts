import { SPEECH_VARIANTS } from './speech-variants.ts';

/** Sounds that mean nothing, whatever stands around them. */
const FILLERS =
  /えーっ?と|えっとー?|ええっ?と|えーと|あのー+|あのう|あの(?=です|すみません|、|ちょっと|う|え)|そのー+|まぁー*|まあー*|んーと?|うーんと?|えー+|あー+|うー+/g;
/** Fillers only where more follows: alone they are answers. */
const FILLERS_BEFORE_WORDS = /そうですね(?=.{3})|(?<=.{3})そうですね(?=.)|^うん+(?=.{4})/g;
const PUNCTUATION = /[\s、。,.!?"'「」『』()・…:;〜~-]/g;

/** The words as the rules are written: one spelling, no punctuation, no fillers. */
export function normalise(text: string): string {
  const plain = text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(FILLERS, '')
    .replaceAll(PUNCTUATION, '')
    .replaceAll(FILLERS_BEFORE_WORDS, '');
  return SPEECH_VARIANTS.reduce((words, [variant, word]) => words.replaceAll(variant, word), plain);
}
