import type { FoundTurn } from '../../contract/calls.ts';
import { searchable } from '../../kernel/overlapping-pairs.ts';
import type { TurnRow } from '../transcript-store.ts';

const mostOfACall = 3;

/** The first turns of a call in which the phrase was said, with where in their text it stands. */
export function foundTurns(turns: readonly TurnRow[], phrase: string): FoundTurn[] {
  const wanted = searchable(phrase);
  const found = turns.flatMap(({ callId, number, speaker, text }): FoundTurn[] => {
    const place = placeOf(text, wanted);
    return place === null ? [] : [{ callId, number, speaker, text, ...place }];
  });
  return found.slice(0, mostOfACall);
}

/** Where a part of what is searched stands in the text as it was written: spaces in between, and half as many or twice as many letters. */
function placeOf(text: string, wanted: string): { readonly from: number; readonly to: number } | null {
  const at = wanted === '' ? -1 : searchable(text).indexOf(wanted);
  if (at < 0) return null;
  return { from: lengthOfPrefix(text, at + 1) - 1, to: lengthOfPrefix(text, at + wanted.length) };
}

/** The least part of the text, from its beginning, that has so many letters when it is searched. */
function lengthOfPrefix(text: string, letters: number): number {
  let [least, most] = [0, text.length];
  while (least < most) {
    const middle = (least + most) >> 1;
    if (searchable(text.slice(0, middle)).length >= letters) most = middle;
    else least = middle + 1;
  }
  return least;
}
