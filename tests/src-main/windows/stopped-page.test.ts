import { describe, expect, it } from 'vitest';
import { textsIn } from '../../../src-main/language/texts.ts';
import { stoppedPage } from '../../../src-main/windows/stopped-page.ts';

describe('stoppedPage', () => {
  it('says what happened, leads back to the console, and has no script', () => {
    const page = stoppedPage(textsIn('ja'));

    expect(page).toContain('<html lang="ja">');
    expect(page).toContain('画面が止まりました');
    expect(page).toContain('<a href="./index.html">もう一度開く</a>');
    expect(page).not.toContain('<script');
  });
});
