import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createOutboxStore } from '../../../backend/journal/outbox-store.ts';
import { systemClock } from '../../../backend/kernel/clock.ts';
import { call, createOutboxBench, type OutboxBench, ring } from '../../support/outbox-bench.ts';
import { eventually } from '../../support/patience.ts';

describe('the outbox that rings agents’ telephones', () => {
  let bench: OutboxBench;

  beforeEach(() => {
    bench = createOutboxBench();
  });

  afterEach(() => bench[Symbol.asyncDispose]());

  it('rings an agent’s telephone once, and gives up what nobody knows of: the customer waits', async () => {
    bench.start();
    bench.send(call, ring);
    await eventually(() => expect(bench.carrier.asked).toHaveLength(1));

    bench.carrier.answer(0, { type: 'unknown', detail: 'no answer in time' });

    await eventually(() => expect(bench.outcomes).toMatchObject([{ type: 'unknown' }]));
    expect(bench.carrier.asked).toHaveLength(1);
  });

  it('finds the telephone that rings although the answer was lost', async () => {
    bench.carrier.knows({ type: 'rung', legRef: 'CA7' });
    bench.start();
    bench.send(call, ring);
    await eventually(() => expect(bench.carrier.asked).toHaveLength(1));

    bench.carrier.answer(0, { type: 'unknown', detail: 'no answer in time' });

    await eventually(() => expect(bench.outcomes).toEqual([{ type: 'rung', legRef: 'CA7' }]));
    expect(bench.carrier.asked).toHaveLength(1);
  });

  it('looks up a telephone again, and does not ring it, while the carrier does not answer', async () => {
    bench.carrier.knows({ type: 'unknown', detail: 'HTTP 500' });
    bench.situation.told = true;
    const outbox = bench.start();
    bench.send(call, ring);
    await eventually(() => expect(bench.carrier.asked).toHaveLength(1));

    bench.carrier.answer(0, { type: 'unknown', detail: 'no answer in time' });
    await eventually(() => expect(outbox.heads()).toMatchObject([{ unsureSince: expect.any(Date) }]));
    bench.carrier.knows({ type: 'rung', legRef: 'CA7' });

    await eventually(() => expect(bench.outcomes).toEqual([{ type: 'rung', legRef: 'CA7' }]));
    expect(bench.carrier.asked).toHaveLength(1);
  });

  it('looks up, and does not ring again, the telephone whose ringing a crash interrupted', async () => {
    bench.send(call, ring);
    const outbox = createOutboxStore(bench.database, systemClock);
    outbox.markSent(outbox.heads()[0]?.id ?? 0);
    bench.carrier.knows({ type: 'rung', legRef: 'CA7' });

    bench.start();

    await eventually(() => expect(bench.outcomes).toEqual([{ type: 'rung', legRef: 'CA7' }]));
    expect(bench.carrier.asked).toEqual([]);
    expect(bench.doubted).toEqual([]);
  });
});
