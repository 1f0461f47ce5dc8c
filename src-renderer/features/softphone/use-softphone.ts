import { createContext, useContext, useEffect } from 'react';
import { createStore, useStore } from 'zustand';
import type { SoundLevels } from '../../platform/voice-device-port.ts';
import { lineOf } from './softphone-line.ts';
import type { SoftphoneActions, SoftphoneSnapshot, SoftphoneStore } from './softphone-store.ts';

/** Filled by `SoftphoneProvider`. */
export const SoftphoneContext = createContext<SoftphoneStore | null>(null);

export interface Softphone extends SoftphoneSnapshot, SoftphoneActions {}

/** The softphone of this window. It re-renders on changes of state, never on sound. */
export function useSoftphone(): Softphone {
  const store = useSoftphoneStore();
  return { ...useStore(store), ...store.actions };
}

/**
 * Calls `onLevels` many times a second during a call, for a meter that draws itself without React. Give it the same function on every
 * render.
 */
export function useSoundLevels(onLevels: (levels: SoundLevels) => void): void {
  const store = useSoftphoneStore();
  useEffect(() => store.onLevels(onLevels), [store, onLevels]);
}

/** The same for features that do not know the softphone: returns the undo. */
export function useLevelWatch(): SoftphoneStore['onLevels'] {
  return useSoftphoneStore().onLevels;
}

/** Tells of a line that was given up because its sound did not come back: returns the undo. */
export function useLineLosses(): SoftphoneStore['onLineLost'] {
  return useSoftphoneStore().onLineLost;
}

/** Whether this window's softphone is in a call; it is in none where nobody is signed in. */
export function useIsInCall(): boolean {
  return useStore(useContext(SoftphoneContext) ?? noSoftphone, ({ state }) => lineOf(state) !== null);
}

const noSoftphone = createStore<Pick<SoftphoneSnapshot, 'state'>>(() => ({ state: { phase: 'off' } }));

function useSoftphoneStore(): SoftphoneStore {
  const store = useContext(SoftphoneContext);
  if (store === null) throw new Error('useSoftphone is used outside SoftphoneProvider');
  return store;
}
