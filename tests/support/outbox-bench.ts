import type { CommandOutcome } from '../../backend/calls/carrier-outcomes.ts';
import type { DialPermission } from '../../backend/calls/dial-rules.ts';
import { type CallId, callIdSchema, legIdSchema } from '../../backend/contract/ids.ts';
import { openDatabase } from '../../backend/db/database.ts';
import { createLegAllowance } from '../../backend/journal/leg-allowance.ts';
import { startOutboxSender } from '../../backend/journal/outbox-sender.ts';
import { createOutboxStore } from '../../backend/journal/outbox-store.ts';
import { type Clock, systemClock } from '../../backend/kernel/clock.ts';
import type { CarrierCommand, CarrierOutcome } from '../../backend/telephony/carrier-command.ts';
import { legsMadeIn } from '../../backend/telephony/placement.ts';
import type { Telephony } from '../../backend/telephony/telephony.ts';
import { keptLog } from './kept-log.ts';

export const call = callIdSchema.parse(`call_${'1'.repeat(20)}`);
export const legId = legIdSchema.parse(`leg_${'1'.repeat(20)}`);
export const done: CarrierOutcome = { type: 'done' };
export const unanswered = { type: 'unknown', detail: 'the connection broke' } as const;

export function mute(muted: boolean): CarrierCommand {
  return { type: 'mute-leg', legId, conferenceRef: 'CF1', legRef: 'CA1', muted };
}

export const hangUp: CarrierCommand = { type: 'hang-up', legId, legRef: 'CA1' };

const customer = { legId, conferenceRef: 'CF1', legRef: 'CA1' } as const;

export const announce: CarrierCommand = { type: 'announce', ...customer, text: '担当者におつなぎします。' };

export const transcribe: CarrierCommand = { type: 'transcribe', ...customer, callId: call, tracks: 'both' };

export const stopTranscribing: CarrierCommand = {
  type: 'stop-transcribing',
  ...customer,
  tracks: 'customer',
};

export const hold: CarrierCommand = { type: 'hold-leg', ...customer, onHold: true };

export const takeLeave: CarrierCommand = {
  type: 'take-leave',
  legId,
  legRef: 'CA1',
  text: '失礼いたします。',
};

export function dial(callId: CallId): CarrierCommand {
  const leg = { legId, conferenceName: 'room', label: 'customer', record: false };
  return { type: 'dial-customer', callId, ...leg, to: '+81300010001' };
}

const newLeg = { callId: call, legId, conferenceName: 'room', record: false } as const;

export const addAi = { type: 'add-ai', ...newLeg, label: 'ai-1' } as const satisfies CarrierCommand;

export const ring = {
  type: 'ring-telephone',
  ...newLeg,
  label: 'agent-1',
  to: '+819012345678',
  askedAt: '2026-11-23T01:00:00.000Z',
} as const satisfies CarrierCommand;

interface SenderOptions {
  readonly dialPermission?: DialPermission;
  readonly clock?: Clock;
  readonly speed?: number;
  readonly legsPerSecond?: number;
}

export type OutboxBench = ReturnType<typeof createOutboxBench>;

/** An outbox, and a carrier that answers each command when the test says so. */
export function createOutboxBench() {
  const database = openDatabase(':memory:');
  const carrier = createCarrier();
  const outcomes: CommandOutcome[] = [];
  const doubted: CallId[] = [];
  const kept = keptLog();
  /** Of the call and its leg: whether it is over, the carrier has told of it by itself, nobody wants it any more. */
  const situation = { over: false, told: false, givenUp: false };
  let sender: AsyncDisposable | undefined;

  function start({
    dialPermission = 'permitted',
    clock = systemClock,
    speed = 1,
    legsPerSecond = 1_000,
  }: SenderOptions = {}): ReturnType<typeof createOutboxStore> {
    const outbox = createOutboxStore(database, clock);
    sender = startOutboxSender({
      database,
      outbox,
      telephony: carrier.telephony,
      clock,
      speed,
      log: kept.log,
      random: () => 0,
      allowance: createLegAllowance({ legsPerSecond, clock, speed }),
      makesLeg: legsMadeIn('conference'),
      isOver: () => situation.over,
      isDialled: () => situation.told,
      isGivenUp: () => situation.givenUp,
      onDoubt: (callId) => doubted.push(callId),
      dialPermission: () => dialPermission,
      onOutcome: (_command, outcome) => outcomes.push(outcome),
    });
    return outbox;
  }

  async function stop(): Promise<void> {
    await sender?.[Symbol.asyncDispose]();
  }

  return {
    database,
    carrier,
    outcomes,
    doubted,
    kept,
    situation,
    start,
    stop,
    send(callId: CallId, command: CarrierCommand, clock: Clock = systemClock): void {
      database.transaction(() => createOutboxStore(database, clock).send(callId, command));
    },
    async [Symbol.asyncDispose]() {
      for (const { answer } of carrier.asked) answer(done);
      await stop();
      database[Symbol.dispose]();
    },
  };
}

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
