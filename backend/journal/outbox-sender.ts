import { createDelivery, type DeliveryOptions } from './outbox-delivery.ts';
import type { OutboxEntry } from './outbox-store.ts';
import { takeTurns } from './outbox-turns.ts';
import { fullBucket } from './token-bucket.ts';

interface OutboxSenderOptions<Obstacle extends string> extends DeliveryOptions<Obstacle> {
  /** How many times faster than real time `clock` runs: 1, except before an accelerated simulator. */
  readonly speed: number;
  /** How many new legs the carrier may be asked for in a second. */
  readonly legsPerSecond: number;
}

/**
 * Carries stored commands to the carrier: those of one lane in order, all others side by side, new legs no faster than the carrier allows.
 */
export function startOutboxSender<Obstacle extends string>(
  options: OutboxSenderOptions<Obstacle>,
): AsyncDisposable {
  const { database, outbox, clock, speed, legsPerSecond } = options;
  const deliver = createDelivery(options);
  const inFlight = new Map<string, Promise<void>>();
  let bucket = fullBucket(legsPerSecond, clock.now());
  let stopped = false;
  let nap: NodeJS.Timeout | undefined;

  function pump(): void {
    if (stopped) return;
    clearTimeout(nap);
    const now = clock.now();
    const waiting = outbox.heads().filter(({ lane }) => !inFlight.has(lane));
    const turns = takeTurns(
      waiting.map((entry) => (isSettled(entry) ? { ...entry, notBefore: now } : entry)),
      { bucket, legsPerSecond, now },
    );
    bucket = turns.bucket;
    for (const entry of turns.now) carry(entry);
    if (turns.nextInMs !== null) nap = setTimeout(pump, turns.nextInMs / speed);
  }

  /** Nothing need be looked up of which the carrier has told by itself. */
  function isSettled({ unsureSince, callId }: OutboxEntry): boolean {
    return unsureSince !== null && options.isDialled(callId);
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

/** What was sent before a crash and never answered is safe to repeat, but for what rings a telephone, which is looked up. */
function takeBackInterrupted<Obstacle extends string>({
  outbox,
  clock,
  onDoubt,
}: OutboxSenderOptions<Obstacle>): void {
  for (const { id, type, callId } of outbox.interrupted()) {
    if (type === 'dial-customer') {
      outbox.doubt(id, clock.now(), clock.now());
      onDoubt(callId);
    } else if (type === 'ring-telephone') {
      outbox.doubt(id, clock.now(), clock.now());
    } else {
      outbox.postpone(id, clock.now());
    }
  }
}
