import { describe, expect, it } from 'vitest';
import { senderOf } from '../../../src-main/ipc/sender.ts';

const own = { origin: 'app://toritsugi', url: 'app://toritsugi/index.html#/calls', parent: null };

describe('senderOf', () => {
  it('names the page by its address', () => {
    expect(senderOf(own)).toBe('console');
    expect(senderOf({ ...own, url: 'app://toritsugi/alert.html' })).toBe('alert');
  });

  it.each([
    ['another origin', { ...own, origin: 'https://example.com' }],
    ['an origin that only begins like ours', { ...own, origin: 'app://toritsugi.example' }],
    ['an opaque origin at our address', { ...own, origin: 'null' }],
    ['a frame within our page', { ...own, parent: {} }],
    ['a file of ours that is no page', { ...own, url: 'app://toritsugi/assets/index.js' }],
    ['a frame that has gone away', null],
  ])('takes %s for foreign', (_case, frame) => {
    expect(senderOf(frame)).toBe('foreign');
  });
});
