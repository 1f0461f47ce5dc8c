import { useMemo, useState } from 'react';
import { isFoundIn } from '../../platform/folded-text.ts';
import { useLanguage } from '../../platform/use-language.ts';
import type { TranscriptEntry } from './transcript-entries.ts';
import { useLineWords } from './transcript-words.ts';

/** A search within a transcript. Counts lines; the line that it is at stays the same when more is said. */
export interface TranscriptSearch {
  /** What is searched for; null while the search is closed. */
  readonly text: string | null;
  readonly hits: readonly TranscriptEntry[];
  /** Among the hits; null when there is none. */
  readonly current: TranscriptEntry | null;
  /** From 1; 0 when there is no hit. */
  readonly position: number;
  search(text: string): void;
  /** Downwards or upwards, and round. */
  move(by: 1 | -1): void;
  close(): void;
}

interface SearchBeginning {
  /** A search begins at the last hit instead of the first. */
  readonly newestFirst: boolean;
  /** What is searched for from the beginning; null: the search is closed. */
  readonly text: string | null;
}

export function useTranscriptSearch(
  entries: readonly TranscriptEntry[],
  { newestFirst, text: beginning }: SearchBeginning,
): TranscriptSearch {
  const words = useLineWords();
  const [text, setText] = useState(beginning);
  const [at, setAt] = useState<string | null>(null);

  const wanted = (text ?? '').trim();
  const language = useLanguage();
  // biome-ignore lint/correctness/useExhaustiveDependencies: the words of an entry change with the language only
  const hits = useMemo(
    () => (wanted === '' ? [] : entries.filter((entry) => isFoundIn(words(entry).text, wanted))),
    [entries, wanted, language],
  );

  const chosen = hits.findIndex(({ key }) => key === at);
  const index = chosen === -1 && newestFirst ? hits.length - 1 : Math.max(0, chosen);
  return {
    text,
    hits,
    current: hits[index] ?? null,
    position: hits.length === 0 ? 0 : index + 1,
    search: (searched) => {
      setText(searched);
      setAt(null);
    },
    move: (by) => setAt(hits.at((index + by) % hits.length)?.key ?? null),
    close: () => {
      setText(null);
      setAt(null);
    },
  };
}
