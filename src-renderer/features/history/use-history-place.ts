import { useLocation, useSearch } from 'wouter';
import type { WantedHistory } from '../../platform/history-api.ts';
import { usePlatform } from '../../platform/platform-context.ts';
import { useSettledText } from '../../platform/use-settled-text.ts';
import { addressOf, type HistoryPlace, historyPlaceFrom, wantedBy } from './history-place.ts';

/** What the history is narrowed down to, in the address: it is still so after a reload, and before it again when one goes back. */
export function useHistoryPlace(): [HistoryPlace, (place: HistoryPlace) => void] {
  const place = historyPlaceFrom(useSearch());
  const [path, navigate] = useLocation();
  const change = (changed: HistoryPlace): void => {
    const callId = path.split('/')[2] ?? null;
    // Letters that were typed are not gone back through one by one.
    const replace = changed.search !== place.search || changed.phrase !== place.phrase;
    navigate(addressOf(changed, callId), { replace });
  };
  return [place, change];
}

/** What the server is asked for, once typing has stopped. Days are the reader's, as the times in the list are. */
export function useWantedHistory(place: HistoryPlace): WantedHistory {
  const { clock } = usePlatform();
  const search = useSettledText(place.search ?? '');
  const phrase = useSettledText(place.phrase ?? '');
  return wantedBy({ ...place, search, phrase }, readersZone(), clock.now());
}

export function readersZone(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone;
}
