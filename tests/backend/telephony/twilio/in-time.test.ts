import { describe, expect, it } from 'vitest';
import { inTime } from '../../../../backend/telephony/twilio/in-time.ts';

const never = () => () => undefined;
const atOnce = (_: number, act: () => void) => {
  act();
  return () => undefined;
};

describe('inTime', () => {
  it('gives what was asked for', async () => {
    expect(await inTime(() => Promise.resolve('yes'), { ms: 1, late: 'late', after: never })).toBe('yes');
  });

  it('does not wait for longer', async () => {
    const ask = () => new Promise<string>(() => undefined);

    expect(await inTime(ask, { ms: 1, late: 'late', after: atOnce })).toBe('late');
  });

  it('breaks off what is given up, and nothing that was answered', async () => {
    const signals: AbortSignal[] = [];
    const asking = (answer: Promise<string>) => (signal: AbortSignal) => {
      signals.push(signal);
      return answer;
    };

    await inTime(asking(Promise.resolve('yes')), { ms: 1, late: 'late', after: never });
    await inTime(asking(new Promise(() => undefined)), { ms: 1, late: 'late', after: atOnce });

    expect(signals.map(({ aborted }) => aborted)).toEqual([false, true]);
  });

  it('fails as what was asked for fails', async () => {
    const ask = () => Promise.reject(new Error('no'));

    await expect(inTime(ask, { ms: 1, late: null, after: never })).rejects.toThrow('no');
  });

  it('stops waiting once it is answered', async () => {
    let canceled = 0;
    const after = () => () => {
      canceled += 1;
    };

    await inTime(() => Promise.resolve(1), { ms: 1, late: 2, after });

    expect(canceled).toBe(1);
  });
});
