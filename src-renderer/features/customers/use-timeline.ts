import { type InfiniteData, type UseInfiniteQueryResult, useInfiniteQuery } from '@tanstack/react-query';
import type { Timeline } from '../../../backend/contract/customer-timeline.ts';
import type { CustomerId } from '../../../backend/contract/ids.ts';
import { usePlatform } from '../../platform/platform-context.ts';
import { queryKeys } from '../../platform/query-keys.ts';

const newest: Timeline['next'] = null;

/** What happened with a customer, newest first. */
export function useTimeline(customerId: CustomerId): UseInfiniteQueryResult<InfiniteData<Timeline>> {
  const { api } = usePlatform();
  return useInfiniteQuery({
    queryKey: queryKeys.timeline(customerId),
    queryFn: ({ pageParam }) => api.timeline(customerId, pageParam),
    initialPageParam: newest,
    getNextPageParam: ({ next }) => next,
  });
}
