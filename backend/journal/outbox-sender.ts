import { isLookedUp, isPassing } from '../telephony/command-kinds.ts';
import type { LegAllowance } from './leg-allowance.ts';
import { createDelivery, type DeliveryOptions } from './outbox-delivery.ts';
import type { OutboxEntry } from './outbox-store.ts';
import { takeTurns } from './outbox-turns.ts';

interface OutboxSenderOptions<Obstacle extends string> extends DeliveryOptions<Obstacle> {
  /** How many times faster than real time `clock` runs: 1, except before an accelerated simulator. */
  readonly speed: number;
  readonly allowance: LegAllowance;
  /** Whether a command makes a new leg at the carrier. */
  readonly makesLeg: (type: string) => boolean;
}

/**
 * Carries stored commands to the carrier: those of one lane in order, all others side by side, new legs no faster than the carrier allows.
 */
export function startOutboxSender<Obstacle extends string>(
  options: OutboxSenderOptions<Obstacle>,
): AsyncDisposable {
  const { database, outbox, clock, speed, allowance, makesLeg } = options;
  const deliver = createDelivery(options);
  const inFlight = new Map<string, Promise<void>>();
  let stopped = false;
  let nap: NodeJS.Timeout | undefined;

  function pump(): void {
    if (stopped) return;
    clearTimeout(nap);
    const now = clock.now();
    const waiting = outbox.heads().filter(({ lane }) => !inFlight.has(lane));
    const turns = takeTurns(
      waiting.map((entry) => (isSettled(entry) ? { ...entry, notBefore: now } : entry)),
      { bucket: allowance.bucket(), legsPerSecond: allowance.legsPerSecond, makesLeg, now },
    );
    allowance.leave(turns.bucket);
    for (const entry of turns.now) carry(entry);
    if (turns.nextInMs !== null) nap = setTimeout(pump, turns.nextInMs / speed);
  }

  /** Nothing need be looked up of which the carrier has told by itself. */
  function isSettled({ type, unsureSince, callId }: OutboxEntry): boolean {
    return type === 'dial-customer' && unsureSince !== null && options.isDialled(callId);
  }

  function carry(entry: OutboxEntry): void {
    const work = deliver(entry).finally(() => {
      inFlight.delete(entry.lane);
      pump();
    });
    inFlight.set(entry.lane, work);
  }

  database.transaction(() => takeBackInterrupted(options));
  const stopListening = database.onCommit(() => queueMicrotask(pump));
  pump();
  return {
    async [Symbol.asyncDispose]() {
      stopped = true;
      stopListening();
      clearTimeout(nap);
      await Promise.all(inFlight.values());
    },
  };
}

/**
 * What was sent before a crash and never answered is safe to repeat, but for what rings a telephone, which is looked up, and for what was
 * for that moment, which is left.
 */
function takeBackInterrupted<Obstacle extends string>({
  outbox,
  clock,
  onDoubt,
}: OutboxSenderOptions<Obstacle>): void {
  for (const { id, type, callId } of outbox.interrupted()) {
    if (isPassing(type)) {
      outbox.markNotDone(id);
      continue;
    }
    if (!isLookedUp(type)) {
      outbox.postpone(id, clock.now());
      continue;
    }
    outbox.doubt(id, clock.now(), clock.now());
    if (type === 'dial-customer') onDoubt(callId);
  }
}
