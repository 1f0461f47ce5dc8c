/** 「お電話代わりました」: somebody else has taken the telephone. */
const TAKEN_OVER = /(お?電話を?)?代わりました/g;

/**
 * What the person said who speaks last. Where one stretch of speech holds the receptionist's 「少々お待ちください」 and, a breath later, the
 * 「お電話代わりました」 of somebody else, only the latter can be answered.
 */
export function wordsOfLastSpeaker(words: string): string {
  const taken = [...words.matchAll(TAKEN_OVER)].at(-1);
  if (taken === undefined || !HOLD.test(words.slice(0, taken.index))) return words;
  return words.slice(taken.index);
}

/** What a receptionist says before the telephone changes hands. */
const HOLD = /お待ち|待って|待たせ|代わります|代わらせ|おつなぎ|つなぎます|確認|保留|回します/;
