import { useStore } from 'zustand';
import { usePlatform } from './platform-context.ts';

/** While it is true, what the screen says may be out of date, and nothing asked of the server would arrive. */
export function useConnectionLost(): boolean {
  return useStore(usePlatform().connection, ({ type }) => type === 'lost');
}
