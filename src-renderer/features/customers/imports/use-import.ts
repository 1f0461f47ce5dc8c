import { type UseQueryResult, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { CustomerImport, ImportState } from '../../../../backend/contract/customer-imports.ts';
import type { ImportId } from '../../../../backend/contract/ids.ts';
import { usePlatform } from '../../../platform/platform-context.ts';
import { queryKeys } from '../../../platform/query-keys.ts';

const askedEveryMs = 700;

/** One import; asked for again and again while the server works on it. */
export function useImport(importId: ImportId): UseQueryResult<CustomerImport> {
  const { api } = usePlatform();
  const cache = useQueryClient();
  const query = useQuery({
    queryKey: queryKeys.customerImport(importId),
    queryFn: () => api.customerImport(importId),
    staleTime: 0,
    refetchInterval: ({ state }) =>
      state.data !== undefined && isWorking(state.data.state) ? askedEveryMs : false,
  });
  const state = query.data?.state;
  useEffect(() => {
    if (state === undefined || isWorking(state)) return;
    void cache.invalidateQueries({ queryKey: queryKeys.importRows(importId) });
    void cache.invalidateQueries({ queryKey: queryKeys.customerLists });
    void cache.invalidateQueries({ queryKey: queryKeys.customerTags });
  }, [state, cache, importId]);
  return query;
}

export function isWorking(state: ImportState): boolean {
  return state === 'reading' || state === 'checking' || state === 'running' || state === 'undoing';
}
