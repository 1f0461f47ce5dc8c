import { z } from 'zod';
import { createStore, type StoreApi } from 'zustand';
import type { ChosenSpeaker } from './voice-device-port.ts';

const preferencesSchema = z.object({
  language: z.enum(['ja', 'en']),
  appearance: z.enum(['system', 'light', 'dark']).catch('system'),
  /** Whether single letters (H, M, D, J, K, G, /) do anything. */
  singleKeys: z.boolean().catch(true),
  /** The plan asks for a confirmation; who hands over fifty times a day may switch it off. */
  skipHandoffConfirmation: z.boolean().catch(false),
  soundVolume: z.enum(['off', 'soft', 'normal']).catch('soft'),
  /** Where voices and tones are heard, and where it rings; null is the system's own choice. */
  speaker: z.string().nullable().catch(null),
  ringDevice: z.string().nullable().catch(null),
  /** The account whose choice of notifications the desktop app has; null from before that followed the agent. */
  notificationsOf: z.string().nullable().catch(null),
  callScope: z.enum(['mine', 'all']).catch('all'),
});

/** What this person chose for this console; kept on this computer. */
export type Preferences = Readonly<z.infer<typeof preferencesSchema>>;
export type Language = Preferences['language'];
export type PreferencesStore = StoreApi<Preferences>;

const storageKey = 'toritsugi.preferences';

/** Without a choice, in the browser's language where it is one of ours: `browserLanguage` is a tag such as `ja-JP`. */
export function createPreferencesStore(storage: Storage, browserLanguage: string): PreferencesStore {
  const fallback = browserLanguage.startsWith('ja') ? 'ja' : 'en';
  const schema = preferencesSchema.extend({ language: preferencesSchema.shape.language.catch(fallback) });
  const store = createStore<Preferences>(() => schema.parse(stored(storage)));
  store.subscribe((preferences) => storage.setItem(storageKey, JSON.stringify(preferences)));
  return store;
}

/** The speaker among the preferences, for who needs no more of them. */
export function chosenSpeaker(preferences: PreferencesStore): ChosenSpeaker {
  return {
    current: () => preferences.getState().speaker,
    onChange: (listener) =>
      preferences.subscribe(({ speaker }, before) => {
        if (speaker !== before.speaker) listener();
      }),
  };
}

function stored(storage: Storage): unknown {
  try {
    return JSON.parse(storage.getItem(storageKey) ?? '{}') ?? {};
  } catch {
    return {};
  }
}
