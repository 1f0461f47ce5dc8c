import { closeSync, fsyncSync, mkdirSync, openSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { StartProblem } from '../config/start-problem.ts';
import { databaseIn } from '../db/data-folder.ts';
import { conditionOf, copyDatabase } from '../db/database-copy.ts';
import {
  type BackupFile,
  backupName,
  removeCutOff,
  removeOldBackups,
  unfinishedPath,
} from './backup-files.ts';

export interface BackupOrder {
  readonly dataFolder: string;
  /** Made when it is missing. */
  readonly backupFolder: string;
  /** How many are kept, this one among them. */
  readonly kept: number;
  readonly takenAt: Date;
}

export interface MadeBackup extends BackupFile {
  readonly bytes: number;
  /** The old ones that went for it. */
  readonly removed: number;
}

/**
 * Copies the database while it is in use, reads the copy through, and gives it its name only then: a file with such a name can be
 * restored. Old ones go after that. Throws `StartProblem` when the copy is not sound, and what the system says when it cannot be written.
 */
export function makeBackup({ dataFolder, backupFolder, kept, takenAt }: BackupOrder): MadeBackup {
  mkdirSync(backupFolder, { recursive: true, mode: 0o700 });
  const path = join(backupFolder, backupName(takenAt));
  const unfinished = unfinishedPath(path);
  try {
    removeCutOff(backupFolder, takenAt);
    copyDatabase(databaseIn(dataFolder), unfinished);
    const condition = conditionOf(unfinished);
    if (condition.type !== 'sound') {
      const why = condition.type === 'damaged' ? condition.problem : condition.type;
      throw new StartProblem(`The copy of the database is not sound (${why}): nothing was kept of it.`);
    }
    writeThrough(unfinished);
    renameSync(unfinished, path);
    writeThrough(backupFolder);
  } catch (error) {
    rmSync(unfinished, { force: true });
    throw error;
  }
  const removed = removeOldBackups(backupFolder, kept).length;
  return { path, takenAt, bytes: statSync(path).size, removed };
}

/** To the disk itself, so that it outlives a loss of power. */
export function writeThrough(path: string): void {
  const file = openSync(path, 'r');
  try {
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}
