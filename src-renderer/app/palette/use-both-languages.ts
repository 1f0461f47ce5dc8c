import type { ParseKeys } from 'i18next';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../platform/use-language.ts';
import type { Command } from './command.ts';

const namespaces = ['palette', 'settings', 'deviceSettings', 'shell', 'vocabulary', 'presence'] as const;

type Named = Pick<Command, 'label' | 'keywords'>;

/** Names a command in the console's language, and lets it be found by its name in the other one too. */
export function useBothLanguages(): (key: ParseKeys<typeof namespaces>) => Named {
  const { t, i18n } = useTranslation(namespaces);
  const foreign = i18n.getFixedT(useLanguage() === 'ja' ? 'en' : 'ja', namespaces);
  return (key) => ({ label: t(key), keywords: foreign(key) });
}
