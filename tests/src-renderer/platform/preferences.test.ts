import { afterEach, describe, expect, it } from 'vitest';
import { createPreferencesStore } from '../../../src-renderer/platform/preferences.ts';

describe('createPreferencesStore', () => {
  afterEach(() => localStorage.clear());

  it.each([
    ['ja', 'ja'],
    ['ja-JP', 'ja'],
    ['en-GB', 'en'],
    ['de', 'en'],
  ])('begins for a browser in %s in %s', (browserLanguage, language) => {
    const preferences = createPreferencesStore(localStorage, browserLanguage);

    expect(preferences.getState().language).toBe(language);
  });

  it('keeps the language that was chosen, whatever the browser speaks', () => {
    createPreferencesStore(localStorage, 'ja').setState({ language: 'en' });

    expect(createPreferencesStore(localStorage, 'ja').getState().language).toBe('en');
  });
});
