import { statfs } from 'node:fs/promises';
import type { Log } from '../kernel/log.ts';

interface DiskWatchOptions {
  readonly folder: string;
  readonly freeBytes: (folder: string) => Promise<number>;
  readonly onLow: () => void;
  readonly onEnough: () => void;
  readonly log: Log;
}

/** A day of many calls with their recordings is less. */
const lowBytes = 1_000_000_000;
/** So that it is not told of again and again around that line. */
const enoughBytes = 1.2 * lowBytes;
const pauseMs = 60_000;

/** What this process may still write on the disk of `folder`. */
export async function freeBytesOf(folder: string): Promise<number> {
  const { bavail, bsize } = await statfs(folder);
  return bavail * bsize;
}

/** At the start and every minute: says whether the disk is nearly full, before it is and calls cannot be stored. */
export function watchDisk({ folder, freeBytes, onLow, onEnough, log }: DiskWatchOptions): Disposable {
  async function look(): Promise<void> {
    try {
      const free = await freeBytes(folder);
      if (free < lowBytes) onLow();
      else if (free > enoughBytes) onEnough();
    } catch (error) {
      log.error({ error }, 'the room on the disk could not be found out');
    }
  }

  void look();
  const timer = setInterval(() => void look(), pauseMs);
  return {
    [Symbol.dispose]() {
      clearInterval(timer);
    },
  };
}
