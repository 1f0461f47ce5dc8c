import { type UseQueryResult, useQuery } from '@tanstack/react-query';
import type { Report, ReportQuery } from '../../../backend/contract/reports.ts';
import { usePlatform } from '../../platform/platform-context.ts';
import { queryKeys } from '../../platform/query-keys.ts';

/** Asked for again each minute while it is shown. The one before stays until the next is there. */
export function useReport(query: ReportQuery): UseQueryResult<Report> {
  const { api } = usePlatform();
  return useQuery({
    queryKey: queryKeys.report(query),
    queryFn: () => api.report(query),
    placeholderData: (previous) => previous,
    staleTime: 0,
    refetchInterval: 60_000,
  });
}
