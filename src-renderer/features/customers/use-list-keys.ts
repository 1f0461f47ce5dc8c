import { type RefObject, useEffect, useEffectEvent } from 'react';
import { type CustomerId, customerIdSchema } from '../../../backend/contract/ids.ts';
import { useKeys } from '../../platform/keyboard.ts';
import type { Selection } from './selection.ts';

/**
 * J and K, or the arrows, go from row to row, Shift with an arrow chooses on the way, X chooses a row, Ctrl-A all that are there, and Escape
 * nobody.
 */
export function useListKeys(frame: RefObject<HTMLElement | null>, selection: Selection): void {
  const move = (by: 1 | -1): CustomerId | null => focusRow(frame.current, by);
  const onFocused = (act: (id: CustomerId) => void): void => {
    const id = idOf(document.activeElement);
    if (id !== null) act(id);
  };
  useKeys({
    j: () => move(1),
    k: () => move(-1),
    x: () => onFocused(selection.toggle),
    'mod+a': selection.selectAll,
    ...(selection.ids.size > 0 && { Escape: selection.clear }),
  });

  const onArrow = useEffectEvent((event: KeyboardEvent): void => {
    if (
      (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') ||
      event.altKey ||
      event.metaKey ||
      event.ctrlKey
    )
      return;
    event.preventDefault();
    if (event.shiftKey && selection.ids.size === 0) onFocused(selection.toggle);
    const reached = move(event.key === 'ArrowDown' ? 1 : -1);
    if (event.shiftKey && reached !== null) selection.extendTo(reached);
  });
  useEffect(() => {
    const element = frame.current;
    const listener = (event: KeyboardEvent): void => onArrow(event);
    element?.addEventListener('keydown', listener);
    return () => element?.removeEventListener('keydown', listener);
  }, [frame]);
}

/** The rows around the focused one exist always; the browser brings the one that is focused into sight. */
function focusRow(frame: HTMLElement | null, by: 1 | -1): CustomerId | null {
  const rows = [...(frame?.querySelectorAll<HTMLElement>('a[data-customer]') ?? [])];
  const open = rows.findIndex((row) => row.getAttribute('aria-current') === 'true');
  const here = rows.findIndex((row) => row.matches(':focus'));
  const from = here === -1 ? open : here;
  const next = rows[from === -1 ? 0 : from + by];
  next?.focus();
  return idOf(next ?? null);
}

function idOf(element: Element | null): CustomerId | null {
  return customerIdSchema.safeParse(element?.getAttribute('data-customer')).data ?? null;
}
