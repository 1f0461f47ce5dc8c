import type { ReactElement } from 'react';
import { partsFound } from '../platform/folded-text.ts';

interface FoundTextProps {
  readonly text: string;
  readonly search: string;
  /** The place that the search is at. */
  readonly current: boolean;
}

/** A text with what was searched for marked in it. */
export function FoundText({ text, search, current }: FoundTextProps): ReactElement {
  if (search === '') return <>{text}</>;
  return (
    <>
      {partsFound(text, search).map((part, place) =>
        part.found ? (
          <mark
            // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a text have no other identity
            key={place}
            className={
              current
                ? 'rounded-[3px] bg-accent text-on-filled'
                : 'rounded-[3px] bg-mark text-text outline outline-mark-edge'
            }
          >
            {part.text}
          </mark>
        ) : (
          part.text
        ),
      )}
    </>
  );
}
