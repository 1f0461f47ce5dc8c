import type { Virtualizer } from '@tanstack/react-virtual';
import { type RefObject, useEffect, useEffectEvent, useLayoutEffect, useRef, useState } from 'react';
import type { TranscriptEntry } from './transcript-entries.ts';

type Rows = Virtualizer<HTMLDivElement, HTMLLIElement>;

interface FollowEndOptions {
  readonly rows: Rows;
  readonly frame: RefObject<HTMLDivElement | null>;
  readonly entries: readonly TranscriptEntry[];
  /** Begins at the end. */
  readonly live: boolean;
}

export interface FollowEnd {
  /** False once the reader has scrolled up. */
  readonly following: boolean;
  /** How many lines were added since then. */
  readonly missed: number;
  readonly toEnd: () => void;
}

/** Pixels from the end that still count as being there. */
export const endSlack = 40;

/** Keeps the end in sight while the reader is there, and leaves the reader alone elsewhere. */
export function useFollowEnd({ rows, frame, entries, live }: FollowEndOptions): FollowEnd {
  const [following, setFollowing] = useState(live);
  const lines = entries.filter(({ type }) => type !== 'partial').length;
  const [leftAt, setLeftAt] = useState(lines);
  const atEnd = useRef(live);

  const follow = useEffectEvent((wanted: boolean): void => {
    if (atEnd.current && !wanted) setLeftAt(lines);
    atEnd.current = wanted;
    setFollowing(wanted);
  });
  const showEnd = useEffectEvent((): void => {
    if (atEnd.current) rows.scrollToEnd();
  });

  // biome-ignore lint/correctness/useExhaustiveDependencies: what is added is what has to be followed
  useLayoutEffect(() => showEnd(), [entries]);

  useEffect(() => {
    const { current: scroller } = frame;
    if (scroller === null) return;
    let lastTop = scroller.scrollTop;
    const onScroll = (): void => {
      const { scrollTop, scrollHeight, clientHeight } = scroller;
      // Our own scrolling is reported late, when more may have been said: only going up is the reader's leaving.
      if (scrollHeight - scrollTop - clientHeight <= endSlack) follow(true);
      else if (scrollTop < lastTop) follow(false);
      lastTop = scrollTop;
    };
    const room = new ResizeObserver(() => showEnd());
    scroller.addEventListener('scroll', onScroll, { passive: true });
    room.observe(scroller);
    return () => {
      scroller.removeEventListener('scroll', onScroll);
      room.disconnect();
    };
  }, [frame]);

  const toEnd = (): void => {
    atEnd.current = true;
    setFollowing(true);
    rows.scrollToEnd();
  };
  return { following, missed: following ? 0 : Math.max(0, lines - leftAt), toEnd };
}
