import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { Customer } from '../../../backend/contract/customers.ts';
import { usePlatform } from '../../platform/platform-context.ts';
import { useSettledText } from '../../platform/use-settled-text.ts';

/** More than this are not chosen from, but searched for more exactly. */
const shownAtMost = 8;

export interface FoundCustomers {
  readonly customers: readonly Customer[];
  /** How many more there are. */
  readonly more: number;
  readonly status: 'idle' | 'searching' | 'found' | 'failed';
}

/** The customers whom a search means; nobody while nothing is searched. */
export function useFoundCustomers(search: string): FoundCustomers {
  const { api } = usePlatform();
  const wanted = useSettledText(search.trim());
  const found = useQuery({
    queryKey: ['palette', 'customers', wanted],
    queryFn: () => api.customers({ filter: { search: wanted }, after: null }),
    enabled: wanted !== '',
    placeholderData: keepPreviousData,
    gcTime: 0,
  });
  if (search.trim() === '') return { customers: [], more: 0, status: 'idle' };
  const settled = wanted === search.trim() && !found.isFetching;
  const { customers, total } = found.data ?? { customers: [], total: 0 };
  return {
    customers: customers.slice(0, shownAtMost),
    more: Math.max(0, total - shownAtMost),
    status: found.isError ? 'failed' : settled ? 'found' : 'searching',
  };
}
