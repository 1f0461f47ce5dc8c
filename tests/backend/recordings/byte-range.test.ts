import { describe, expect, it } from 'vitest';
import { byteRange } from '../../../backend/recordings/byte-range.ts';

describe('byteRange', () => {
  it.each([
    ['bytes=0-0', { type: 'part', from: 0, to: 0 }],
    ['bytes=10-', { type: 'part', from: 10, to: 99 }],
    ['bytes=90-200', { type: 'part', from: 90, to: 99 }],
    ['bytes=-10', { type: 'part', from: 90, to: 99 }],
    ['bytes=-500', { type: 'part', from: 0, to: 99 }],
  ])('takes %s of a hundred bytes for a part', (header, range) => {
    expect(byteRange(header, 100)).toEqual(range);
  });

  it.each(['bytes=100-', 'bytes=100-120', 'bytes=-0'])('finds nothing at %s of a hundred bytes', (header) => {
    expect(byteRange(header, 100)).toEqual({ type: 'beyond' });
  });

  it.each([undefined, '', 'bytes=-', 'bytes=5-2', 'bytes=0-1,4-5', 'lines=1-2', 'bytes=a-b'])(
    'gives all of it for %s',
    (header) => {
      expect(byteRange(header, 100)).toEqual({ type: 'whole' });
    },
  );
});
