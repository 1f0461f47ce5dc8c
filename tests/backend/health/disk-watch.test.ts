import { expect, it } from 'vitest';
import { freeBytesOf, watchDisk } from '../../../backend/health/disk-watch.ts';
import { silentLog } from '../../support/api.ts';
import { eventually } from '../../support/patience.ts';

async function toldWith(free: number): Promise<string> {
  const told: string[] = [];
  let looked = false;
  using _watch = watchDisk({
    folder: '.',
    async freeBytes() {
      looked = true;
      return free;
    },
    onLow: () => told.push('low'),
    onEnough: () => told.push('enough'),
    log: silentLog,
  });
  await eventually(() => expect(looked).toBe(true));
  await Promise.resolve();
  return told.join();
}

it.each([
  ['low', 999_999_999],
  ['', 1_100_000_000],
  ['enough', 1_300_000_000],
])('says %j of a disk with %i bytes left', async (told, free) => {
  expect(await toldWith(free)).toBe(told);
});

it('asks the system for what this process may still write', async () => {
  expect(await freeBytesOf('.')).toBeGreaterThan(0);
});
