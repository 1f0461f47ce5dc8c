import {
  type InfiniteData,
  queryOptions,
  type UseInfiniteQueryResult,
  type UseQueryResult,
  useInfiniteQuery,
  useQueries,
  useQuery,
} from '@tanstack/react-query';
import type { AgentProfile, AgentStatus } from '../../backend/contract/agents.ts';
import type { CallRecord, CallSession, HistoryPage } from '../../backend/contract/calls.ts';
import type { Block, Customer, CustomerFilter, CustomerPage } from '../../backend/contract/customers.ts';
import type { Offer } from '../../backend/contract/handoffs.ts';
import type { AgentId, CallId, CustomerId } from '../../backend/contract/ids.ts';
import type { Recording, RecordingState } from '../../backend/contract/recordings.ts';
import type { Session } from '../../backend/contract/session.ts';
import type { Supervision } from '../../backend/contract/supervision.ts';
import type { TelephonyOverview } from '../../backend/contract/telephony.ts';
import type { User } from '../../backend/contract/users.ts';
import { agentsAfter, callsAfter, offersAfter, recordAfter, supervisionsAfter } from './after-event.ts';
import { failureCode } from './api-failure.ts';
import type { WantedHistory } from './history-api.ts';
import { type Platform, usePlatform } from './platform-context.ts';
import { queryKeys } from './query-keys.ts';

/** Null when nobody is signed in. */
export function useSession(): UseQueryResult<Session | null> {
  const { api } = usePlatform();
  return useQuery({ queryKey: queryKeys.session, queryFn: api.session });
}

/** The calls in progress, and for a minute those that have just ended. */
export function useActiveCalls(): UseQueryResult<CallSession[]> {
  const { api, arrivals } = usePlatform();
  return useQuery({
    queryKey: queryKeys.activeCalls,
    queryFn: () => arrivals.during(api.activeCalls, callsAfter),
  });
}

export function useCallRecord(callId: CallId): UseQueryResult<CallRecord> {
  return useQuery(recordOf(callId, usePlatform()));
}

/** Whether the server knows no such call; false while nobody can tell. */
export function useCallGone(callId: CallId | null): boolean {
  const platform = usePlatform();
  const queries = [callId].filter((id) => id !== null).map((id) => recordOf(id, platform));
  const [record] = useQueries({ queries });
  return record?.data === undefined && failureCode(record?.error) === 'not-found';
}

function recordOf(callId: CallId, { api, arrivals }: Pick<Platform, 'api' | 'arrivals'>) {
  return queryOptions({
    queryKey: queryKeys.call(callId),
    queryFn: () => arrivals.during(() => api.call(callId), recordAfter),
  });
}

/** Newest first. The calls before stay until those of another filter are there. */
export function useHistory(filter: WantedHistory = all): UseInfiniteQueryResult<InfiniteData<HistoryPage>> {
  const { api } = usePlatform();
  return useInfiniteQuery({
    queryKey: queryKeys.historyOf(filter),
    queryFn: ({ pageParam: before }) => api.history({ filter, before }),
    initialPageParam: firstPage,
    getNextPageParam: (page) => page.next,
    placeholderData: (previous) => previous,
  });
}

const all: WantedHistory = {};

const firstPage: string | null = null;

/** The offers that wait for the answer of the agent who is signed in. */
export function useOffers(me: AgentId): UseQueryResult<Offer[]> {
  const { api, arrivals } = usePlatform();
  return useQuery({
    queryKey: queryKeys.offers,
    queryFn: () => arrivals.during(api.offers, (offers, event) => offersAfter(offers, event, me)),
  });
}

/** Who is on whose call as its supervisor, as far as the agent may know. */
export function useSupervisions(): UseQueryResult<Supervision[]> {
  const { api, arrivals } = usePlatform();
  return useQuery({
    queryKey: queryKeys.supervisions,
    queryFn: () => arrivals.during(api.supervisions, supervisionsAfter),
  });
}

/** On this call; null when that is nobody. */
export function useSupervisionOf(callId: CallId): Supervision | null {
  return useSupervisions().data?.find((supervision) => supervision.callId === callId) ?? null;
}

export function useAgents(): UseQueryResult<AgentStatus[]> {
  const { api, arrivals } = usePlatform();
  return useQuery({
    queryKey: queryKeys.agents,
    queryFn: () => arrivals.during(api.agents, agentsAfter),
  });
}

export function useProfile(): UseQueryResult<AgentProfile> {
  const { api } = usePlatform();
  return useQuery({ queryKey: queryKeys.profile, queryFn: api.profile });
}

export function useCustomers(filter: CustomerFilter): UseInfiniteQueryResult<InfiniteData<CustomerPage>> {
  const { api } = usePlatform();
  return useInfiniteQuery({
    queryKey: queryKeys.customerList(filter),
    queryFn: ({ pageParam: after }) => api.customers({ filter, after }),
    initialPageParam: firstPage,
    getNextPageParam: ({ next }) => next,
    placeholderData: (previous) => previous,
  });
}

export function useCustomer(customerId: CustomerId): UseQueryResult<Customer> {
  const { api } = usePlatform();
  return useQuery({ queryKey: queryKeys.customer(customerId), queryFn: () => api.customer(customerId) });
}

/** Of a customer who must not be called; asked for whenever it is shown, because in between another call may have led to another block. */
export function useBlock(customerId: CustomerId): UseQueryResult<Block> {
  const { api } = usePlatform();
  return useQuery({
    queryKey: queryKeys.block(customerId),
    queryFn: () => api.block(customerId),
    gcTime: 0,
  });
}

/** The recordings of a call, asked for again when the call says that something has become of them. */
export function useRecordings(callId: CallId, state: RecordingState): UseQueryResult<Recording[]> {
  const { api } = usePlatform();
  return useQuery({
    queryKey: [...queryKeys.recordings(callId), state],
    queryFn: () => api.recordings(callId),
  });
}

/** All accounts, for admins. No event tells that somebody has set their password, so they are asked for again while they are shown. */
export function useUsers(): UseQueryResult<User[]> {
  const { api } = usePlatform();
  return useQuery({
    queryKey: queryKeys.users,
    queryFn: api.users,
    staleTime: 0,
    refetchInterval: 30_000,
  });
}

/** How the telephone line is doing, for admins; asked for again while it is shown. */
export function useTelephony(): UseQueryResult<TelephonyOverview> {
  const { api } = usePlatform();
  return useQuery({
    queryKey: queryKeys.telephony,
    queryFn: api.telephony,
    staleTime: 0,
    refetchInterval: 5_000,
  });
}
