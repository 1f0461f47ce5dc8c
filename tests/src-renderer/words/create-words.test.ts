import { describe, expect, it } from 'vitest';
import { createPreferencesStore } from '../../../src-renderer/platform/preferences.ts';
import { createWords } from '../../../src-renderer/words/create-words.ts';
import { loadAllWords } from '../../../src-renderer/words/load-words.ts';

async function startWords(language: 'ja' | 'en') {
  const preferences = createPreferencesStore(sessionStorage, language);
  preferences.setState({ language });
  const words = await createWords({ preferences, document, parts: [], onUnreachable: () => undefined });
  return { words, preferences };
}

describe('createWords', () => {
  it('begins with the words of the chosen language, and no others', async () => {
    const { words } = await startWords('en');

    expect(words.t('nav.history')).toBe('History');
    expect(document.documentElement.lang).toBe('en');
    expect(words.hasResourceBundle('ja', 'shell')).toBe(false);
  });

  it('shows every word of the language before until those of a newly chosen one are here', async () => {
    const { words, preferences } = await startWords('ja');

    preferences.setState({ language: 'en' });

    expect(words.t('nav.history')).toBe('履歴');
    await expect.poll(() => words.t('nav.history')).toBe('History');
    expect(document.documentElement.lang).toBe('en');
  });

  it('shows the language that was chosen last, however fast', async () => {
    const { words, preferences } = await startWords('ja');

    preferences.setState({ language: 'en' });
    preferences.setState({ language: 'ja' });
    await loadAllWords(words);

    expect(words.t('nav.history')).toBe('履歴');
    expect(document.documentElement.lang).toBe('ja');
  });
});
