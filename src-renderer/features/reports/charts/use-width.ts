import { type RefObject, useEffect, useState } from 'react';
import { flushSync } from 'react-dom';

/** Before it is measured, and the least that a chart is drawn for. */
const least = 280;

/** On paper all charts are as wide as a sheet of A4 leaves room for, so that their letters are of one size. */
const onPaper = 640;

/** How wide a chart is to be drawn: as its element, in whole pixels. */
export function useWidth(element: RefObject<HTMLElement | null>): number {
  const [width, setWidth] = useState(640);
  useEffect(() => {
    if (element.current === null) return;
    const observer = new ResizeObserver(([entry]) => {
      const measured = Math.floor(entry?.contentRect.width ?? 0);
      // Hidden behind the table, or on paper, it stays as it was.
      if (measured > 0 && !window.matchMedia('print').matches) setWidth(Math.max(least, measured));
    });
    observer.observe(element.current);
    return () => observer.disconnect();
  }, [element]);

  const [printing, setPrinting] = useState(false);
  useEffect(() => {
    // What the browser prints is what is there when these return.
    const begin = (): void => flushSync(() => setPrinting(true));
    const end = (): void => setPrinting(false);
    window.addEventListener('beforeprint', begin);
    window.addEventListener('afterprint', end);
    return () => {
      window.removeEventListener('beforeprint', begin);
      window.removeEventListener('afterprint', end);
    };
  }, []);
  return printing ? onPaper : width;
}
