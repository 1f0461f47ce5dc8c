import type { InfiniteData, QueryClient, QueryKey } from '@tanstack/react-query';
import type { AgentProfile, AgentStatus } from '../../backend/contract/agents.ts';
import type { CallRecord, CallSession, HistoryPage } from '../../backend/contract/calls.ts';
import type { Customer, CustomerPage } from '../../backend/contract/customers.ts';
import type { RealtimeEvent, ServerFrame } from '../../backend/contract/events.ts';
import type { Offer } from '../../backend/contract/handoffs.ts';
import type { AgentId, CallId } from '../../backend/contract/ids.ts';
import type { OpenReminder, Reminders } from '../../backend/contract/reminders.ts';
import type { Supervision } from '../../backend/contract/supervision.ts';
import {
  agentsAfter,
  callsAfter,
  historyPageAfter,
  offersAfter,
  recordAfter,
  supervisionsAfter,
} from './after-event.ts';
import { applyCampaignEvent } from './apply-campaign.ts';
import { queryKeys } from './query-keys.ts';

/** Writes an event of the server into everything that is cached, for the agent who is signed in. */
export function applyEvent(cache: QueryClient, me: AgentId, event: RealtimeEvent): void {
  applyCallEvent(cache, event);
  applyCampaignEvent(cache, event);
  amend<Offer[]>(cache, queryKeys.offers, (offers) => offersAfter(offers, event, me));
  amend<AgentStatus[]>(cache, queryKeys.agents, (agents) => agentsAfter(agents, event));
  amend<Supervision[]>(cache, queryKeys.supervisions, (known) => supervisionsAfter(known, event));
  if (event.type === 'agent-status-changed') applyStatus(cache, event.status);
  if (event.type === 'settings-changed') applySettings(cache, me, event.agentId);
  if (event.type === 'customer-updated') applyCustomer(cache, event.customer);
  if (event.type === 'reminder-due') void cache.invalidateQueries({ queryKey: queryKeys.reminders });
}

/** For what the server answered to this console, ahead of the event that says the same. */
export function applyCallEvent(cache: QueryClient, event: RealtimeEvent): void {
  const callId = callIdOf(event);
  if (callId === null) return;
  amend<CallSession[]>(cache, queryKeys.activeCalls, (calls) => callsAfter(calls, event));
  amend<CallRecord>(cache, queryKeys.call(callId), (record) => recordAfter(record, event));
  amendHistory(cache, event);
  // Asked for again, a page that shows it learns that it is gone.
  if (event.type === 'call-hidden') void cache.resetQueries({ queryKey: queryKeys.call(callId) });
  if (event.type !== 'call-ended') return;
  void cache.invalidateQueries({ queryKey: queryKeys.customer(event.call.customer.id) });
}

/** Forgets what was cached and takes the server's word for everything that is going on. */
export function applySnapshot(
  cache: QueryClient,
  snapshot: Extract<ServerFrame, { type: 'snapshot' }>,
): void {
  void cache.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== queryKeys.session[0] });
  cache.setQueryData(queryKeys.activeCalls, snapshot.calls);
  cache.setQueryData(queryKeys.offers, snapshot.offers);
  cache.setQueryData(queryKeys.agents, snapshot.agents);
  cache.setQueryData(queryKeys.supervisions, snapshot.supervisions);
}

/** What is shown of settings that somebody saved is asked for again; the team's, `null`, are in everybody's. */
function applySettings(cache: QueryClient, me: AgentId, agentId: AgentId | null): void {
  if (agentId === null || agentId === me) void cache.invalidateQueries({ queryKey: queryKeys.profile });
  const ofOthers = agentId === null ? queryKeys.profiles : queryKeys.profileOf(agentId);
  void cache.invalidateQueries({ queryKey: ofOthers });
  if (agentId !== null) return;
  void cache.invalidateQueries({ queryKey: queryKeys.templateSets });
  void cache.invalidateQueries({ queryKey: queryKeys.teamDefaults });
}

export function applyProfile(cache: QueryClient, profile: AgentProfile): void {
  cache.setQueryData(queryKeys.profile, profile);
  amend<AgentStatus[]>(cache, queryKeys.agents, (agents) =>
    agentsAfter(agents, { type: 'agent-status-changed', status: profile.status }),
  );
}

export function applyCustomer(cache: QueryClient, customer: Customer): void {
  cache.setQueryData(queryKeys.customer(customer.id), customer);
  cache.setQueriesData<{ pages: CustomerPage[]; pageParams: unknown[] }>(
    { queryKey: queryKeys.customerLists },
    (list) => list && { ...list, pages: list.pages.map((page) => withCustomer(page, customer)) },
  );
  void cache.invalidateQueries({ queryKey: queryKeys.timeline(customer.id) });
  if (isReminded(cache, customer)) void cache.invalidateQueries({ queryKey: queryKeys.reminders });
}

/** Whether somebody is, or was until now, to call the customer again: most changes are of customers of whom no list of reminders tells. */
function isReminded(cache: QueryClient, { id, nextReminderAt }: Customer): boolean {
  if (nextReminderAt !== null) return true;
  const mine = cache.getQueryData<OpenReminder[]>(queryKeys.reminders) ?? [];
  const lists = cache.getQueriesData<InfiniteData<Reminders>>({ queryKey: queryKeys.reminderLists });
  const listed = lists.flatMap(([, list]) => list?.pages.flatMap(({ reminders }) => reminders) ?? []);
  return [...mine, ...listed].some(({ customerId }) => customerId === id);
}

/** What an event says nothing of is left alone: written down again, it would be drawn again. */
function amend<Data>(cache: QueryClient, key: QueryKey, change: (known: Data) => Data): void {
  cache.setQueryData<Data>(key, (known) => {
    const next = known === undefined ? undefined : change(known);
    return next === known ? undefined : next;
  });
}

/** The calls that are shown change in their place; those that begin, and those that come into sight, belong on the first page. */
function amendHistory(cache: QueryClient, event: RealtimeEvent): void {
  if (event.type === 'transcript-update' || event.type === 'handoff-updated') return;
  cache.setQueriesData<InfiniteData<HistoryPage>>(
    { queryKey: queryKeys.history },
    (history) => history && { ...history, pages: history.pages.map((page) => historyPageAfter(page, event)) },
  );
  if (event.type === 'call-updated') return;
  void cache.invalidateQueries({ queryKey: queryKeys.history });
}

function callIdOf(event: RealtimeEvent): CallId | null {
  switch (event.type) {
    case 'call-started':
    case 'call-updated':
    case 'call-ended':
      return event.call.id;
    case 'transcript-update':
      return event.turn.callId;
    case 'handoff-updated':
      return event.handoff.callId;
    case 'call-hidden':
      return event.callId;
    default:
      return null;
  }
}

function applyStatus(cache: QueryClient, status: AgentStatus): void {
  amend<AgentProfile>(cache, queryKeys.profile, (profile) =>
    profile.agentId === status.agentId ? { ...profile, status } : profile,
  );
  askAgainForProfile(cache);
}

/** An answer that is on its way may be older than the event, and would leave an agent who can be reached without a way to accept. */
function askAgainForProfile(cache: QueryClient): void {
  const profile = { queryKey: queryKeys.profile, exact: true };
  if (cache.isFetching(profile) === 0) return;
  void cache.cancelQueries(profile).then(() => cache.invalidateQueries(profile));
}

function withCustomer(page: CustomerPage, customer: Customer): CustomerPage {
  return {
    ...page,
    customers: page.customers.map((other) => (other.id === customer.id ? customer : other)),
  };
}
