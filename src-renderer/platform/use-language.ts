import { useStore } from 'zustand';
import { usePlatform } from './platform-context.ts';
import type { Language } from './preferences.ts';

export function useLanguage(): Language {
  return useStore(usePlatform().preferences, ({ language }) => language);
}
