import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { callIdSchema, legIdSchema } from '../../../backend/contract/ids.ts';
import { type Database, openDatabase } from '../../../backend/db/database.ts';
import { carrierCommands, events } from '../../../backend/db/schema/journal.ts';
import { createEventLogStore, replayable } from '../../../backend/journal/event-log-store.ts';
import { createOutboxStore } from '../../../backend/journal/outbox-store.ts';
import { startPruning } from '../../../backend/journal/pruning.ts';
import { silentLog } from '../../support/api.ts';
import { type FixedClock, fixedClock } from '../../support/fixed-clock.ts';
import { eventually } from '../../support/patience.ts';

const callId = callIdSchema.parse(`call_${'1'.repeat(20)}`);
const legId = legIdSchema.parse(`leg_${'1'.repeat(20)}`);
const day = 24 * 60 * 60;

let database: Database;
let clock: FixedClock;
let pruning: AsyncDisposable;

beforeEach(() => {
  database = openDatabase(':memory:');
  clock = fixedClock();
});

afterEach(async () => {
  await pruning[Symbol.asyncDispose]();
  database[Symbol.dispose]();
});

function prune(): void {
  pruning = startPruning({
    events: createEventLogStore(database, clock),
    commands: createOutboxStore(database, clock),
    keptDays: 30,
    clock,
    log: silentLog,
  });
}

/** In one transaction, because there are thousands. */
function append(count: number): void {
  const log = createEventLogStore(database, clock);
  database.transaction(() => {
    for (let each = 0; each < count; each += 1) {
      log.append({ type: 'transcript-update', turn: turn(each + 1) }, null);
    }
  });
}

function turn(number: number) {
  const at = clock.now().toISOString();
  return { callId, number, speaker: 'ai', text: 'はい', confidence: null, intent: null, at } as const;
}

describe('pruning', () => {
  it('forgets old events, but none that a console may still catch up on', async () => {
    const log = createEventLogStore(database, clock);
    append(300);
    clock.pass(31 * day);
    append(replayable - 1);

    prune();

    await eventually(() => expect(log.after(0, 1)).toMatchObject([{ sequence: 300 }]));
    expect(log.newest()).toBe(299 + replayable);
  });

  it('keeps events of the last days, however many there are', async () => {
    append(replayable + 300);
    clock.pass(29 * day);

    prune();
    await pruning[Symbol.asyncDispose]();

    expect(await database.query.$count(events)).toBe(replayable + 300);
  });

  it('forgets commands that were over long ago, and none that waits for an answer', async () => {
    const outbox = createOutboxStore(database, clock);
    const hangUp = (legRef: string) => outbox.send(callId, { type: 'hang-up', legId, legRef });
    hangUp('long over');
    hangUp('never over');
    outbox.markDone(1);
    clock.pass(31 * day);
    hangUp('over just now');
    outbox.markNotDone(3);

    prune();

    await eventually(() =>
      expect(
        database.query
          .select({ id: carrierCommands.id })
          .from(carrierCommands)
          .orderBy(carrierCommands.id)
          .all()
          .map(({ id }) => id),
      ).toEqual([2, 3]),
    );
  });
});
