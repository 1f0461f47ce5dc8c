import { describe, expect, it } from 'vitest';
import { callsAfter } from '../../../src-renderer/platform/after-event.ts';
import { createArrivals } from '../../../src-renderer/platform/arrivals.ts';
import { sampleCall } from '../support/samples.ts';

describe('createArrivals', () => {
  it('folds what arrives during a fetch into an answer that may be older', async () => {
    const arrivals = createArrivals();
    const { promise, resolve } = Promise.withResolvers<ReturnType<typeof sampleCall>[]>();
    const ended = sampleCall(1, { status: 'completed', endedAt: '2026-11-20T01:05:00.000Z' });

    arrivals.add({ type: 'call-started', call: sampleCall(9) });
    const calls = arrivals.during(() => promise, callsAfter);
    arrivals.add({ type: 'call-ended', call: ended });
    resolve([sampleCall(1)]);

    await expect(calls).resolves.toEqual([ended]);
  });

  it('passes on a failure, and waits for nothing more', async () => {
    const arrivals = createArrivals();

    const failed = arrivals.during(() => Promise.reject(new Error('unreachable')), callsAfter);

    await expect(failed).rejects.toThrow('unreachable');
  });
});
