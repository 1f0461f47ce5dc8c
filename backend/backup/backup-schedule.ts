import type { Clock } from '../kernel/clock.ts';
import type { Log } from '../kernel/log.ts';
import { backupsIn } from './backup-files.ts';
import type { BackupOrder, MadeBackup } from './make-backup.ts';

interface BackupScheduleOptions extends Omit<BackupOrder, 'takenAt'> {
  /** How old the newest may become; 0: none is made. */
  readonly everyHours: number;
  readonly makeBackup: (order: BackupOrder, signal: AbortSignal) => Promise<MadeBackup>;
  /** The newest is young enough, or none is wanted. */
  readonly onSafe: () => void;
  /** None could be made. */
  readonly onFailed: () => void;
  readonly clock: Clock;
  readonly log: Log;
}

const hourMs = 60 * 60_000;
const lookMs = 60_000;

/** Looks every minute whether the newest backup is too old, whoever made it, and makes one; what went wrong is tried again at the next look. */
export function startBackups(options: BackupScheduleOptions): AsyncDisposable {
  const { dataFolder, backupFolder, kept, everyHours, makeBackup, onSafe, onFailed, clock, log } = options;
  const stop = new AbortController();
  let work: Promise<void> | null = null;

  function isYoungEnough(now: Date): boolean {
    const ages = backupsIn(backupFolder).map(({ takenAt }) => now.getTime() - takenAt.getTime());
    // One that says that it is of tomorrow was made by a clock that went wrong.
    return ages.some((age) => age >= 0 && age < everyHours * hourMs);
  }

  async function make(takenAt: Date): Promise<'made' | 'failed' | 'stopped'> {
    try {
      const order = { dataFolder, backupFolder, kept, takenAt };
      const { bytes, removed } = await makeBackup(order, stop.signal);
      log.info({ bytes, removed }, 'the database was backed up');
      return 'made';
    } catch (error) {
      if (stop.signal.aborted) return 'stopped';
      log.error({ error }, 'the database could not be backed up');
      return 'failed';
    }
  }

  /** Rejects never: on a full disk not even the alert can be stored. */
  async function look(): Promise<void> {
    try {
      const now = clock.now();
      const outcome = everyHours === 0 || isYoungEnough(now) ? 'young-enough' : await make(now);
      if (outcome === 'failed') onFailed();
      else if (outcome !== 'stopped') onSafe();
    } catch (error) {
      log.error({ error }, 'the backups could not be looked after');
    }
  }

  function lookAgain(): void {
    work ??= look().finally(() => {
      work = null;
    });
  }

  lookAgain();
  const timer = everyHours > 0 ? setInterval(lookAgain, lookMs) : undefined;
  return {
    async [Symbol.asyncDispose]() {
      clearInterval(timer);
      stop.abort();
      await work;
    },
  };
}
