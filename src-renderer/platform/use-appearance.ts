import { useEffect } from 'react';
import { useStore } from 'zustand';
import type { PreferencesStore } from './preferences.ts';

/** Light, dark, or without the attribute as the system has it. */
export function useAppearance(preferences: PreferencesStore): void {
  const appearance = useStore(preferences, (chosen) => chosen.appearance);
  useEffect(() => {
    const root = document.documentElement;
    if (appearance === 'system') root.removeAttribute('data-appearance');
    else root.setAttribute('data-appearance', appearance);
  }, [appearance]);
}
