import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CommandOutcome } from '../../../backend/calls/carrier-outcomes.ts';
import type { DialPermission } from '../../../backend/calls/dial-rules.ts';
import { type CallId, callIdSchema, legIdSchema } from '../../../backend/contract/ids.ts';
import { type Database, openDatabase } from '../../../backend/db/database.ts';
import { carrierCommands } from '../../../backend/db/schema/journal.ts';
import { startOutboxSender } from '../../../backend/journal/outbox-sender.ts';
import { createOutboxStore } from '../../../backend/journal/outbox-store.ts';
import { type Clock, systemClock } from '../../../backend/kernel/clock.ts';
import { createSimulatedClock } from '../../../backend/simulator/clock.ts';
import type { CarrierCommand, CarrierOutcome } from '../../../backend/telephony/carrier-command.ts';
import type { Telephony } from '../../../backend/telephony/telephony.ts';
import { type KeptLog, keptLog } from '../../support/kept-log.ts';
import { eventually } from '../../support/patience.ts';

const call = callIdSchema.parse(`call_${'1'.repeat(20)}`);
const anotherCall = callIdSchema.parse(`call_${'2'.repeat(20)}`);
const thirdCall = callIdSchema.parse(`call_${'3'.repeat(20)}`);
const fourthCall = callIdSchema.parse(`call_${'4'.repeat(20)}`);
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

const addAi: CarrierCommand = {
  type: 'add-ai',
  callId: call,
  legId,
  conferenceName: 'room',
  label: 'ai-1',
  record: false,
};

const ring: CarrierCommand = {
  type: 'ring-telephone',
  callId: call,
  legId,
  conferenceName: 'room',
  label: 'agent-1',
  record: false,
  to: '+819012345678',
  askedAt: '2026-11-23T01:00:00.000Z',
};

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
  let outcomes: CommandOutcome[];
  let over: boolean;
  let told: boolean;
  let doubted: CallId[];
  let kept: KeptLog;

  function start({
    dialPermission = 'permitted',
    clock = systemClock,
    speed = 1,
    legsPerSecond = 1_000,
  }: {
    dialPermission?: DialPermission;
    clock?: Clock;
    speed?: number;
    legsPerSecond?: number;
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
      legsPerSecond,
      isOver: () => over,
      isDialled: () => told,
      onDoubt: (callId) => doubted.push(callId),
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
    told = false;
    doubted = [];
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

  it('does not let what a customer is to hear wait for a new leg, nor one new leg for another', async () => {
    start();
    send(call, addAi);
    send(call, { ...addAi, legId: legIdSchema.parse(`leg_${'2'.repeat(20)}`), label: 'ai-2' });
    send(call, mute(true));

    await eventually(() => expect(carrier.asked).toHaveLength(3));
  });

  it('gives a dial up that is throttled for about a minute, so that nobody waits for it for ever', async () => {
    using clock = createSimulatedClock({ speed: 200 });
    const since = clock.now();
    carrier.telephony.execute = () => Promise.resolve({ type: 'throttled', retryAfterMs: null });

    start({ clock, speed: 200 });
    send(call, dial(call));

    await eventually(() => expect(outcomes).toMatchObject([{ type: 'refused', reason: 'carrier' }]));
    expect(clock.now().getTime() - since.getTime()).toBeGreaterThan(60_000);
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

  const unanswered = { type: 'unknown', detail: 'the connection broke' } as const;
  const leg = { legRef: 'CA9', conferenceRef: 'CF9' };

  /** In fast time: whether it was done is asked for fifteen seconds. */
  async function dialIntoSilence(clock: Clock, speed: number) {
    const outbox = start({ clock, speed });
    send(call, dial(call));
    await eventually(() => expect(carrier.asked).toHaveLength(1));
    carrier.answer(0, unanswered);
    await eventually(() => expect(doubted).toEqual([call]));
    return outbox;
  }

  it('never dials a customer twice: it looks up whether the first time worked', async () => {
    using clock = createSimulatedClock({ speed: 50 });
    carrier.knows({ type: 'done', leg });

    await dialIntoSilence(clock, 50);

    await eventually(() => expect(outcomes).toEqual([{ type: 'done', leg }]));
    expect(carrier.asked).toHaveLength(1);
  });

  it('does not believe at once that the carrier knows nothing of a dial: it may be on its way', async () => {
    using clock = createSimulatedClock({ speed: 50 });
    const since = clock.now();

    await dialIntoSilence(clock, 50);

    await eventually(() => expect(outcomes).toMatchObject([{ type: 'unknown' }]));
    expect(clock.now().getTime() - since.getTime()).toBeGreaterThan(15_000);
    expect(carrier.asked).toHaveLength(1);
  });

  it('asks for a dial as long as the carrier does not answer, and takes its word when it tells by itself', async () => {
    using clock = createSimulatedClock({ speed: 50 });
    carrier.knows(unanswered);
    const outbox = await dialIntoSilence(clock, 50);
    await eventually(() => expect(outbox.heads()[0]?.attempts).toBeGreaterThan(4));

    told = true;
    send(anotherCall, hangUp);

    await eventually(() => expect(outcomes).toEqual([{ type: 'done' }]));
    expect(carrier.asked.map(({ command }) => command.type)).toEqual(['dial-customer', 'hang-up']);
  });

  it('needs no look-up for a dial that the carrier told of before the request broke off', async () => {
    start();
    send(call, dial(call));
    await eventually(() => expect(carrier.asked).toHaveLength(1));

    told = true;
    carrier.answer(0, unanswered);

    await eventually(() => expect(outcomes).toEqual([{ type: 'done' }]));
    expect(doubted).toEqual([]);
  });

  it('goes on asking for a dial whose call was ended meanwhile: the customer may be rung all the same', async () => {
    using clock = createSimulatedClock({ speed: 50 });
    carrier.knows(unanswered);
    const outbox = await dialIntoSilence(clock, 50);

    over = true;
    database.transaction(() => outbox.withdraw(call));
    carrier.knows({ type: 'done', leg });

    await eventually(() => expect(outcomes).toEqual([{ type: 'done', leg }]));
  });

  it('finishes after a crash what was sent and never answered', async () => {
    send(call, mute(true));
    const outbox = createOutboxStore(database, systemClock);
    outbox.markSent(outbox.heads()[0]?.id ?? 0);

    start();

    await eventually(() => expect(carrier.asked.map(({ command }) => command)).toEqual([mute(true)]));
  });

  it('looks up, and does not repeat, the dial that a crash interrupted', async () => {
    using clock = createSimulatedClock({ speed: 50 });
    send(call, dial(call));
    const outbox = createOutboxStore(database, clock);
    outbox.markSent(outbox.heads()[0]?.id ?? 0);

    start({ clock, speed: 50 });

    await eventually(() => expect(outcomes).toMatchObject([{ type: 'unknown' }]));
    expect(doubted).toEqual([call]);
    expect(carrier.asked).toEqual([]);
  });

  it('rings an agent’s telephone once, and gives up what nobody knows of: the customer waits', async () => {
    start();
    send(call, ring);
    await eventually(() => expect(carrier.asked).toHaveLength(1));

    carrier.answer(0, { type: 'unknown', detail: 'no answer in time' });

    await eventually(() => expect(outcomes).toMatchObject([{ type: 'unknown' }]));
    expect(carrier.asked).toHaveLength(1);
  });

  it('finds the telephone that rings although the answer was lost', async () => {
    carrier.knows({ type: 'rung', legRef: 'CA7' });
    start();
    send(call, ring);
    await eventually(() => expect(carrier.asked).toHaveLength(1));

    carrier.answer(0, { type: 'unknown', detail: 'no answer in time' });

    await eventually(() => expect(outcomes).toEqual([{ type: 'rung', legRef: 'CA7' }]));
    expect(carrier.asked).toHaveLength(1);
  });

  it('looks up, and does not ring again, the telephone whose ringing a crash interrupted', async () => {
    send(call, ring);
    const outbox = createOutboxStore(database, systemClock);
    outbox.markSent(outbox.heads()[0]?.id ?? 0);
    carrier.knows({ type: 'rung', legRef: 'CA7' });

    start();

    await eventually(() => expect(outcomes).toEqual([{ type: 'rung', legRef: 'CA7' }]));
    expect(carrier.asked).toEqual([]);
    expect(doubted).toEqual([]);
  });

  it('rings a telephone again that the carrier was too busy to ring', async () => {
    start();
    send(call, ring);
    await eventually(() => expect(carrier.asked).toHaveLength(1));

    carrier.answer(0, { type: 'throttled', retryAfterMs: 1 });

    await eventually(() => expect(carrier.asked).toHaveLength(2));
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
    carrier.knows(unanswered);
    await dialIntoSilence(systemClock, 1);

    await sender?.[Symbol.asyncDispose]();
    expect(outcomes).toEqual([]);

    carrier.knows({ type: 'done', leg });
    start();

    await eventually(() => expect(outcomes).toEqual([{ type: 'done', leg }]));
  });

  it('asks for no more legs a second than it may, and for nothing else more slowly', async () => {
    using clock = createSimulatedClock({ speed: 20 });
    start({ clock, speed: 20, legsPerSecond: 1 });
    const began = clock.now().getTime();
    for (const callId of [call, anotherCall, thirdCall]) send(callId, dial(callId));
    await eventually(() => expect(carrier.asked).toHaveLength(1));
    send(fourthCall, hangUp);

    await eventually(() => expect(carrier.asked).toHaveLength(4));

    expect(carrier.asked.map(({ command }) => command.type).indexOf('hang-up')).toBeLessThan(3);
    expect(clock.now().getTime() - began).toBeGreaterThanOrEqual(2_000);
  });

  it('asks for the legs of calls that are on before it dials anybody else', async () => {
    using clock = createSimulatedClock({ speed: 20 });
    start({ clock, speed: 20, legsPerSecond: 0.1 });
    send(call, dial(call));
    await eventually(() => expect(carrier.asked).toHaveLength(1));
    send(anotherCall, dial(anotherCall));
    send(call, addAi);

    carrier.answer(0, { type: 'done', leg });

    await eventually(() => expect(carrier.asked).toHaveLength(3));
    expect(carrier.asked.map(({ command }) => command)).toEqual([dial(call), addAi, dial(anotherCall)]);
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
