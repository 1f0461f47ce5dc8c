import { describe, expect, it } from 'vitest';
import manifest from '../../../package.json' with { type: 'json' };
import { createNewsTeller } from '../../../src-main/updates/news.ts';
import { settingsInMemory } from '../support/desktop-fixtures.ts';

const { version } = manifest;

describe('createNewsTeller', () => {
  it('tells after an update what is new, in the language asked for, until it is read', () => {
    const settings = settingsInMemory({ newsRead: '0.0.9' });
    const news = createNewsTeller(version, settings);

    const [japanese, english] = [news.get('ja'), news.get('en')];
    news.read();

    expect(japanese).toMatchObject({ kind: 'updated', version });
    expect(english).toMatchObject({ kind: 'updated', version });
    expect(japanese).not.toEqual(english);
    expect(createNewsTeller(version, settings).get('ja')).toEqual({ kind: 'nothing' });
  });

  it('tells nothing at the first start, which is no update', () => {
    expect(createNewsTeller(version, settingsInMemory()).get('ja')).toEqual({ kind: 'nothing' });
  });
});
