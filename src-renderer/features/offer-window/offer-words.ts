import { createInstance, type i18n } from 'i18next';
import { initReactI18next } from 'react-i18next';
import { handoff as handoffInEnglish } from '../../words/en/handoff.ts';
import { vocabulary as vocabularyInEnglish } from '../../words/en/vocabulary.ts';
import { handoff } from '../../words/ja/handoff.ts';
import { vocabulary } from '../../words/ja/vocabulary.ts';

/** The console's words for an offer, and no others: this window must be up before the customer has to wait. */
export async function createOfferWords(): Promise<i18n> {
  const words = createInstance();
  await words.use(initReactI18next).init({
    lng: 'ja',
    defaultNS: 'handoff',
    resources: {
      ja: { handoff, vocabulary },
      en: { handoff: handoffInEnglish, vocabulary: vocabularyInEnglish },
    },
    interpolation: { escapeValue: false },
  });
  return words;
}
