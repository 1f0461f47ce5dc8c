import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createMixer } from '../../../../backend/simulator/media/mixer.ts';
import { createTicker } from '../../../../backend/simulator/media/ticker.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe('createTicker', () => {
  it('keeps its rate over time although every timer is late', () => {
    let ticks = 0;
    let stall = 0;
    const now = (): number => Date.now() + stall;
    using ticker = createTicker({ periodMs: 20, onTick: () => ticks++, now });

    ticker.start();
    for (let second = 0; second < 10; second++) {
      stall += 7;
      vi.advanceTimersByTime(1_000);
    }

    expect(ticks).toBe(Math.floor((10_000 + stall) / 20));
  });

  it('catches up on a short stall and gives up on a long one', () => {
    let ticks = 0;
    let stall = 0;
    using ticker = createTicker({ periodMs: 20, onTick: () => ticks++, now: () => Date.now() + stall });
    ticker.start();

    stall = 60;
    vi.advanceTimersByTime(20);
    const afterShort = ticks;
    stall += 10_000;
    vi.advanceTimersByTime(20);

    expect(afterShort).toBe(4);
    expect(ticks - afterShort).toBe(5);
  });

  it('does not tick again once it was stopped from within a tick', () => {
    let ticks = 0;
    const ticker = createTicker({
      periodMs: 20,
      now: () => Date.now(),
      onTick: () => {
        ticks++;
        ticker.stop();
      },
    });

    ticker.start();
    vi.advanceTimersByTime(1_000);

    expect(ticks).toBe(1);
  });
});

describe('createMixer', () => {
  const open = { muted: false, onHold: false, coaching: null };

  it('moves every room that has somebody in it, and rests when none has', () => {
    using mixer = createMixer(() => Date.now());
    const room = mixer.createRoom();
    mixer.createRoom();
    let frames = 0;

    room.join('CA1', { read: () => null, play: () => frames++ }, open);
    vi.advanceTimersByTime(1_000);
    room.leave('CA1');
    vi.advanceTimersByTime(1_000);

    expect(frames).toBe(50);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('starts again when somebody comes into an empty room', () => {
    using mixer = createMixer(() => Date.now());
    const room = mixer.createRoom();
    let frames = 0;
    room.join('CA1', { read: () => null, play: () => {} }, open);
    room.leave('CA1');
    vi.advanceTimersByTime(100);

    room.join('CA2', { read: () => null, play: () => frames++ }, open);
    vi.advanceTimersByTime(200);

    expect(frames).toBe(10);
  });
});
