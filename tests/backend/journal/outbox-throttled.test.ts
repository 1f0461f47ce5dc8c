import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createSimulatedClock } from '../../../backend/simulator/clock.ts';
import {
  call,
  createOutboxBench,
  dial,
  mute,
  type OutboxBench,
  ring,
  unanswered,
} from '../../support/outbox-bench.ts';
import { eventually } from '../../support/patience.ts';

describe('the outbox, before a carrier that is too busy or breaks off,', () => {
  let bench: OutboxBench;

  beforeEach(() => {
    bench = createOutboxBench();
  });

  afterEach(() => bench[Symbol.asyncDispose]());

  it('gives a dial up that is throttled for about a minute, so that nobody waits for it for ever', async () => {
    using clock = createSimulatedClock({ speed: 200 });
    const since = clock.now();
    bench.carrier.telephony.execute = () => Promise.resolve({ type: 'throttled', retryAfterMs: null });

    bench.start({ clock, speed: 200 });
    bench.send(call, dial(call));

    await eventually(() => expect(bench.outcomes).toMatchObject([{ type: 'refused', reason: 'carrier' }]));
    expect(clock.now().getTime() - since.getTime()).toBeGreaterThan(60_000);
  });

  it('tries a throttled command again, after as long as the carrier asks for', async () => {
    bench.start();
    bench.send(call, mute(true));
    await eventually(() => expect(bench.carrier.asked).toHaveLength(1));

    bench.carrier.answer(0, { type: 'throttled', retryAfterMs: 20 });

    await eventually(() => expect(bench.carrier.asked).toHaveLength(2));
    expect(bench.outcomes).toEqual([]);
  });

  it('asks again in a few seconds for a call that is on, however long the carrier would have it wait', async () => {
    using clock = createSimulatedClock({ speed: 100 });
    bench.start({ clock, speed: 100 });
    bench.send(call, mute(true));
    await eventually(() => expect(bench.carrier.asked).toHaveLength(1));
    const began = clock.now().getTime();

    bench.carrier.answer(0, { type: 'throttled', retryAfterMs: 3_600_000 });

    await eventually(() => expect(bench.carrier.asked).toHaveLength(2));
    expect(clock.now().getTime() - began).toBeGreaterThanOrEqual(8_000);
  });

  it('gives a dial up at once that nobody would expect any more by the time the carrier allows it', async () => {
    const outbox = bench.start();
    bench.send(call, dial(call));
    await eventually(() => expect(bench.carrier.asked).toHaveLength(1));

    bench.carrier.answer(0, { type: 'throttled', retryAfterMs: 3_600_000 });

    await eventually(() => expect(bench.outcomes).toMatchObject([{ type: 'refused', reason: 'carrier' }]));
    expect(outbox.heads()).toEqual([]);
  });

  it('repeats a command that is safe to repeat when nobody knows whether it was done', async () => {
    bench.start();
    bench.send(call, mute(true));
    await eventually(() => expect(bench.carrier.asked).toHaveLength(1));

    bench.carrier.answer(0, unanswered);

    await eventually(() => expect(bench.carrier.asked).toHaveLength(2));
  });

  it('rings a telephone again that the carrier was too busy to ring', async () => {
    bench.start();
    bench.send(call, ring);
    await eventually(() => expect(bench.carrier.asked).toHaveLength(1));

    bench.carrier.answer(0, { type: 'throttled', retryAfterMs: 1 });

    await eventually(() => expect(bench.carrier.asked).toHaveLength(2));
  });
});
