import { folded } from '../../backend/contract/folded.ts';

export interface TextPart {
  readonly text: string;
  readonly found: boolean;
}

/** Whether a text has in it what is searched for. Speech recognition puts spaces between Japanese words, and who searches does not. */
export function isFoundIn(text: string, search: string): boolean {
  const wanted = unspaced(search);
  return wanted !== '' && unspaced(text).includes(wanted);
}

/** The text in its parts, in order, of which those that were searched for are `found`. */
export function partsFound(text: string, search: string): readonly TextPart[] {
  const wanted = unspaced(search);
  if (wanted === '') return [{ text, found: false }];

  const { folds, places } = foldedWithPlaces(text);
  const parts: TextPart[] = [];
  let end = 0;
  for (let at = folds.indexOf(wanted); at !== -1; at = folds.indexOf(wanted, at + wanted.length)) {
    const from = places[at] ?? text.length;
    const to = endOf(text, places, at + wanted.length);
    parts.push({ text: text.slice(end, from), found: false }, { text: text.slice(from, to), found: true });
    end = to;
  }
  parts.push({ text: text.slice(end), found: false });
  return parts.filter((part) => part.text !== '');
}

/** Where in the text each folded letter comes from: one letter may fold into several (㈱), and two into one (ｶﾞ). */
function foldedWithPlaces(text: string): { folds: string; places: readonly number[] } {
  let folds = '';
  const places: number[] = [];
  for (const { segment, index } of new Intl.Segmenter().segment(text)) {
    const fold = unspaced(segment);
    folds += fold;
    for (let unit = 0; unit < fold.length; unit += 1) places.push(index);
  }
  return { folds, places };
}

/** Behind the last letter that was found, and not behind the space that may follow it. */
function endOf(text: string, places: readonly number[], end: number): number {
  const next = places[end] ?? text.length;
  return text.slice(0, next).trimEnd().length;
}

function unspaced(text: string): string {
  return folded(text).replaceAll(/\s+/g, '');
}
