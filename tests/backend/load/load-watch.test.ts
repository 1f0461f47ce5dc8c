import { describe, expect, it } from 'vitest';
import type { Overload } from '../../../backend/contract/events.ts';
import { watchEventLoop } from '../../../backend/load/event-loop-lag.ts';
import { createLoadWatch, type LoadWatch } from '../../../backend/load/load-watch.ts';
import { longestWaitMs } from '../../../backend/load/waiting-commands.ts';
import { silentLog } from '../../support/api.ts';

const forever = new AbortController().signal;

function begin(): { readonly watch: LoadWatch; readonly told: (Overload['putOff'] | null)[] } {
  const told: (Overload['putOff'] | null)[] = [];
  const onChange = (overload: Overload | null) => told.push(overload?.putOff ?? null);
  return { watch: createLoadWatch({ onChange, log: silentLog }), told };
}

function pass(watch: LoadWatch, seconds: number, lagMs: number): void {
  for (let second = 0; second < seconds; second += 1) watch.measured({ lagMs, waitMs: 0 });
}

describe('a server that has too much to do', () => {
  it('tells of each change once', () => {
    const { watch, told } = begin();

    pass(watch, 20, 2_000);
    pass(watch, 40, 0);

    expect(told).toEqual(['campaigns', 'campaigns-and-reports', 'campaigns', null]);
  });

  it('does not dial for campaigns, and goes on with reports until there is even more', () => {
    const { watch } = begin();
    pass(watch, 3, 700);
    expect([watch.mayDial(), watch.mayCount()]).toEqual([false, true]);

    pass(watch, 3, 2_000);

    expect([watch.mayDial(), watch.mayCount()]).toEqual([false, false]);
  });

  it('has whoever wants a report wait until there is less to do', async () => {
    const { watch } = begin();
    pass(watch, 6, 2_000);
    let isMade = false;

    const report = watch.turnOfReport(forever).then(() => {
      isMade = true;
    });
    pass(watch, 9, 0);
    await Promise.resolve();
    const early = isMade;
    pass(watch, 1, 0);
    await report;

    expect(early).toBe(false);
  });

  it('does not keep a report waiting where nobody waits for it any more', async () => {
    const { watch } = begin();
    pass(watch, 6, 2_000);
    const gone = new AbortController();

    const report = watch.turnOfReport(gone.signal);
    gone.abort();

    await expect(report).rejects.toMatchObject({ code: 'overloaded' });
  });
});

describe('what is measured', () => {
  it('is how late the event loop is', () => {
    using lag = watchEventLoop();
    lag.worstMs();
    const until = performance.now() + 200;
    while (performance.now() < until);

    expect(lag.worstMs()).toBeGreaterThanOrEqual(180);
  });

  it('is how long a command has waited for its first turn, and not for another attempt', () => {
    const now = new Date('2026-11-24T01:00:30.000Z');
    const notBefore = (seconds: number) => new Date(now.getTime() - seconds * 1_000);

    expect(longestWaitMs([], now)).toBe(0);
    expect(
      longestWaitMs(
        [
          { attempts: 3, notBefore: notBefore(60) },
          { attempts: 0, notBefore: notBefore(12) },
          { attempts: 0, notBefore: notBefore(-5) },
        ],
        now,
      ),
    ).toBe(12_000);
  });
});
