import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createSimulatedClock } from '../../../backend/simulator/clock.ts';

describe('the simulated clock', () => {
  it('runs as many times as fast as it was told', async () => {
    using clock = createSimulatedClock({ speed: 100 });
    const startedAt = clock.now().getTime();
    const started = performance.now();

    await clock.wait(5_000, new AbortController().signal);

    expect(clock.now().getTime() - startedAt).toBeGreaterThanOrEqual(5_000);
    expect(performance.now() - started).toBeGreaterThanOrEqual(50);
    expect(clock.real(5_000)).toBe(50);
  });

  it('stands still in fast time while this process is at work', async () => {
    using clock = createSimulatedClock({ speed: 100 });
    await clock.wait(1, new AbortController().signal);
    const before = clock.now().getTime();

    work(100);

    expect(clock.now().getTime()).toBe(before);
  });

  it('stands still in fast time while this process waits for its own threads', async () => {
    const speed = 40;
    using clock = createSimulatedClock({ speed });
    const folder = await mkdtemp(join(tmpdir(), 'clock-'));
    const file = join(folder, 'large');
    const size = 100 * 1_024 * 1_024;
    const before = clock.now().getTime();
    const started = performance.now();

    await writeFile(file, Buffer.alloc(size));

    const took = performance.now() - started;
    expect(clock.now().getTime() - before).toBeLessThan((took * speed) / 2);
    await rm(folder, { recursive: true });
  });

  it('lets one thing lead to the next in fast time, however long each takes', async () => {
    using clock = createSimulatedClock({ speed: 1_000 });
    const happened: string[] = [];
    const { signal } = new AbortController();
    clock.after(1_000, () => {
      work(20);
      happened.push('asked');
      setImmediate(() => happened.push('answered'));
    });

    clock.after(2_000, () => happened.push('given up'));
    await clock.wait(3_000, signal);

    expect(happened).toEqual(['asked', 'answered', 'given up']);
  });

  it('keeps the order of what is due, and of what was asked for first', async () => {
    using clock = createSimulatedClock({ speed: 1_000 });
    const happened: string[] = [];
    for (const [name, ms] of [
      ['c', 300],
      ['a', 100],
      ['b', 200],
      ['d', 300],
    ] as const) {
      clock.after(ms, () => happened.push(name));
    }

    await clock.wait(1_000, new AbortController().signal);

    expect(happened).toEqual(['a', 'b', 'c', 'd']);
  });

  it('is the real time at the speed of real time, work included', () => {
    using clock = createSimulatedClock({ speed: 1 });
    const before = clock.now().getTime();

    work(20);

    expect(clock.now().getTime() - before).toBeGreaterThanOrEqual(20);
  });

  it('forgets what was canceled', async () => {
    using clock = createSimulatedClock({ speed: 1_000 });
    const happened: string[] = [];
    const cancel = clock.after(1_000, () => happened.push('canceled'));
    clock.after(1_000, () => happened.push('kept'));

    cancel();
    await clock.wait(3_000, new AbortController().signal);

    expect(happened).toEqual(['kept']);
  });

  it('gives up a wait when that is aborted, also beforehand', async () => {
    using clock = createSimulatedClock({ speed: 1 });
    const controller = new AbortController();
    const waiting = clock.wait(60_000, controller.signal);

    controller.abort(new Error('over'));

    await expect(waiting).rejects.toThrow('over');
    await expect(clock.wait(1, controller.signal)).rejects.toThrow('over');
  });

  it('lets nothing happen any more once it is disposed', async () => {
    const happened: string[] = [];
    const clock = createSimulatedClock({ speed: 1_000 });
    clock.after(1_000, () => happened.push('late'));

    clock[Symbol.dispose]();
    using another = createSimulatedClock({ speed: 1_000 });
    await another.wait(5_000, new AbortController().signal);

    expect(happened).toEqual([]);
  });
});

/** Keeps the process busy, so that nothing else can happen in it. */
function work(ms: number): void {
  for (const until = performance.now() + ms; performance.now() < until; );
}
