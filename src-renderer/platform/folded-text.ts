/** A text as who searches means it: full and half width, upper and lower case, katakana and hiragana are the same. */
export function folded(text: string): string {
  return text.normalize('NFKC').toLowerCase().replaceAll(katakana, toHiragana);
}

export interface TextPart {
  readonly text: string;
  readonly found: boolean;
}

/** The text in its parts, in order, of which those that were searched for are `found`. */
export function partsFound(text: string, search: string): readonly TextPart[] {
  const wanted = folded(search.trim());
  if (wanted === '') return [{ text, found: false }];

  const { folds, places } = foldedWithPlaces(text);
  const parts: TextPart[] = [];
  let end = 0;
  for (let at = folds.indexOf(wanted); at !== -1; at = folds.indexOf(wanted, at + wanted.length)) {
    const from = places[at] ?? text.length;
    const to = places[at + wanted.length] ?? text.length;
    parts.push({ text: text.slice(end, from), found: false }, { text: text.slice(from, to), found: true });
    end = to;
  }
  parts.push({ text: text.slice(end), found: false });
  return parts.filter((part) => part.text !== '');
}

const katakana = /[\u30a1-\u30f6]/g;

function toHiragana(letter: string): string {
  return String.fromCharCode(letter.charCodeAt(0) - 0x60);
}

/** Where in the text each folded letter comes from: one letter may fold into several (㈱), and two into one (ｶﾞ). */
function foldedWithPlaces(text: string): { folds: string; places: readonly number[] } {
  let folds = '';
  const places: number[] = [];
  for (const { segment, index } of new Intl.Segmenter().segment(text)) {
    const fold = folded(segment);
    folds += fold;
    for (let unit = 0; unit < fold.length; unit += 1) places.push(index);
  }
  return { folds, places };
}
