import { createStore, type StoreApi } from 'zustand';

/** Whether what is on the screen is kept up to date. */
export type Connection =
  | { readonly type: 'connecting' }
  | { readonly type: 'live' }
  /** `since`: when it was lost, by the server's clock, in milliseconds since 1970: what is shown was up to date until then. */
  | { readonly type: 'lost'; readonly since: number };

export type ConnectionStore = StoreApi<Connection>;

export function createConnectionStore(): ConnectionStore {
  return createStore<Connection>(() => ({ type: 'connecting' }));
}
