import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { silentWav } from '../../../backend/simulator/rest/silent-wav.ts';
import type { FetchedSound } from '../../../backend/telephony/recording-line.ts';
import {
  createKeeperBench,
  hour,
  type KeeperBench,
  pieces,
  recordingRef,
  whole,
} from '../../support/keeper-bench.ts';
import { eventually } from '../../support/patience.ts';

describe('the keeper of recordings, of what it fetches', () => {
  let bench: KeeperBench;

  beforeEach(async () => {
    bench = await createKeeperBench();
    bench.endCall();
  });

  afterEach(() => bench[Symbol.asyncDispose]());

  it('stores what it is told of, and deletes it at the carrier', async () => {
    bench.tell('completed');
    await bench.pass(0);
    await bench.untilStored();

    await eventually(() => expect(bench.dueAt()).toBeNull());
    expect(bench.recording()).toMatchObject({ keeping: 'stored', durationSeconds: 3, bytes: 24_044 });
    expect(bench.removed).toEqual([recordingRef]);
    expect(await readdir(bench.folder)).toEqual(['RE1.wav']);
  });

  it('has nothing to fetch of a recording of no second', async () => {
    bench.tell('completed', 0);
    await bench.pass(26 * hour);

    expect(bench.fetches()).toBe(0);
    expect(bench.recording()?.state).toBe('absent');
    expect(bench.raised()).toEqual([]);
  });

  it.each([
    ['breaks off', () => breaking()],
    [
      'is cut short',
      async () => ({ type: 'sound', sound: pieces(silentWav(3).subarray(0, 9_000)) }) as const,
    ],
    ['is a page of words', async () => ({ type: 'sound', sound: pieces(Buffer.from('<html>')) }) as const],
  ])('keeps nothing of a sound that %s', async (_, broken) => {
    bench.give(broken);
    bench.tell('completed');

    await bench.pass(0);
    await eventually(() =>
      expect(bench.kept.lines.map(({ msg }) => msg).join()).toContain('could not be fetched'),
    );
    const left = await readdir(bench.folder);
    bench.give(whole);
    await bench.pass(10);

    expect(left).toEqual([]);
    await bench.untilStored();
  });

  async function breaking(): Promise<FetchedSound> {
    async function* half(): AsyncGenerator<Uint8Array> {
      yield silentWav(3).subarray(0, 1_000);
      throw new Error('terminated');
    }
    return { type: 'sound', sound: half() };
  }

  it('goes on after a restart in the middle of a file', async () => {
    bench.give((signal) => stuck(signal));
    bench.tell('completed');
    await bench.pass(0);
    await eventually(async () => expect(await readdir(bench.folder)).toEqual(['RE1.wav.part']));
    await bench.keeper()[Symbol.asyncDispose]();
    await writeFile(join(bench.folder, 'RE9.wav.part'), 'half');

    bench.give(whole);
    await bench.restart();
    bench.keeper().recover();
    await bench.pass(0);
    await bench.untilStored();

    expect(await readdir(bench.folder)).toEqual(['RE1.wav']);
  });

  /** A connection on which nothing more comes. */
  async function stuck(signal: AbortSignal): Promise<FetchedSound> {
    async function* silent(): AsyncGenerator<Uint8Array> {
      yield silentWav(3).subarray(0, 1_000);
      signal.throwIfAborted();
      await new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason)));
    }
    return { type: 'sound', sound: silent() };
  }
});
