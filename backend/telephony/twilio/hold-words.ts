import type { KnownLanguage } from './speech.ts';

/** What a customer on hold is told between the music. */
export const holdWords = {
  'ja-JP': '恐れ入ります。そのまま少々お待ちくださいませ。',
  'en-US': 'Please hold the line. Thank you for waiting.',
} as const satisfies Record<KnownLanguage, string>;

/** Whether the live transcription heard no more than these, or a part of them. */
export function areHoldWords(text: string): boolean {
  const heard = bare(text);
  return heard !== '' && Object.values(holdWords).some((words) => bare(words).includes(heard));
}

function bare(text: string): string {
  return text.replaceAll(/[\p{P}\s]/gu, '').toLowerCase();
}
