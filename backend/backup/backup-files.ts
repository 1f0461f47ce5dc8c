import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { DateTime } from 'luxon';

/** A copy of the database that was looked through after it was made. */
export interface BackupFile {
  readonly path: string;
  readonly takenAt: Date;
}

const format = "'toritsugi-'yyyyMMdd'T'HHmmss'Z.sqlite'";

/** Says in UTC when it was taken, so that names stand in order. */
export function backupName(takenAt: Date): string {
  return DateTime.fromJSDate(takenAt, { zone: 'utc' }).toFormat(format);
}

/** Of the database that a backup took the place of. */
export function replacedName(at: Date): string {
  return `replaced-${backupName(at)}`;
}

/** Those in `folder`, newest first; none where there is no folder. What is not named like one is somebody else's. */
export function backupsIn(folder: string): readonly BackupFile[] {
  return namesIn(folder)
    .flatMap((name) => {
      const takenAt = DateTime.fromFormat(name, format, { zone: 'utc' });
      return takenAt.isValid ? [{ path: join(folder, name), takenAt: takenAt.toJSDate() }] : [];
    })
    .toSorted((one, other) => other.takenAt.getTime() - one.takenAt.getTime());
}

const unfinished = '.unfinished';

/** Where a backup is written before it has its name. */
export function unfinishedPath(path: string): string {
  return `${path}${unfinished}`;
}

/** Longer no backup takes; what is older was cut off. */
const longestHours = 6;

/** Removes what backups left that were cut off by the end of their process. One that is just being made, by whomever, is left alone. */
export function removeCutOff(folder: string, now: Date): void {
  for (const name of namesIn(folder)) {
    const [backup, rest] = name.split(unfinished);
    if (backup === undefined || rest === undefined) continue;
    const begun = DateTime.fromFormat(backup, format, { zone: 'utc' });
    if (begun.isValid && begun.plus({ hours: longestHours }).toJSDate() < now) rmSync(join(folder, name));
  }
}

/** Removes all but the newest `kept`; returns which. */
export function removeOldBackups(folder: string, kept: number): readonly BackupFile[] {
  const old = backupsIn(folder).slice(kept);
  for (const { path } of old) rmSync(path);
  return old;
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
    throw error;
  }
}
