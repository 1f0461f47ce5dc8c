import { createInstance, type i18n } from 'i18next';
import { initReactI18next } from 'react-i18next';
import type { Language, PreferencesStore } from '../platform/preferences.ts';
import { loadFirstWords, loadParts, loadWords } from './load-words.ts';
import type { Japanese, LaterPart } from './words.ts';

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'shell';
    resources: Japanese;
  }
}

export interface WordsDeps {
  readonly preferences: PreferencesStore;
  readonly document: Document;
  /** What the page says besides the first words before it can fetch more. */
  readonly parts: readonly LaterPart[];
  /** The words of a language that was chosen cannot be fetched: the one before stays. */
  readonly onUnreachable: () => void;
}

/**
 * The console's words, in the language of the preferences and following its changes: until the words of a newly chosen language are here,
 * the screen stays in the one before.
 */
export async function createWords({ preferences, document, parts, onUnreachable }: WordsDeps): Promise<i18n> {
  let shown = preferences.getState().language;
  const words = createInstance();
  await words.use(initReactI18next).init({
    lng: shown,
    // Every language has every word, or does not compile; another to fall back on would be fetched for nothing.
    fallbackLng: false,
    defaultNS: 'shell',
    resources: {},
    interpolation: { escapeValue: false },
  });
  await Promise.all([loadFirstWords(words, shown), loadParts(words, shown, parts)]);
  document.documentElement.lang = shown;

  const show = async (language: Language): Promise<void> => {
    await loadWords(words, language);
    // Another may have been chosen meanwhile.
    if (preferences.getState().language !== language) return;
    shown = language;
    document.documentElement.lang = language;
    await words.changeLanguage(language);
  };
  preferences.subscribe(({ language }, before) => {
    if (language === before.language) return;
    show(language).catch(() => {
      if (preferences.getState().language !== language) return;
      onUnreachable();
      preferences.setState({ language: shown });
    });
  });
  return words;
}
