import { describe, expect, it } from 'vitest';
import { languageOf } from '../../../src-main/language/texts.ts';

describe('languageOf', () => {
  it('speaks Japanese on a Japanese computer and on one that does not say', () => {
    expect(['ja', 'ja-JP', ''].map(languageOf)).toEqual(['ja', 'ja', 'ja']);
  });

  it('speaks English elsewhere', () => {
    expect(['en-US', 'de', 'fr-FR'].map(languageOf)).toEqual(['en', 'en', 'en']);
  });
});
