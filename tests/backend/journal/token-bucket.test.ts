import { describe, expect, it } from 'vitest';
import { fullBucket, type TokenBucket, takeToken } from '../../../backend/journal/token-bucket.ts';

const start = new Date('2026-11-24T01:00:00.000Z');

function later(milliseconds: number): Date {
  return new Date(start.getTime() + milliseconds);
}

function taken(bucket: TokenBucket, perSecond: number, now: Date): TokenBucket {
  const answer = takeToken(bucket, perSecond, now);
  if (answer.type === 'empty') throw new Error('there is no token');
  return answer.bucket;
}

describe('takeToken', () => {
  it('gives one at once, and then tells when the next is there', () => {
    const bucket = taken(fullBucket(1, start), 1, start);

    expect(takeToken(bucket, 1, later(400))).toEqual({ type: 'empty', waitMs: 600 });
    expect(takeToken(bucket, 1, later(1_000))).toMatchObject({ type: 'taken' });
  });

  it('saves up one second’s worth and no more', () => {
    let bucket = fullBucket(3, start);
    for (let count = 0; count < 3; count += 1) bucket = taken(bucket, 3, later(60_000));

    expect(takeToken(bucket, 3, later(60_000))).toMatchObject({ type: 'empty' });
  });

  it('holds one token even where there are fewer in a second', () => {
    const bucket = taken(fullBucket(0.5, start), 0.5, start);

    expect(takeToken(bucket, 0.5, start)).toEqual({ type: 'empty', waitMs: 2_000 });
  });

  it('has a token after exactly the time that it told, whatever the rate', () => {
    for (const perSecond of [0.3, 0.7, 1, 3, 7]) {
      let bucket = fullBucket(perSecond, start);
      while (takeToken(bucket, perSecond, start).type === 'taken') bucket = taken(bucket, perSecond, start);
      const answer = takeToken(bucket, perSecond, start);
      const waitMs = answer.type === 'empty' ? answer.waitMs : 0;

      expect(takeToken(bucket, perSecond, later(waitMs)).type, `${perSecond} a second`).toBe('taken');
    }
  });

  it('neither fills nor empties when the clock is set back', () => {
    const bucket = taken(fullBucket(2, start), 2, start);

    expect(takeToken(bucket, 2, later(-3_600_000))).toMatchObject({ type: 'taken' });
  });
});
