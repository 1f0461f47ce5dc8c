import { describe, expect, it } from 'vitest';
import { accessAfter } from '../../../src-renderer/platform/microphone.ts';

describe('accessAfter', () => {
  it.each([
    ['NotAllowedError', 'denied'],
    ['NotReadableError', 'in-use'],
    ['AbortError', 'in-use'],
    ['NotFoundError', 'missing'],
  ])('takes %s for %s', (name, access) => {
    expect(accessAfter(new DOMException('', name))).toBe(access);
  });

  it('misses a microphone where the page may not even ask', () => {
    expect(accessAfter(new TypeError('navigator.mediaDevices is undefined'))).toBe('missing');
  });
});
