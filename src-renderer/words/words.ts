import type { firstWords } from './ja/first-words.ts';
import type { laterInJapanese } from './japanese.ts';

type Fetched<Parts extends Readonly<Record<string, () => Promise<unknown>>>> = {
  readonly [Part in keyof Parts]: Awaited<ReturnType<Parts[Part]>>;
};

type JapaneseLater = Fetched<typeof laterInJapanese>;

/** Written first; the other languages have to have the same keys. */
export type Japanese = typeof firstWords & JapaneseLater;

export type Words = Wording<Japanese>;

export type FirstWords = Pick<Words, keyof typeof firstWords>;

/** A part of the words that is fetched with the screens that say it. */
export type LaterPart = keyof JapaneseLater;

export type LaterWords = { readonly [Part in LaterPart]: () => Promise<Words[Part]> };

type Wording<Node> = { readonly [Key in keyof Node]: Node[Key] extends string ? string : Wording<Node[Key]> };
