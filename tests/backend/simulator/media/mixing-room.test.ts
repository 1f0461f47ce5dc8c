import { describe, expect, it } from 'vitest';
import type { Frame, LegAudio } from '../../../../backend/simulator/endpoint.ts';
import { FRAME_SAMPLES } from '../../../../backend/simulator/media/frame.ts';
import { createMixingRoom, type TickedRoom } from '../../../../backend/simulator/media/mixing-room.ts';
import { createTone } from '../../../../backend/simulator/media/sound-source.ts';

const HOLD_LEVEL = 7;
const open = { muted: false, onHold: false, coaching: null };

/** Says one level for ever and remembers the last level it heard. */
interface Talker extends LegAudio {
  lastHeard(): number | null;
}

function talker(value: number | null): Talker {
  let last: number | null = null;
  return {
    read: () => (value === null ? null : level(value)),
    play: (frame) => {
      last = frame[0] ?? null;
    },
    lastHeard: () => last,
  };
}

function level(value: number): Frame {
  return new Int16Array(FRAME_SAMPLES).fill(value);
}

function room(): TickedRoom {
  return createMixingRoom(
    () => () => level(HOLD_LEVEL),
    () => {},
  );
}

describe('createMixingRoom', () => {
  it('mixes a conference of three', () => {
    const mixing = room();
    const legs = [talker(100), talker(20), talker(null)] as const;
    for (const [index, leg] of legs.entries()) mixing.join(`CA${index}`, leg, open);

    mixing.tick();

    expect(legs.map((leg) => leg.lastHeard())).toEqual([20, 100, 120]);
  });

  it('lets one who coaches be heard by the coached leg alone, and hear everybody', () => {
    const mixing = room();
    const legs = [talker(100), talker(20), talker(3)] as const;
    for (const [index, leg] of legs.entries()) mixing.join(`CA${index}`, leg, open);
    mixing.update('CA2', { coaching: 'CA1' });

    mixing.tick();
    const whispering = legs.map((leg) => leg.lastHeard());
    mixing.update('CA2', { muted: true });
    mixing.tick();
    const muted = legs.map((leg) => leg.lastHeard());
    mixing.update('CA2', { muted: false, coaching: null });
    mixing.tick();
    const aloud = legs.map((leg) => leg.lastHeard());

    expect(whispering).toEqual([20, 103, 120]);
    expect(muted).toEqual([20, 100, 120]);
    expect(aloud).toEqual([23, 103, 120]);
  });

  it('keeps a muted leg from being heard, but not from hearing', () => {
    const mixing = room();
    const muted = talker(100);
    const other = talker(20);
    mixing.join('CA1', muted, { muted: true, onHold: false, coaching: null });
    mixing.join('CA2', other, open);

    mixing.tick();
    const before = [muted.lastHeard(), other.lastHeard()];
    mixing.update('CA1', { muted: false });
    mixing.tick();

    expect(before).toEqual([20, 0]);
    expect(other.lastHeard()).toBe(100);
  });

  it('gives a leg on hold the hold audio, both ways apart from the others', () => {
    const mixing = room();
    const held = talker(100);
    const other = talker(20);
    mixing.join('CA1', held, { muted: false, onHold: true, coaching: null });
    mixing.join('CA2', other, open);

    mixing.tick();

    expect([held.lastHeard(), other.lastHeard()]).toEqual([HOLD_LEVEL, 0]);
  });

  it('lets two others talk while a leg is on hold, and all three when the hold ends', () => {
    const mixing = room();
    const held = talker(100);
    const others = [talker(20), talker(3)] as const;
    mixing.join('CA1', held, { muted: false, onHold: true, coaching: null });
    for (const [index, leg] of others.entries()) mixing.join(`CA${index + 2}`, leg, open);

    mixing.tick();
    const consulting = [held, ...others].map((leg) => leg.lastHeard());
    mixing.update('CA1', { onHold: false });
    mixing.tick();

    expect(consulting).toEqual([HOLD_LEVEL, 3, 20]);
    expect([held, ...others].map((leg) => leg.lastHeard())).toEqual([23, 103, 120]);
  });

  it('lets a leg go', () => {
    const mixing = room();
    const gone = talker(100);
    const other = talker(20);
    mixing.join('CA1', gone, open);
    mixing.join('CA2', other, open);

    mixing.leave('CA1');
    mixing.tick();

    expect([gone.lastHeard(), other.lastHeard()]).toEqual([null, 0]);
    expect(mixing.observe('CA1')).toBeNull();
  });

  it('observes what a leg said and heard in the last second', () => {
    const mixing = room();
    mixing.join('CA1', { read: createTone(1_000, 8_000), play: () => {} }, open);
    mixing.join('CA2', { read: createTone(440, 8_000), play: () => {} }, open);

    for (let tick = 0; tick < 60; tick++) mixing.tick();

    expect(mixing.observe('CA1')?.said.frequencyHz).toBe(1_000);
    expect(mixing.observe('CA1')?.heard.frequencyHz).toBe(440);
  });
});
