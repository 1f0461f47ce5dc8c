import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { CallId } from '../../../backend/contract/ids.ts';
import { usePlatform } from '../../platform/platform-context.ts';
import { queryKeys } from '../../platform/query-keys.ts';

export interface CallsSaying {
  readonly callIds: ReadonlySet<CallId>;
  /** Why it is not known in which calls the words were said; null while it is. */
  readonly failure: Error | null;
  readonly retry: () => void;
}

/**
 * In which of the calls in progress the words were said, also before this page was opened. Asked for again every three seconds: meanwhile
 * what was said last is looked at here.
 */
export function useCallsSaying(search: string): CallsSaying {
  const { api } = usePlatform();
  const words = search.trim();
  const { data, error, refetch } = useQuery({
    queryKey: queryKeys.callsSaying(words),
    queryFn: () => api.callsSaying(words),
    enabled: words !== '',
    staleTime: 0,
    gcTime: 0,
    refetchInterval: 3_000,
    placeholderData: keepPreviousData,
  });
  const callIds = useMemo(() => new Set(words === '' ? [] : data), [words, data]);
  return { callIds, failure: words === '' ? null : error, retry: () => void refetch() };
}
