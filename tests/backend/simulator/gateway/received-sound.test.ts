import { describe, expect, it } from 'vitest';
import { createJitterBuffer } from '../../../../backend/simulator/gateway/jitter-buffer.ts';
import { createTelephoneEventReader } from '../../../../backend/simulator/gateway/telephone-event.ts';
import { FRAME_SAMPLES } from '../../../../backend/simulator/media/frame.ts';

const packet = (value: number, samples = FRAME_SAMPLES): Int16Array => new Int16Array(samples).fill(value);

describe('createJitterBuffer', () => {
  it('waits for a second packet before it plays, and plays in order', () => {
    const buffer = createJitterBuffer();

    buffer.write(packet(1));
    const early = buffer.read();
    buffer.write(packet(2));

    expect(early).toBeNull();
    expect([buffer.read()?.[0], buffer.read()?.[0], buffer.read()]).toEqual([1, 2, null]);
  });

  it('gathers its reserve again after it ran dry', () => {
    const buffer = createJitterBuffer();
    buffer.write(packet(1, 2 * FRAME_SAMPLES));
    buffer.read();
    buffer.read();
    buffer.read();

    buffer.write(packet(2));

    expect(buffer.read()).toBeNull();
  });

  it('cuts packets of any length into frames', () => {
    const buffer = createJitterBuffer();

    buffer.write(packet(1, 240));
    buffer.write(packet(2, 240));

    expect(buffer.read()?.at(-1)).toBe(1);
    expect([...new Set(buffer.read())]).toEqual([1, 2]);
  });

  it('drops the oldest sound rather than let the delay grow', () => {
    const buffer = createJitterBuffer();

    for (let value = 1; value <= 11; value++) buffer.write(packet(value));

    expect([buffer.read()?.[0], buffer.read()?.[0], buffer.read()]).toEqual([10, 11, null]);
  });
});

describe('createTelephoneEventReader', () => {
  it('reports a key once, however many packets it takes', () => {
    const read = createTelephoneEventReader();

    const keys = [0x0a, 0x0a, 0x8a, 0x8a].map((flags) => read(Uint8Array.of(5, flags, 0, 160), 1_000));

    expect(keys).toEqual(['5', null, null, null]);
  });

  it('reports the same key again when it is pressed again', () => {
    const read = createTelephoneEventReader();

    const keys = [1_000, 3_000].map((timestamp) => read(Uint8Array.of(10, 0x0a, 0, 160), timestamp));

    expect(keys).toEqual(['*', '*']);
  });

  it('passes over what is no telephone key', () => {
    const read = createTelephoneEventReader();

    expect([
      read(Uint8Array.of(16, 0, 0, 0), 1),
      read(Uint8Array.of(1), 2),
      read(new Uint8Array(), 3),
    ]).toEqual([null, null, null]);
  });
});
