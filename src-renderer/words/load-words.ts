import type { i18n } from 'i18next';
import type { Language } from '../platform/preferences.ts';
import type { Words } from './japanese.ts';

/** Each language is fetched when it is wanted: who reads one should not wait for the other. */
export const wordsOf: Readonly<Record<Language, () => Promise<Words>>> = {
  ja: async () => (await import('./japanese.ts')).japanese,
  en: async () => (await import('./english.ts')).english,
};

/** Makes a language ready to be shown, once. Rejects when its words cannot be fetched. */
export async function loadWords(words: i18n, language: Language): Promise<void> {
  if (words.hasResourceBundle(language, 'shell')) return;
  const wording = await wordsOf[language]();
  for (const [part, texts] of Object.entries(wording)) words.addResourceBundle(language, part, texts);
}

/** Makes every language ready, for who looks for something by its name in either. Rejects when words cannot be fetched. */
export async function loadAllWords(words: i18n): Promise<void> {
  await Promise.all([loadWords(words, 'ja'), loadWords(words, 'en')]);
}
