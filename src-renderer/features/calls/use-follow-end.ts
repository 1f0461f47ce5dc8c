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
    const settling = createSettling(scroller);
    let lastTop = scroller.scrollTop;
    const onScroll = (): void => {
      const { scrollTop, scrollHeight, clientHeight } = scroller;
      // Our own scrolling is reported late, when more may have been said: only going up is the reader's leaving.
      if (scrollHeight - scrollTop - clientHeight <= endSlack) follow(true);
      else if (scrollTop < lastTop && settling.isOn()) showEnd();
      else if (scrollTop < lastTop) follow(false);
      lastTop = scrollTop;
    };
    const room = new ResizeObserver(() => {
      settling.notice();
      showEnd();
    });
    scroller.addEventListener('scroll', onScroll, { passive: true });
    for (const input of readersInputs) scroller.addEventListener(input, settling.stop, { passive: true });
    room.observe(scroller);
    return () => {
      scroller.removeEventListener('scroll', onScroll);
      for (const input of readersInputs) scroller.removeEventListener(input, settling.stop);
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

/** With these a reader scrolls. */
const readersInputs = ['wheel', 'touchmove', 'keydown', 'pointerdown'] as const;

/** After the room has changed, the lines are broken and measured anew, and the browser scrolls by itself. */
const settlingMs = 400;

interface Settling {
  readonly isOn: () => boolean;
  /** Asks whether the room has changed. */
  readonly notice: () => void;
  readonly stop: () => void;
}

function createSettling(scroller: HTMLElement): Settling {
  let size = sizeOf(scroller);
  let until = 0;
  return {
    isOn: () => performance.now() < until,
    notice: () => {
      const changed = sizeOf(scroller);
      if (changed !== size) until = performance.now() + settlingMs;
      size = changed;
    },
    stop: () => {
      until = 0;
    },
  };
}

function sizeOf({ clientWidth, clientHeight }: HTMLElement): string {
  return `${clientWidth} ${clientHeight}`;
}
