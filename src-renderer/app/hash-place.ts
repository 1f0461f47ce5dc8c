import { useSyncExternalStore } from 'react';

interface NavigateOptions {
  readonly replace?: boolean;
  readonly state?: unknown;
}

/**
 * The place in the console, with what it is narrowed down to, all of it in the hash: `#/history?result=success`. Wouter's own would have
 * the query before the hash, where it outlives the place that it belongs to.
 */
export const useHashPlace = Object.assign(usePath, {
  hrefs: (place: string): string => `#${place}`,
  searchHook: useQuery,
});

function usePath(): [string, typeof navigate] {
  return [useSyncExternalStore(subscribe, currentPath), navigate];
}

function useQuery(): string {
  return useSyncExternalStore(subscribe, currentQuery);
}

function subscribe(onChange: () => void): () => void {
  window.addEventListener('hashchange', onChange);
  return () => window.removeEventListener('hashchange', onChange);
}

function navigate(to: string, { replace = false, state = null }: NavigateOptions = {}): void {
  const oldURL = window.location.href;
  window.history[replace ? 'replaceState' : 'pushState'](state, '', `#${to}`);
  // Only what a person does to the address is told of by the browser.
  window.dispatchEvent(new HashChangeEvent('hashchange', { oldURL, newURL: window.location.href }));
}

function currentPath(): string {
  return partsOfHash().path;
}

function currentQuery(): string {
  return partsOfHash().query;
}

function partsOfHash(): { readonly path: string; readonly query: string } {
  const place = window.location.hash.replace(/^#?\/?/, '');
  const mark = place.indexOf('?');
  if (mark === -1) return { path: `/${place}`, query: '' };
  return { path: `/${place.slice(0, mark)}`, query: place.slice(mark + 1) };
}
