import { diffWords } from 'diff';
import type { ReactElement } from 'react';

interface TextDiffProps {
  readonly from: string;
  readonly to: string;
  readonly language: string;
}

/** What was taken away and what was put in, word by word as the language has them. */
export function TextDiff({ from, to, language }: TextDiffProps): ReactElement {
  const intlSegmenter = new Intl.Segmenter(language, { granularity: 'word' });
  return (
    <p lang={language} className="break-words text-sm">
      {diffWords(from, to, { intlSegmenter }).map(({ value, added, removed }, index) => {
        const key = `${index}-${value}`;
        if (added) {
          return (
            <ins key={key} className="rounded-xs bg-state-human/15 text-state-human decoration-1">
              {value}
            </ins>
          );
        }
        if (removed) {
          return (
            <del key={key} className="rounded-xs bg-state-failed/10 text-state-failed decoration-1">
              {value}
            </del>
          );
        }
        return <span key={key}>{value}</span>;
      })}
    </p>
  );
}
