import type { i18n } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { Language } from './preferences.ts';

/** The language on the screen. For a moment after another was chosen that is the one before. */
export function useLanguage(): Language {
  return languageOf(useTranslation().i18n);
}

/** The language that is spoken just now. */
export function languageOf({ language }: i18n): Language {
  return language === 'en' ? 'en' : 'ja';
}
