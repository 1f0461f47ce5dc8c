import { setImmediate as nextTurn } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Database, openDatabase } from '../../../backend/db/database.ts';
import { createTimerStore, timerEventSchema } from '../../../backend/journal/timer-store.ts';
import { createTestRecordings, type TestRecordings } from '../../../backend/recordings/test-recordings.ts';
import type { TestLine } from '../../../backend/telephony/test-line.ts';
import { silentLog } from '../../support/api.ts';
import { fixedClock } from '../../support/fixed-clock.ts';

const legRef = 'CA1';
const day = 24 * 60 * 60 * 1_000;

let database: Database;
let clock: ReturnType<typeof fixedClock>;
let timers: ReturnType<typeof createTimerStore>;
let asked: string[];

beforeEach(() => {
  database = openDatabase(':memory:');
  clock = fixedClock();
  timers = createTimerStore(database);
  asked = [];
});

afterEach(() => database[Symbol.dispose]());

/** Before a carrier that answers as `answer` does. */
function recordings(answer: () => ReturnType<TestLine['forgetRecordings']>): TestRecordings {
  const line = {
    forgetRecordings(ref: string) {
      asked.push(ref);
      return answer();
    },
  };
  return createTestRecordings({ database, line, timers, clock, log: silentLog });
}

/** Fires what is due, as the timers of a process do, and waits for what follows. */
async function fire({ due }: TestRecordings): Promise<void> {
  const now = clock.now();
  for (const timer of timers.due(now)) {
    database.transaction(() => {
      const event = timerEventSchema.parse(timer.event);
      if (timers.take(timer.id, now) && event.type === 'test-recordings-due')
        due(event.legRef, event.attempt);
    });
  }
  for (let turn = 0; turn < 3; turn += 1) await nextTurn();
}

describe('createTestRecordings', () => {
  it('asks the carrier for nothing while it is told, and has them deleted after', async () => {
    await using kept = recordings(async () => undefined);

    database.transaction(() => kept.forget(legRef));
    const whenTold = [...asked];
    await fire(kept);

    expect(whenTold).toEqual([]);
    expect(asked).toEqual([legRef]);
    expect(timers.nextDueAt()).toBeNull();
  });

  it('forgets nothing where the transaction is undone', async () => {
    await using kept = recordings(async () => undefined);

    expect(() =>
      database.transaction(() => {
        kept.forget(legRef);
        throw new Error('undone');
      }),
    ).toThrow('undone');
    await fire(kept);

    expect(asked).toEqual([]);
  });

  it('tries again until the carrier does it', async () => {
    let failures = 2;
    await using kept = recordings(async () => {
      failures -= 1;
      if (failures >= 0) throw new Error('503');
    });

    database.transaction(() => kept.forget(legRef));
    for (let round = 0; round < 5; round += 1) {
      await fire(kept);
      clock.pass(60);
    }

    expect(asked).toHaveLength(3);
    expect(timers.nextDueAt()).toBeNull();
  });

  it('goes on in the next process where one died while the carrier was asked', async () => {
    const died = recordings(() => new Promise(() => {}));
    database.transaction(() => died.forget(legRef));
    await fire(died);
    clock.pass(60);

    await using next = recordings(async () => undefined);
    await fire(next);

    expect(asked).toEqual([legRef, legRef]);
    expect(timers.nextDueAt()).toBeNull();
  });

  it('gives up after a day', async () => {
    await using kept = recordings(async () => {
      throw new Error('503');
    });
    const since = clock.now().getTime();

    database.transaction(() => kept.forget(legRef));
    for (let due = timers.nextDueAt(); due !== null; due = timers.nextDueAt()) {
      clock.pass(Math.max(0, due.getTime() - clock.now().getTime()) / 1_000);
      await fire(kept);
    }

    expect(clock.now().getTime() - since).toBeGreaterThanOrEqual(day);
  });
});
