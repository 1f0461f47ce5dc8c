import { describe, expect, it } from 'vitest';
import { linkAmong, parseDeepLink } from '../../../src-main/deep-links/deep-link.ts';

const callId = `call_${'a'.repeat(20)}`;

describe('parseDeepLink', () => {
  it('reads the call from a link', () => {
    expect(parseDeepLink(`toritsugi://call/${callId}`)).toBe(callId);
  });

  it.each([
    'toritsugi://call/',
    'toritsugi://call/call_1',
    `toritsugi://call/${callId}/end`,
    `toritsugi://call/..%2f${callId}`,
    `toritsugi://customer/${callId}`,
    `https://call/${callId}`,
    callId,
    '',
  ])('passes over %j', (link) => {
    expect(parseDeepLink(link)).toBeNull();
  });
});

describe('linkAmong', () => {
  it('finds the link among the arguments of a start, whatever it says', () => {
    const link = `toritsugi://call/${callId}`;

    expect(linkAmong(['/opt/toritsugi', '--hidden', link])).toBe(link);
    expect(linkAmong(['/opt/toritsugi', 'TORITSUGI://call/x'])).toBe('TORITSUGI://call/x');
    expect(linkAmong(['/opt/toritsugi', '--hidden'])).toBeNull();
  });
});
