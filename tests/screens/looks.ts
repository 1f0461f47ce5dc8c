import type { Page } from '@playwright/test';

/** The console's pages of one and the same agent, in each language. */
export interface Pages {
  readonly ja: Page;
  readonly en: Page;
}

export type Language = keyof Pages;

export const sizes = {
  wide: { width: 1280, height: 800 },
  narrow: { width: 900, height: 720 },
  strip: { width: 420, height: 720 },
  /** The narrowest browser. */
  sliver: { width: 320, height: 640 },
  /** The desktop app's alert window. */
  alert: { width: 380, height: 220 },
} as const;

/** In what a picture is taken. */
export interface Look {
  readonly language: Language;
  readonly scheme: 'light' | 'dark';
  readonly size: keyof typeof sizes;
}

const schemes = ['light', 'dark'] as const;
const languages = ['ja', 'en'] as const;

function inBothLanguages(size: Look['size']): readonly Look[] {
  return languages.flatMap((language) => schemes.map((scheme) => ({ language, scheme, size })));
}

/** The main screens in both languages, light and dark. */
export const everyLook = inBothLanguages('wide');

/** Narrower, each once in each scheme. */
export const narrowerLooks: readonly Look[] = [
  { language: 'ja', scheme: 'light', size: 'narrow' },
  { language: 'en', scheme: 'dark', size: 'narrow' },
  { language: 'ja', scheme: 'dark', size: 'strip' },
  { language: 'en', scheme: 'light', size: 'strip' },
];

/** Every state, at the least: each language and each scheme once. */
export const twoLooks: readonly Look[] = [
  { language: 'ja', scheme: 'light', size: 'wide' },
  { language: 'en', scheme: 'dark', size: 'wide' },
];

/** What only one of the two pages can show, because its softphone has the call. */
export const japaneseLooks: readonly Look[] = [
  { language: 'ja', scheme: 'light', size: 'wide' },
  { language: 'ja', scheme: 'dark', size: 'wide' },
  { language: 'ja', scheme: 'light', size: 'narrow' },
  { language: 'ja', scheme: 'dark', size: 'strip' },
];

/** Each language in the looks in which its words are longest for the room there is. */
export const tightLooks: Readonly<Record<Language, readonly Look[]>> = {
  ja: [
    { language: 'ja', scheme: 'light', size: 'wide' },
    { language: 'ja', scheme: 'dark', size: 'narrow' },
    { language: 'ja', scheme: 'light', size: 'strip' },
  ],
  en: [
    { language: 'en', scheme: 'dark', size: 'wide' },
    { language: 'en', scheme: 'light', size: 'narrow' },
    { language: 'en', scheme: 'dark', size: 'strip' },
  ],
};

/** What only one page can show, as a state at the least. */
export const ownLooks: Readonly<Record<Language, readonly Look[]>> = {
  ja: schemes.map((scheme) => ({ language: 'ja', scheme, size: 'wide' })),
  en: schemes.map((scheme) => ({ language: 'en', scheme, size: 'wide' })),
};
