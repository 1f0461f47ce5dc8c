import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type CallId, callIdSchema, legIdSchema } from '../../../backend/contract/ids.ts';
import { type Database, openDatabase } from '../../../backend/db/database.ts';
import { carrierCommands } from '../../../backend/db/schema/journal.ts';
import {
  type DialPermission,
  type FinalOutcome,
  startOutboxSender,
} from '../../../backend/journal/outbox-sender.ts';
import { createOutboxStore } from '../../../backend/journal/outbox-store.ts';
import { type Clock, systemClock } from '../../../backend/kernel/clock.ts';
import { createSimulatedClock } from '../../../backend/simulator/clock.ts';
import type { CarrierCommand, CarrierOutcome } from '../../../backend/telephony/carrier-command.ts';
import type { Telephony } from '../../../backend/telephony/telephony.ts';
import { type KeptLog, keptLog } from '../../support/kept-log.ts';
import { eventually } from '../../support/patience.ts';

const call = callIdSchema.parse(`call_${'1'.repeat(20)}`);
const anotherCall = callIdSchema.parse(`call_${'2'.repeat(20)}`);
const legId = legIdSchema.parse(`leg_${'1'.repeat(20)}`);
const done: CarrierOutcome = { type: 'done' };

function mute(muted: boolean): CarrierCommand {
  return { type: 'mute-leg', legId, conferenceRef: 'CF1', legRef: 'CA1', muted };
}

const hangUp: CarrierCommand = { type: 'hang-up', legId, legRef: 'CA1' };

function dial(callId: CallId): CarrierCommand {
  const leg = { legId, conferenceName: 'room', label: 'customer', record: false };
  return { type: 'dial-customer', callId, ...leg, to: '+81300010001' };
}

/** A carrier that answers each command when the test says so. */
function createCarrier() {
  const asked: { command: CarrierCommand; answer: (outcome: CarrierOutcome) => void }[] = [];
  let found: CarrierOutcome | { readonly type: 'not-done' } = { type: 'not-done' };
  const telephony: Pick<Telephony, 'execute' | 'findLeg'> = {
    execute: (command) => new Promise((answer) => asked.push({ command, answer })),
    findLeg: () => Promise.resolve(found),
  };
  return {
    asked,
    telephony,
    answer: (index: number, outcome: CarrierOutcome) => asked[index]?.answer(outcome),
    knows: (outcome: CarrierOutcome) => {
      found = outcome;
    },
  };
}

describe('the outbox', () => {
  let database: Database;
  let sender: AsyncDisposable | undefined;
  let carrier: ReturnType<typeof createCarrier>;
  let outcomes: FinalOutcome[];
  let over: boolean;
  let kept: KeptLog;

  function start({
    dialPermission = 'permitted',
    clock = systemClock,
    speed = 1,
  }: {
    dialPermission?: DialPermission;
    clock?: Clock;
    speed?: number;
  } = {}): ReturnType<typeof createOutboxStore> {
    const outbox = createOutboxStore(database, clock);
    sender = startOutboxSender({
      database,
      outbox,
      telephony: carrier.telephony,
      clock,
      speed,
      log: kept.log,
      random: () => 0,
      isOver: () => over,
      dialPermission: () => dialPermission,
      onOutcome: (_command, outcome) => outcomes.push(outcome),
    });
    return outbox;
  }

  function send(callId: CallId, command: CarrierCommand): void {
    database.transaction(() => createOutboxStore(database, systemClock).send(callId, command));
  }

  beforeEach(() => {
    database = openDatabase(':memory:');
    carrier = createCarrier();
    outcomes = [];
    over = false;
    kept = keptLog();
  });

  afterEach(async () => {
    for (const { answer } of carrier.asked) answer(done);
    await sender?.[Symbol.asyncDispose]();
    database[Symbol.dispose]();
  });

  it('sends the commands of one call in order, each after the answer to the one before', async () => {
    start();
    send(call, mute(true));
    send(call, mute(false));
    await eventually(() => expect(carrier.asked).toHaveLength(1));

    carrier.answer(0, done);
    await eventually(() => expect(carrier.asked).toHaveLength(2));

    expect(carrier.asked.map(({ command }) => command)).toEqual([mute(true), mute(false)]);
  });

  it('does not let one call wait for another', async () => {
    start();
    send(call, mute(true));
    send(anotherCall, mute(true));

    await eventually(() => expect(carrier.asked).toHaveLength(2));
  });

  it('tries a throttled command again, after as long as the carrier asks for', async () => {
    start();
    send(call, mute(true));
    await eventually(() => expect(carrier.asked).toHaveLength(1));

    carrier.answer(0, { type: 'throttled', retryAfterMs: 20 });

    await eventually(() => expect(carrier.asked).toHaveLength(2));
    expect(outcomes).toEqual([]);
  });

  it('repeats a command that is safe to repeat when nobody knows whether it was done', async () => {
    start();
    send(call, mute(true));
    await eventually(() => expect(carrier.asked).toHaveLength(1));

    carrier.answer(0, { type: 'unknown', detail: 'the connection broke' });

    await eventually(() => expect(carrier.asked).toHaveLength(2));
  });

  it('never dials a customer twice: it looks up whether the first time worked', async () => {
    start();
    const leg = { legRef: 'CA9', conferenceRef: 'CF9' };
    carrier.knows({ type: 'done', leg });
    send(call, dial(call));
    await eventually(() => expect(carrier.asked).toHaveLength(1));

    carrier.answer(0, { type: 'unknown', detail: 'the connection broke' });

    await eventually(() => expect(outcomes).toEqual([{ type: 'done', leg }]));
    expect(carrier.asked).toHaveLength(1);
  });

  it('finishes after a crash what was sent and never answered', async () => {
    send(call, mute(true));
    const outbox = createOutboxStore(database, systemClock);
    outbox.markSent(outbox.heads()[0]?.id ?? 0);

    start();

    await eventually(() => expect(carrier.asked.map(({ command }) => command)).toEqual([mute(true)]));
  });

  it('gives up a customer who may have been dialled before a crash, when the carrier knows nothing of it', async () => {
    send(call, dial(call));
    const outbox = createOutboxStore(database, systemClock);
    outbox.markSent(outbox.heads()[0]?.id ?? 0);

    start();

    await eventually(() => expect(outcomes).toMatchObject([{ type: 'unknown' }]));
    expect(carrier.asked).toEqual([]);
  });

  it('goes on with the next command of a call when one breaks', async () => {
    const { execute } = carrier.telephony;
    carrier.telephony.execute = (command) =>
      command.type === 'mute-leg' && command.muted ? Promise.reject(new Error('a defect')) : execute(command);
    over = true;
    start();
    send(call, mute(true));
    send(call, mute(false));

    await eventually(() => expect(carrier.asked.map(({ command }) => command)).toEqual([mute(false)]));
  });

  it('takes back what was not sent when the call is over, but for what ends something', async () => {
    const outbox = start();
    send(call, mute(true));
    await eventually(() => expect(carrier.asked).toHaveLength(1));
    send(call, mute(false));
    send(call, hangUp);

    database.transaction(() => outbox.withdraw(call));
    carrier.answer(0, done);

    await eventually(() => expect(carrier.asked.map(({ command }) => command)).toEqual([mute(true), hangUp]));
  });

  it.each([
    ['repeats', hangUp, 2],
    ['does not repeat', mute(true), 1],
  ])('%s %o of a call that is over', async (_what, command, times) => {
    over = true;
    start();
    send(call, command);
    await eventually(() => expect(carrier.asked).toHaveLength(1));

    carrier.answer(0, { type: 'unknown', detail: 'the connection broke' });

    await eventually(() => expect(carrier.asked.length + outcomes.length).toBe(2));
    expect(carrier.asked).toHaveLength(times);
  });

  it('does not dial the customer of a call that ended while the carrier was too busy to dial', async () => {
    const outbox = start();
    send(call, dial(call));
    await eventually(() => expect(carrier.asked).toHaveLength(1));

    over = true;
    database.transaction(() => outbox.withdraw(call));
    carrier.answer(0, { type: 'throttled', retryAfterMs: 0 });

    await eventually(() => expect(outcomes).toEqual([{ type: 'gone' }]));
    expect(outbox.heads()).toEqual([]);
    expect(carrier.asked).toHaveLength(1);
  });

  it('does not dial who must not be called by now, and says why', async () => {
    const outbox = start({ dialPermission: 'outside-calling-hours' });

    send(call, dial(call));

    await eventually(() =>
      expect(outcomes).toEqual([{ type: 'not-dialled', reason: 'outside-calling-hours' }]),
    );
    expect(carrier.asked).toEqual([]);
    expect(outbox.heads()).toEqual([]);
  });

  it('leaves a dial whose fate it cannot learn before it stops to the next start', async () => {
    const outbox = start();
    carrier.knows({ type: 'unknown', detail: 'the connection broke' });
    send(call, dial(call));
    await eventually(() => expect(carrier.asked).toHaveLength(1));
    carrier.answer(0, { type: 'unknown', detail: 'the connection broke' });

    await sender?.[Symbol.asyncDispose]();

    expect(outcomes).toEqual([]);
    expect(outbox.interrupted()).toHaveLength(1);

    const leg = { legRef: 'CA9', conferenceRef: 'CF9' };
    carrier.knows({ type: 'done', leg });
    start();

    await eventually(() => expect(outcomes).toEqual([{ type: 'done', leg }]));
  });

  it.each(['waiting', 'sent'] as const)(
    'says so of a %s command that it cannot read, and goes on with all others',
    async (state) => {
      const values = { callId: call, command: { type: 'of-another-version' }, attempts: 0, state } as const;
      const now = systemClock.now();
      database.query
        .insert(carrierCommands)
        .values({ ...values, notBefore: now, createdAt: now })
        .run();
      send(call, mute(true));
      send(anotherCall, mute(true));

      start();

      await eventually(() => expect(carrier.asked).toHaveLength(2));
      expect(kept.lines.map(({ msg }) => msg)).toEqual([
        'a stored carrier command cannot be read and is left out',
      ]);
    },
  );

  it('waits by the clock of the domains, however fast it runs', async () => {
    using clock = createSimulatedClock({ speed: 100 });
    start({ clock, speed: 100 });
    send(call, mute(true));
    await eventually(() => expect(carrier.asked).toHaveLength(1));

    carrier.answer(0, { type: 'throttled', retryAfterMs: 60_000 });

    await eventually(() => expect(carrier.asked).toHaveLength(2));
  });
});
