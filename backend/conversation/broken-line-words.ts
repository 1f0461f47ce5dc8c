import type { SpokenLanguage } from './turn-result.ts';

/** Said to a customer whom nobody can hear, before they are hung up on. */
export const brokenLineWords: Readonly<Record<SpokenLanguage, string>> = {
  'ja-JP':
    'お電話の調子が悪く、お声が聞こえません。大変申し訳ございません。改めて、お電話いたします。失礼いたします。',
  'en-US': 'I am very sorry, but the line is bad, and I cannot hear you. We will call you again. Good-bye.',
};
