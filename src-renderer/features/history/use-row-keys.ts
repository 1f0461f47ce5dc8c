import { type RefObject, useEffect, useEffectEvent } from 'react';
import { useLocation } from 'wouter';
import type { CallSession } from '../../../backend/contract/calls.ts';
import type { CallId } from '../../../backend/contract/ids.ts';
import { useKeys } from '../../platform/keyboard.ts';
import { neighbourOf } from '../../ui/neighbour.ts';
import { addressOf } from './history-place.ts';
import { useHistoryPlace } from './use-history-place.ts';

/** J and K open the next call and the one before; within the list the arrows go from row to row, and Enter opens one. */
export function useRowKeys(
  frame: RefObject<HTMLElement | null>,
  calls: readonly CallSession[],
  selected: CallId | null,
): void {
  const [, navigate] = useLocation();
  const [place] = useHistoryPlace();
  const open = (by: 1 | -1): void => {
    const next = neighbourOf(calls, selected, by);
    if (next !== null) navigate(addressOf(place, next));
  };
  useKeys({ j: () => open(1), k: () => open(-1) });

  const onArrow = useEffectEvent((event: KeyboardEvent): void => {
    if (event.altKey || event.metaKey || event.ctrlKey || event.shiftKey) return;
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
    event.preventDefault();
    focusRow(frame.current, event.key === 'ArrowDown' ? 1 : -1);
  });
  useEffect(() => {
    const element = frame.current;
    const listener = (event: KeyboardEvent): void => onArrow(event);
    element?.addEventListener('keydown', listener);
    return () => element?.removeEventListener('keydown', listener);
  }, [frame]);
}

/** The rows around the focused one exist always; the browser brings the one that is focused into sight. */
function focusRow(frame: HTMLElement | null, by: 1 | -1): void {
  const rows = [...(frame?.querySelectorAll<HTMLElement>('a[data-call]') ?? [])];
  const open = rows.findIndex((row) => row.getAttribute('aria-current') === 'true');
  const focused = rows.findIndex((row) => row.matches(':focus'));
  const from = focused === -1 ? open : focused;
  rows[from === -1 ? 0 : from + by]?.focus();
}
