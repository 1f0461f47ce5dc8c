import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { agentIdSchema } from '../../../backend/contract/ids.ts';
import { type Database, openDatabase } from '../../../backend/db/database.ts';
import { startTimerRunner } from '../../../backend/journal/timer-runner.ts';
import { createTimerStore, type TimerEvent } from '../../../backend/journal/timer-store.ts';
import { systemClock } from '../../../backend/kernel/clock.ts';
import { createLog } from '../../../backend/kernel/log.ts';
import { eventually } from '../../support/patience.ts';

const satosWrapUp: TimerEvent = { type: 'wrap-up-over', agentId: agentIdSchema.parse('sato') };
const suzukisWrapUp: TimerEvent = { type: 'wrap-up-over', agentId: agentIdSchema.parse('suzuki') };

function inMs(ms: number): Date {
  return new Date(systemClock.now().getTime() + ms);
}

describe('timers', () => {
  let database: Database;
  let runner: Disposable | undefined;
  let fired: TimerEvent[];

  function start(onDue: (event: TimerEvent) => void = (event) => fired.push(event)): void {
    const timers = createTimerStore(database);
    runner = startTimerRunner({
      database,
      timers,
      clock: systemClock,
      speed: 1,
      log: createLog('silent'),
      onDue,
    });
  }

  beforeEach(() => {
    database = openDatabase(':memory:');
    fired = [];
  });

  afterEach(() => {
    runner?.[Symbol.dispose]();
    database[Symbol.dispose]();
  });

  it('fire in the order in which they are due, not in which they were set', async () => {
    start();
    database.transaction(() => {
      const timers = createTimerStore(database);
      timers.set('second', inMs(40), suzukisWrapUp);
      timers.set('first', inMs(10), satosWrapUp);
    });

    await eventually(() => expect(fired).toEqual([satosWrapUp, suzukisWrapUp]));
  });

  it('fire at once when they came due while the process was down', () => {
    createTimerStore(database).set('overdue', inMs(-60_000), satosWrapUp);

    start();

    expect(fired).toEqual([satosWrapUp]);
  });

  it('do not fire once canceled', async () => {
    const timers = createTimerStore(database);
    timers.set('canceled', inMs(10), satosWrapUp);
    timers.set('kept', inMs(20), suzukisWrapUp);
    timers.cancel('canceled');

    start();

    await eventually(() => expect(fired).toEqual([suzukisWrapUp]));
  });

  it('move when they are set again', () => {
    const timers = createTimerStore(database);
    timers.set('moved', inMs(-10), satosWrapUp);
    timers.set('moved', inMs(60_000), satosWrapUp);

    start();

    expect(fired).toEqual([]);
  });

  it('do not fire at the old time when one that fires with them moves them', async () => {
    const timers = createTimerStore(database);
    timers.set('first', inMs(-20), satosWrapUp);
    timers.set('moved', inMs(-10), suzukisWrapUp);
    const later = inMs(60_000);

    start((event) => {
      fired.push(event);
      timers.set('moved', later, suzukisWrapUp);
    });

    expect(fired).toEqual([satosWrapUp]);
    expect(timers.dueAt('moved')).toEqual(later);
  });

  it('stay due when what they start fails, and are tried again', async () => {
    createTimerStore(database).set('failing', inMs(-10), satosWrapUp);
    let attempts = 0;

    start((event) => {
      attempts += 1;
      if (attempts === 1) throw new Error('not yet');
      fired.push(event);
    });

    await eventually(() => expect(fired).toEqual([satosWrapUp]));
  });
});
