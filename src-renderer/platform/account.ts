import type { QueryClient } from '@tanstack/react-query';
import { createStore, type StoreApi } from 'zustand';
import type { AgentId } from '../../backend/contract/ids.ts';
import type { Session } from '../../backend/contract/session.ts';
import type { Platform } from './platform-context.ts';
import { queryKeys } from './query-keys.ts';

/** Whose the things are that this console holds: one user of one server. Null when it holds nobody's. */
export type AccountStore = StoreApi<string | null>;

export function createAccountStore(): AccountStore {
  return createStore<string | null>(() => null);
}

/**
 * Leaves nothing of an account on this console, whichever way it goes: signed out, ended by the server, or left for another server. What was
 * written and not saved may wait for the same account alone, and only where it did not choose to leave.
 */
export function forgetAccount(platform: Platform, cache: QueryClient, drafts: 'forgotten' | 'kept'): void {
  void platform.desktop?.session.forget();
  forgetTraces(platform, cache);
  if (drafts === 'forgotten') platform.drafts.forgetAll();
  cache.setQueryData(queryKeys.session, null);
}

/**
 * Follows who is signed in, and forgets each account that is so no more, before anything is drawn for the next one. `onEnded` is told of a
 * session that ended without the agent's doing. Returns the undo.
 */
export function followAccount(platform: Platform, cache: QueryClient, onEnded: () => void): () => void {
  const settle = (session: Session | null | undefined): void => {
    if (session === undefined) return;
    const before = platform.account.getState();
    const now = session === null ? null : accountOf(platform, session.user.id);
    if (now === before) return;
    if (now === null) {
      forgetAccount(platform, cache, 'kept');
      onEnded();
      return;
    }
    if (before !== null) forgetTraces(platform, cache);
    platform.drafts.belongTo(now);
    platform.account.setState(now, true);
  };
  settle(cache.getQueryData<Session | null>(queryKeys.session));
  return cache.getQueryCache().subscribe(({ query }) => {
    if (query.queryKey[0] === queryKeys.session[0]) {
      settle(cache.getQueryData<Session | null>(queryKeys.session));
    }
  });
}

/** The same person of another server is another account. */
export function accountOf({ serverAddress }: Pick<Platform, 'serverAddress'>, userId: AgentId): string {
  return `${serverAddress} ${userId}`;
}

function forgetTraces({ account, alerts, partials, toasts }: Platform, cache: QueryClient): void {
  account.setState(null, true);
  alerts.setState([], true);
  partials.setState({}, true);
  toasts.setState([], true);
  cache.getMutationCache().clear();
  cache.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== queryKeys.session[0] });
}
