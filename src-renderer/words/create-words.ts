import { createInstance, type i18n } from 'i18next';
import { initReactI18next } from 'react-i18next';
import type { Language, PreferencesStore } from '../platform/preferences.ts';
import { english } from './english.ts';
import { japanese } from './japanese.ts';

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'shell';
    resources: typeof japanese;
  }
}

/** The console's words, in the language of the preferences and following its changes. */
export async function createWords(preferences: PreferencesStore, document: Document): Promise<i18n> {
  const words = createInstance();
  await words.use(initReactI18next).init({
    lng: preferences.getState().language,
    fallbackLng: 'ja',
    defaultNS: 'shell',
    resources: { ja: japanese, en: english },
    interpolation: { escapeValue: false },
  });

  const use = (language: Language): void => {
    document.documentElement.lang = language;
    if (words.language !== language) void words.changeLanguage(language);
  };
  use(preferences.getState().language);
  preferences.subscribe(({ language }) => use(language));
  return words;
}
