import { type RefObject, useEffect, useEffectEvent } from 'react';

/** The arrows go from row to row, from the one that has the focus. */
export function useMemberKeys(frame: RefObject<HTMLElement | null>): void {
  const onArrow = useEffectEvent((event: KeyboardEvent): void => {
    const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (by === 0 || event.altKey || event.metaKey || event.ctrlKey || event.shiftKey) return;
    // The rows around the focused one exist always.
    const rows = [...(frame.current?.querySelectorAll<HTMLElement>('a[data-member]') ?? [])];
    const here = rows.findIndex((row) => row.closest('li')?.contains(document.activeElement) === true);
    if (here === -1) return;
    event.preventDefault();
    rows[here + by]?.focus();
  });
  useEffect(() => {
    const listener = (event: KeyboardEvent): void => onArrow(event);
    document.addEventListener('keydown', listener);
    return () => document.removeEventListener('keydown', listener);
  }, []);
}
