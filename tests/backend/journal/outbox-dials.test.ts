import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { callIdSchema } from '../../../backend/contract/ids.ts';
import { createOutboxStore } from '../../../backend/journal/outbox-store.ts';
import { type Clock, systemClock } from '../../../backend/kernel/clock.ts';
import { createSimulatedClock } from '../../../backend/simulator/clock.ts';
import {
  call,
  createOutboxBench,
  dial,
  hangUp,
  type OutboxBench,
  unanswered,
} from '../../support/outbox-bench.ts';
import { eventually } from '../../support/patience.ts';

const leg = { legRef: 'CA9', conferenceRef: 'CF9' };
const anotherCall = callIdSchema.parse(`call_${'2'.repeat(20)}`);

describe('the outbox that dials customers', () => {
  let bench: OutboxBench;

  beforeEach(() => {
    bench = createOutboxBench();
  });

  afterEach(() => bench[Symbol.asyncDispose]());

  /** In fast time: whether it was done is asked for fifteen seconds. */
  async function dialIntoSilence(clock: Clock, speed: number) {
    const outbox = bench.start({ clock, speed });
    bench.send(call, dial(call));
    await eventually(() => expect(bench.carrier.asked).toHaveLength(1));
    bench.carrier.answer(0, unanswered);
    await eventually(() => expect(bench.doubted).toEqual([call]));
    return outbox;
  }

  it('never dials a customer twice: it looks up whether the first time worked', async () => {
    using clock = createSimulatedClock({ speed: 50 });
    bench.carrier.knows({ type: 'done', leg });

    await dialIntoSilence(clock, 50);

    await eventually(() => expect(bench.outcomes).toEqual([{ type: 'done', leg }]));
    expect(bench.carrier.asked).toHaveLength(1);
  });

  it('does not believe at once that the carrier knows nothing of a dial: it may be on its way', async () => {
    using clock = createSimulatedClock({ speed: 50 });
    const since = clock.now();

    await dialIntoSilence(clock, 50);

    await eventually(() => expect(bench.outcomes).toMatchObject([{ type: 'unknown' }]));
    expect(clock.now().getTime() - since.getTime()).toBeGreaterThan(15_000);
    expect(bench.carrier.asked).toHaveLength(1);
  });

  it('asks for a dial as long as the carrier does not answer, and takes its word when it tells by itself', async () => {
    using clock = createSimulatedClock({ speed: 50 });
    bench.carrier.knows(unanswered);
    const outbox = await dialIntoSilence(clock, 50);
    await eventually(() => expect(outbox.heads()[0]?.attempts).toBeGreaterThan(4));

    bench.situation.told = true;
    bench.send(anotherCall, hangUp);

    await eventually(() => expect(bench.outcomes).toEqual([{ type: 'done' }]));
    expect(bench.carrier.asked.map(({ command }) => command.type)).toEqual(['dial-customer', 'hang-up']);
  });

  it('needs no look-up for a dial that the carrier told of before the request broke off', async () => {
    bench.start();
    bench.send(call, dial(call));
    await eventually(() => expect(bench.carrier.asked).toHaveLength(1));

    bench.situation.told = true;
    bench.carrier.answer(0, unanswered);

    await eventually(() => expect(bench.outcomes).toEqual([{ type: 'done' }]));
    expect(bench.doubted).toEqual([]);
  });

  it('goes on asking for a dial whose call was ended meanwhile: the customer may be rung all the same', async () => {
    using clock = createSimulatedClock({ speed: 50 });
    bench.carrier.knows(unanswered);
    const outbox = await dialIntoSilence(clock, 50);

    bench.situation.over = true;
    bench.database.transaction(() => outbox.withdraw(call));
    bench.carrier.knows({ type: 'done', leg });

    await eventually(() => expect(bench.outcomes).toEqual([{ type: 'done', leg }]));
  });

  it('looks up, and does not repeat, the dial that a crash interrupted', async () => {
    using clock = createSimulatedClock({ speed: 50 });
    bench.send(call, dial(call));
    const outbox = createOutboxStore(bench.database, clock);
    outbox.markSent(outbox.heads()[0]?.id ?? 0);

    bench.start({ clock, speed: 50 });

    await eventually(() => expect(bench.outcomes).toMatchObject([{ type: 'unknown' }]));
    expect(bench.doubted).toEqual([call]);
    expect(bench.carrier.asked).toEqual([]);
  });

  it('does not dial who must not be called by now, and says why', async () => {
    const outbox = bench.start({ dialPermission: 'outside-calling-hours' });

    bench.send(call, dial(call));

    await eventually(() =>
      expect(bench.outcomes).toEqual([{ type: 'not-dialled', reason: 'outside-calling-hours' }]),
    );
    expect(bench.carrier.asked).toEqual([]);
    expect(outbox.heads()).toEqual([]);
  });

  it('leaves a dial whose fate it cannot learn before it stops to the next start', async () => {
    bench.carrier.knows(unanswered);
    await dialIntoSilence(systemClock, 1);

    await bench.stop();
    expect(bench.outcomes).toEqual([]);

    bench.carrier.knows({ type: 'done', leg });
    bench.start();

    await eventually(() => expect(bench.outcomes).toEqual([{ type: 'done', leg }]));
  });
});
