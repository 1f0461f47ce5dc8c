import { useVirtualizer } from '@tanstack/react-virtual';
import { ArrowDown } from 'lucide-react';
import { type ReactElement, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useKeys } from '../../platform/keyboard.ts';
import { Button } from '../../ui/button.tsx';
import type { TranscriptEntry } from './transcript-entries.ts';
import { type ListenFrom, TranscriptLine } from './transcript-line.tsx';
import { useLineWords } from './transcript-words.ts';
import { endSlack, useFollowEnd } from './use-follow-end.ts';
import type { TranscriptSearch } from './use-transcript-search.ts';

interface TranscriptRowsProps {
  readonly entries: readonly TranscriptEntry[];
  readonly live: boolean;
  readonly search: TranscriptSearch;
  readonly onListen: ListenFrom | undefined;
  readonly children: ReactElement | false;
}

/** The lines of a transcript, of which only those in sight exist; a new one is read out elsewhere, because lines come with scrolling too. */
export function TranscriptRows({
  entries,
  live,
  search,
  onListen,
  children,
}: TranscriptRowsProps): ReactElement {
  const { t } = useTranslation('transcript');
  const frame = useRef<HTMLDivElement>(null);
  const words = useLineWords();
  const rows = useVirtualizer<HTMLDivElement, HTMLLIElement>({
    count: entries.length,
    getScrollElement: () => frame.current,
    estimateSize: (index) => estimatedHeight(entries[index]),
    getItemKey: (index) => entries[index]?.key ?? index,
    gap: 12,
    paddingStart: 12,
    paddingEnd: 16,
    overscan: 6,
    anchorTo: 'end',
    scrollEndThreshold: endSlack,
    // Else the browser reports a loop when lines come into sight that are observed too.
    useAnimationFrameWithResizeObserver: true,
  });
  const { following, missed, toEnd } = useFollowEnd({ rows, frame, entries, live });
  useKeys({ End: toEnd });

  const { current } = search;
  const currentIndex = current === null ? -1 : entries.indexOf(current);
  useEffect(() => {
    if (currentIndex >= 0) rows.scrollToIndex(currentIndex, { align: 'center' });
  }, [currentIndex, rows]);

  return (
    <div className="relative min-h-0 flex-1">
      <div
        ref={frame}
        role="log"
        aria-label={t('label')}
        aria-live="off"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reachable by keyboard
        tabIndex={0}
        className="inset-ring-focus h-full overflow-y-auto [overflow-anchor:none]"
      >
        <ol className="relative" style={{ height: rows.getTotalSize() }}>
          {rows.getVirtualItems().map(({ index, key, start }) => {
            const entry = entries[index];
            if (entry === undefined) return null;
            return (
              <li
                key={key}
                ref={rows.measureElement}
                data-index={index}
                aria-setsize={entries.length}
                aria-posinset={index + 1}
                className="absolute inset-x-0 top-0 px-4"
                style={{ transform: `translateY(${start}px)` }}
              >
                <TranscriptLine
                  entry={entry}
                  words={words(entry)}
                  search={search.text ?? ''}
                  current={entry === current}
                  onListen={onListen}
                />
              </li>
            );
          })}
        </ol>
        {children}
      </div>
      {!following && (live || missed > 0) && (
        <div className="absolute right-4 bottom-3 animate-appear rounded-sm shadow-float">
          <Button size="small" aria-keyshortcuts="End" onClick={toEnd}>
            <ArrowDown aria-hidden className="size-3.5" />
            {t('toEnd')}
            {missed > 0 && <Missed number={missed} />}
          </Button>
        </div>
      )}
    </div>
  );
}

function Missed({ number }: { readonly number: number }): ReactElement {
  const { t } = useTranslation('transcript');
  return <span className="rounded-full bg-accent px-1.5 text-on-filled">{t('missed', { number })}</span>;
}

/** Close enough that the scroll bar does not jump when a line is measured. */
function estimatedHeight(entry: TranscriptEntry | undefined): number {
  if (entry === undefined || entry.type === 'note') return 16;
  const { text } = entry.type === 'turn' ? entry.turn : entry.partial;
  return 30 + 22 * Math.max(1, Math.ceil(text.length / 36));
}
