import { createNewCalls, type NewCalls } from '../calls/new-calls.ts';
import type { BackendParts } from './backend-parts.ts';

/** What is checked and stored of every call that we start, by whomever. */
export function newCallsOf({
  config,
  stores,
  care,
  ids,
  clock,
  spending,
}: Pick<BackendParts, 'config' | 'stores' | 'care' | 'ids' | 'clock' | 'spending'>): NewCalls {
  const settingsOf = (agentId: Parameters<typeof stores.agents.find>[0]) =>
    stores.agents.find(agentId)?.settings;
  return createNewCalls({
    calls: stores.calls,
    dialRules: care.dialRules,
    callerNumberOf: (agentId) => settingsOf(agentId)?.callerNumber ?? null,
    hasConversationSettings: (agentId) => settingsOf(agentId)?.conversation != null,
    isCapReached: () => spending.standing() === 'reached',
    mostCalls: config.calls.concurrent,
    ids,
    clock,
  });
}
