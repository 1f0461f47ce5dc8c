import { type RefObject, useEffect, useRef, useState } from 'react';

export interface FollowEnd {
  /** The scrolling frame, and in it what grows. */
  readonly frame: RefObject<HTMLDivElement | null>;
  readonly content: RefObject<HTMLOListElement | null>;
  /** False once the reader has scrolled up. */
  readonly following: boolean;
  readonly toEnd: () => void;
}

/** Pixels from the end that still count as being there. */
const slack = 40;

/** Keeps the end in sight while the reader is there, and leaves the reader alone elsewhere. `live` begins at the end. */
export function useFollowEnd(live: boolean): FollowEnd {
  const frame = useRef<HTMLDivElement>(null);
  const content = useRef<HTMLOListElement>(null);
  const atEnd = useRef(live);
  const [following, setFollowing] = useState(live);

  useEffect(() => {
    const { current: scroller } = frame;
    const { current: growing } = content;
    if (scroller === null || growing === null) return;

    let lastTop = scroller.scrollTop;
    const follow = (wanted: boolean): void => {
      atEnd.current = wanted;
      setFollowing(wanted);
    };
    const isNearEnd = (): boolean =>
      scroller.scrollHeight - scroller.scrollTop - scroller.clientHeight <= slack;
    const onScroll = (): void => {
      // Our own scrolling is reported late, when more may have been said: only going up is the reader's leaving.
      if (isNearEnd()) follow(true);
      else if (scroller.scrollTop < lastTop) follow(false);
      lastTop = scroller.scrollTop;
    };
    const growth = new ResizeObserver(() => {
      if (atEnd.current) scroller.scrollTop = scroller.scrollHeight;
      else if (isNearEnd()) follow(true);
      lastTop = scroller.scrollTop;
    });
    scroller.addEventListener('scroll', onScroll, { passive: true });
    growth.observe(growing);
    growth.observe(scroller);
    return () => {
      scroller.removeEventListener('scroll', onScroll);
      growth.disconnect();
    };
  }, []);

  const toEnd = (): void => frame.current?.scrollTo({ top: frame.current.scrollHeight });
  return { frame, content, following, toEnd };
}
