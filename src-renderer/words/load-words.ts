import type { i18n } from 'i18next';
import type { Language } from '../platform/preferences.ts';
import { laterInEnglish } from './english.ts';
import { laterInJapanese } from './japanese.ts';
import type { FirstWords, LaterPart, LaterWords } from './words.ts';

interface WordsOfLanguage {
  readonly first: () => Promise<FirstWords>;
  readonly later: LaterWords;
}

/** Each language is fetched when it is wanted: who reads one should not wait for the other. */
const wordsOf: Readonly<Record<Language, WordsOfLanguage>> = {
  ja: { first: async () => (await import('./ja/first-words.ts')).firstWords, later: laterInJapanese },
  en: { first: async () => (await import('./en/first-words.ts')).firstWords, later: laterInEnglish },
};

/** Makes the words ready that are said until the list of calls is there. Rejects when they cannot be fetched. */
export async function loadFirstWords(words: i18n, language: Language): Promise<void> {
  if (words.hasResourceBundle(language, 'shell')) return;
  for (const [part, texts] of Object.entries(await wordsOf[language].first())) {
    words.addResourceBundle(language, part, texts);
  }
}

/** Makes parts of a language ready to be shown, each once. Rejects when one cannot be fetched. */
export async function loadParts(words: i18n, language: Language, parts: readonly LaterPart[]): Promise<void> {
  const { later } = wordsOf[language];
  await Promise.all(parts.map((part) => loadPart({ words, language, part, fetch: later[part] })));
}

/** Makes a whole language ready to be shown. Rejects when words cannot be fetched. */
export async function loadWords(words: i18n, language: Language): Promise<void> {
  const later = Object.entries(wordsOf[language].later);
  await Promise.all([
    loadFirstWords(words, language),
    ...later.map(([part, fetch]) => loadPart({ words, language, part, fetch })),
  ]);
}

/** Makes every language ready, for who looks for something by its name in either. Rejects when words cannot be fetched. */
export async function loadAllWords(words: i18n): Promise<void> {
  await Promise.all([loadWords(words, 'ja'), loadWords(words, 'en')]);
}

interface PartToLoad {
  readonly words: i18n;
  readonly language: Language;
  readonly part: string;
  readonly fetch: LaterWords[LaterPart];
}

async function loadPart({ words, language, part, fetch }: PartToLoad): Promise<void> {
  if (!words.hasResourceBundle(language, part)) words.addResourceBundle(language, part, await fetch());
}
