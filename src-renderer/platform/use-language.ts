import { useTranslation } from 'react-i18next';
import type { Language } from './preferences.ts';

/** The language on the screen. For a moment after another was chosen that is the one before. */
export function useLanguage(): Language {
  const { i18n } = useTranslation();
  return i18n.language === 'en' ? 'en' : 'ja';
}
