import { describe, expect, it } from 'vitest';
import { pagePreferences } from '../../../src-main/security/web-contents.ts';

describe('pagePreferences', () => {
  it('confine a page, and set nothing else that Electron’s defaults would forbid it', () => {
    expect(pagePreferences('/preload.cjs')).toEqual({
      preload: '/preload.cjs',
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
      navigateOnDragDrop: false,
      spellcheck: false,
      backgroundThrottling: false,
      autoplayPolicy: 'no-user-gesture-required',
    });
  });
});
