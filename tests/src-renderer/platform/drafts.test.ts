import { afterEach, describe, expect, it } from 'vitest';
import { createDrafts } from '../../../src-renderer/platform/drafts.ts';

describe('createDrafts', () => {
  afterEach(() => sessionStorage.clear());

  it('has after a reload what was kept before it', () => {
    createDrafts(sessionStorage).keep('form', { text: '途中' });

    expect(createDrafts(sessionStorage).recall('form')).toEqual({ text: '途中' });
  });

  it('has nothing more of what was dropped, or after everything was forgotten', () => {
    const drafts = createDrafts(sessionStorage);
    drafts.keep('one', 1);
    drafts.keep('two', 2);

    drafts.drop('one');
    expect(createDrafts(sessionStorage).recall('one')).toBeUndefined();
    drafts.forgetAll();
    expect(createDrafts(sessionStorage).recall('two')).toBeUndefined();
  });

  it('begins anew where what is stored is not its own', () => {
    sessionStorage.setItem('toritsugi-drafts', '{');

    expect(createDrafts(sessionStorage).recall('form')).toBeUndefined();
  });
});
