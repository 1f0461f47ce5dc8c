import { type RefObject, useEffect, useEffectEvent } from 'react';
import { useKeys } from '../../platform/keyboard.ts';

/** J and K, or the arrows, go from row to row; C calls the one that is reached, X ticks it off and goes on to the next. */
export function useReminderKeys(frame: RefObject<HTMLElement | null>): void {
  const move = (by: 1 | -1): void => focusRow(frame.current, by);
  const press = (part: string): void =>
    reachedRow()?.querySelector<HTMLElement>(`[data-row-${part}] :is(a, button:enabled)`)?.click();
  useKeys({
    j: () => move(1),
    k: () => move(-1),
    c: () => press('call'),
    x: () => {
      press('done');
      move(1);
    },
  });

  const onArrow = useEffectEvent((event: KeyboardEvent): void => {
    const plain = !event.altKey && !event.metaKey && !event.ctrlKey && !event.shiftKey;
    if (!plain || (event.key !== 'ArrowDown' && event.key !== 'ArrowUp')) return;
    // A menu that a row has opened, and its trigger, have a use of their own for them.
    if (!document.activeElement?.matches('[data-row-link]')) return;
    event.preventDefault();
    move(event.key === 'ArrowDown' ? 1 : -1);
  });
  useEffect(() => {
    const element = frame.current;
    const listener = (event: KeyboardEvent): void => onArrow(event);
    element?.addEventListener('keydown', listener);
    return () => element?.removeEventListener('keydown', listener);
  }, [frame]);
}

function reachedRow(): HTMLElement | null {
  return document.activeElement?.closest<HTMLElement>('[data-row]') ?? null;
}

/** The rows around the one that is reached exist always; the browser brings the next one into sight. */
function focusRow(frame: HTMLElement | null, by: 1 | -1): void {
  const rows = [...(frame?.querySelectorAll<HTMLElement>('[data-row]') ?? [])];
  const reached = reachedRow();
  const here = reached === null ? -1 : rows.indexOf(reached);
  const next = rows[here === -1 ? 0 : here + by];
  next?.querySelector<HTMLElement>('[data-row-link]')?.focus();
}
