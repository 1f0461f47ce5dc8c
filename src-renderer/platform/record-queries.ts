import { type InfiniteData, type UseInfiniteQueryResult, useInfiniteQuery } from '@tanstack/react-query';
import type { AuditPage } from '../../backend/contract/audit.ts';
import type { BlockedPage } from '../../backend/contract/do-not-call.ts';
import type { Reminders } from '../../backend/contract/reminders.ts';
import { usePlatform } from './platform-context.ts';
import { queryKeys } from './query-keys.ts';
import type { AuditFilter, BlockedFilter } from './record-api.ts';

const firstReminders: Reminders['next'] = null;
const firstNumbers: BlockedPage['next'] = null;
const firstEntries: AuditPage['next'] = null;

/** Whom to call again, the one that is due first first; events keep it true. */
export function useReminderList(whose: 'mine' | 'all'): UseInfiniteQueryResult<InfiniteData<Reminders>> {
  const { api } = usePlatform();
  return useInfiniteQuery({
    queryKey: queryKeys.reminderList(whose),
    queryFn: ({ pageParam }) => api.remindersPage(whose, pageParam),
    initialPageParam: firstReminders,
    getNextPageParam: ({ next }) => next,
    staleTime: 0,
    refetchInterval: 60_000,
  });
}

/** The numbers that nobody calls, newest first. */
export function useBlockedNumbers(filter: BlockedFilter): UseInfiniteQueryResult<InfiniteData<BlockedPage>> {
  const { api } = usePlatform();
  return useInfiniteQuery({
    queryKey: queryKeys.blockedList(filter),
    queryFn: ({ pageParam }) => api.blockedNumbers(filter, pageParam),
    initialPageParam: firstNumbers,
    getNextPageParam: ({ next }) => next,
    placeholderData: (previous) => previous,
    staleTime: 0,
  });
}

/** Who changed what, newest first. */
export function useAudit(filter: AuditFilter): UseInfiniteQueryResult<InfiniteData<AuditPage>> {
  const { api } = usePlatform();
  return useInfiniteQuery({
    queryKey: queryKeys.audit(filter),
    queryFn: ({ pageParam }) => api.audit(filter, pageParam),
    initialPageParam: firstEntries,
    getNextPageParam: ({ next }) => next,
    placeholderData: (previous) => previous,
    staleTime: 0,
  });
}
