import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { callIdSchema, legIdSchema } from '../../../backend/contract/ids.ts';
import { carrierCommands } from '../../../backend/db/schema/journal.ts';
import { createOutboxStore } from '../../../backend/journal/outbox-store.ts';
import { systemClock } from '../../../backend/kernel/clock.ts';
import { createSimulatedClock } from '../../../backend/simulator/clock.ts';
import {
  addAi,
  call,
  createOutboxBench,
  dial,
  done,
  hangUp,
  mute,
  type OutboxBench,
} from '../../support/outbox-bench.ts';
import { eventually } from '../../support/patience.ts';

const leg = { legRef: 'CA9', conferenceRef: 'CF9' };
const anotherCall = callIdSchema.parse(`call_${'2'.repeat(20)}`);
const thirdCall = callIdSchema.parse(`call_${'3'.repeat(20)}`);
const fourthCall = callIdSchema.parse(`call_${'4'.repeat(20)}`);

describe('the outbox', () => {
  let bench: OutboxBench;

  beforeEach(() => {
    bench = createOutboxBench();
  });

  afterEach(() => bench[Symbol.asyncDispose]());

  it('sends the commands of one call in order, each after the answer to the one before', async () => {
    bench.start();
    bench.send(call, mute(true));
    bench.send(call, mute(false));
    await eventually(() => expect(bench.carrier.asked).toHaveLength(1));

    bench.carrier.answer(0, done);
    await eventually(() => expect(bench.carrier.asked).toHaveLength(2));

    expect(bench.carrier.asked.map(({ command }) => command)).toEqual([mute(true), mute(false)]);
  });

  it('does not let one call wait for another', async () => {
    bench.start();
    bench.send(call, mute(true));
    bench.send(anotherCall, mute(true));

    await eventually(() => expect(bench.carrier.asked).toHaveLength(2));
  });

  it('does not let what a customer is to hear wait for a new leg, nor one new leg for another', async () => {
    bench.start();
    bench.send(call, addAi);
    bench.send(call, { ...addAi, legId: legIdSchema.parse(`leg_${'2'.repeat(20)}`), label: 'ai-2' });
    bench.send(call, mute(true));

    await eventually(() => expect(bench.carrier.asked).toHaveLength(3));
  });

  it('finishes after a crash what was sent and never answered', async () => {
    bench.send(call, mute(true));
    const outbox = createOutboxStore(bench.database, systemClock);
    outbox.markSent(outbox.heads()[0]?.id ?? 0);

    bench.start();

    await eventually(() => expect(bench.carrier.asked.map(({ command }) => command)).toEqual([mute(true)]));
  });

  it('goes on with the next command of a call when one breaks', async () => {
    const { execute } = bench.carrier.telephony;
    bench.carrier.telephony.execute = (command) =>
      command.type === 'mute-leg' && command.muted ? Promise.reject(new Error('a defect')) : execute(command);
    bench.situation.over = true;
    bench.start();
    bench.send(call, mute(true));
    bench.send(call, mute(false));

    await eventually(() => expect(bench.carrier.asked.map(({ command }) => command)).toEqual([mute(false)]));
  });

  it('asks for no more legs a second than it may, and for nothing else more slowly', async () => {
    using clock = createSimulatedClock({ speed: 20 });
    bench.start({ clock, speed: 20, legsPerSecond: 1 });
    const began = clock.now().getTime();
    for (const callId of [call, anotherCall, thirdCall]) bench.send(callId, dial(callId));
    await eventually(() => expect(bench.carrier.asked).toHaveLength(1));
    bench.send(fourthCall, hangUp);

    await eventually(() => expect(bench.carrier.asked).toHaveLength(4));

    expect(bench.carrier.asked.map(({ command }) => command.type).indexOf('hang-up')).toBeLessThan(3);
    expect(clock.now().getTime() - began).toBeGreaterThanOrEqual(2_000);
  });

  it('asks for the legs of calls that are on before it dials anybody else', async () => {
    using clock = createSimulatedClock({ speed: 20 });
    bench.start({ clock, speed: 20, legsPerSecond: 0.1 });
    bench.send(call, dial(call));
    await eventually(() => expect(bench.carrier.asked).toHaveLength(1));
    bench.send(anotherCall, dial(anotherCall));
    bench.send(call, addAi);

    bench.carrier.answer(0, { type: 'done', leg });

    await eventually(() => expect(bench.carrier.asked).toHaveLength(3));
    expect(bench.carrier.asked.map(({ command }) => command)).toEqual([dial(call), addAi, dial(anotherCall)]);
  });

  it('has the AI join a call that came to us before anybody else is dialled', async () => {
    using clock = createSimulatedClock({ speed: 20 });
    bench.send(anotherCall, dial(anotherCall), clock);
    bench.send(thirdCall, dial(thirdCall), clock);
    bench.send(call, addAi, clock);

    bench.start({ clock, speed: 20, legsPerSecond: 0.1 });

    await eventually(() => expect(bench.carrier.asked).toHaveLength(1));
    expect(bench.carrier.asked[0]?.command).toEqual(addAi);
  });

  it.each(['waiting', 'sent'] as const)(
    'says so of a %s command that it cannot read, and goes on with all others',
    async (state) => {
      const values = { callId: call, command: { type: 'of-another-version' }, attempts: 0, state } as const;
      const now = systemClock.now();
      bench.database.query
        .insert(carrierCommands)
        .values({ ...values, notBefore: now, createdAt: now })
        .run();
      bench.send(call, mute(true));
      bench.send(anotherCall, mute(true));

      bench.start();

      await eventually(() => expect(bench.carrier.asked).toHaveLength(2));
      expect(bench.kept.lines.map(({ msg }) => msg)).toEqual([
        'a stored carrier command cannot be read and is left out',
      ]);
    },
  );

  it('waits by the clock of the domains, however fast it runs', async () => {
    using clock = createSimulatedClock({ speed: 100 });
    bench.start({ clock, speed: 100 });
    bench.send(call, mute(true));
    await eventually(() => expect(bench.carrier.asked).toHaveLength(1));

    bench.carrier.answer(0, { type: 'throttled', retryAfterMs: 60_000 });

    await eventually(() => expect(bench.carrier.asked).toHaveLength(2));
  });
});
