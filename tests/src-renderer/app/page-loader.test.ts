import { createInstance } from 'i18next';
import { describe, expect, it } from 'vitest';
import { createPageLoader } from '../../../src-renderer/app/page-loader.ts';

const words = createInstance();

describe('createPageLoader', () => {
  it('loads once, however often it is asked', async () => {
    let loads = 0;
    const page = createPageLoader(async () => {
      loads += 1;
      return 'page';
    });

    await page.load(words);
    await page.load(words);

    expect(loads).toBe(1);
  });

  it('gives the same failure until it is forgotten, then tries again', async () => {
    const answers = [Promise.reject(new Error('no connection')), Promise.resolve('page')];
    const page = createPageLoader(() => answers.shift() ?? Promise.reject(new Error('too many')));

    const failed = page.load(words);
    await expect(failed).rejects.toThrow('no connection');
    const again = page.load(words);
    page.forgetFailure();

    expect(again).toBe(failed);
    expect(await page.load(words)).toBe('page');
  });
});
