import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createOutboxStore } from '../../../backend/journal/outbox-store.ts';
import { systemClock } from '../../../backend/kernel/clock.ts';
import {
  addAi,
  call,
  createOutboxBench,
  dial,
  done,
  hangUp,
  legId,
  mute,
  type OutboxBench,
  ring,
  unanswered,
} from '../../support/outbox-bench.ts';
import { eventually } from '../../support/patience.ts';

const leg = { legRef: 'CA9', conferenceRef: 'CF9' };

describe('the outbox, of what nobody wants any more,', () => {
  let bench: OutboxBench;

  beforeEach(() => {
    bench = createOutboxBench();
  });

  afterEach(() => bench[Symbol.asyncDispose]());

  it('takes back what was not sent when the call is over, but for what ends something', async () => {
    const outbox = bench.start();
    bench.send(call, mute(true));
    await eventually(() => expect(bench.carrier.asked).toHaveLength(1));
    bench.send(call, mute(false));
    bench.send(call, hangUp);

    bench.database.transaction(() => outbox.withdraw(call));
    bench.carrier.answer(0, done);

    await eventually(() =>
      expect(bench.carrier.asked.map(({ command }) => command)).toEqual([mute(true), hangUp]),
    );
  });

  it.each([
    ['repeats', hangUp, 2],
    ['does not repeat', mute(true), 1],
  ])('%s %o of a call that is over', async (_what, command, times) => {
    bench.situation.over = true;
    bench.start();
    bench.send(call, command);
    await eventually(() => expect(bench.carrier.asked).toHaveLength(1));

    bench.carrier.answer(0, unanswered);

    await eventually(() => expect(bench.carrier.asked.length + bench.outcomes.length).toBe(2));
    expect(bench.carrier.asked).toHaveLength(times);
  });

  it('takes back what brings somebody who is not wanted any more', async () => {
    const outbox = createOutboxStore(bench.database, systemClock);
    bench.send(call, mute(true));
    bench.send(call, ring);

    bench.database.transaction(() => outbox.withdrawLeg(call, legId));

    expect(outbox.heads().map(({ type }) => type)).toEqual(['mute-leg']);
  });

  it.each([addAi, ring])(
    'brings nobody who was given up while the carrier was too busy: %o',
    async (command) => {
      const outbox = bench.start();
      bench.send(call, command);
      await eventually(() => expect(bench.carrier.asked).toHaveLength(1));

      bench.situation.givenUp = true;
      bench.database.transaction(() => outbox.withdrawLeg(call, legId));
      bench.carrier.answer(0, { type: 'throttled', retryAfterMs: 0 });

      await eventually(() => expect(bench.outcomes).toEqual([{ type: 'gone' }]));
      expect(bench.carrier.asked).toHaveLength(1);
    },
  );

  it('finds out whether somebody was brought who was given up meanwhile', async () => {
    bench.carrier.knows({ type: 'done', leg });
    bench.start();
    bench.send(call, addAi);
    await eventually(() => expect(bench.carrier.asked).toHaveLength(1));

    bench.situation.givenUp = true;
    bench.carrier.answer(0, unanswered);

    await eventually(() => expect(bench.outcomes).toEqual([{ type: 'done', leg }]));
    expect(bench.carrier.asked).toHaveLength(1);
  });

  it('does not dial the customer of a call that ended while the carrier was too busy to dial', async () => {
    const outbox = bench.start();
    bench.send(call, dial(call));
    await eventually(() => expect(bench.carrier.asked).toHaveLength(1));

    bench.situation.over = true;
    bench.database.transaction(() => outbox.withdraw(call));
    bench.carrier.answer(0, { type: 'throttled', retryAfterMs: 0 });

    await eventually(() => expect(bench.outcomes).toEqual([{ type: 'gone' }]));
    expect(outbox.heads()).toEqual([]);
    expect(bench.carrier.asked).toHaveLength(1);
  });
});
