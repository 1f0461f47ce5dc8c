import { describe, expect, it } from 'vitest';
import { createSimulatedClock } from '../../../backend/simulator/clock.ts';

describe('the simulated clock', () => {
  it('runs as many times as fast as it was told', async () => {
    using clock = createSimulatedClock({ speed: 100 });
    const startedAt = clock.now().getTime();
    const started = performance.now();

    await clock.wait(5_000, new AbortController().signal);

    expect(clock.now().getTime() - startedAt).toBeGreaterThanOrEqual(4_900);
    expect(performance.now() - started).toBeLessThan(1_000);
    expect(clock.real(5_000)).toBe(50);
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
