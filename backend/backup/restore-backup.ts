import { copyFileSync, existsSync, linkSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { createCampaignStore } from '../campaigns/campaign-store.ts';
import { StartProblem } from '../config/start-problem.ts';
import { databaseIn } from '../db/data-folder.ts';
import { openDatabase } from '../db/database.ts';
import { conditionOf } from '../db/database-copy.ts';
import { isSolelyOurs } from '../db/sole-use.ts';
import { createOutboxStore } from '../journal/outbox-store.ts';
import { replacedName } from './backup-files.ts';
import { writeThrough } from './make-backup.ts';

interface RestoreOrder {
  readonly backup: string;
  readonly dataFolder: string;
  readonly now: Date;
}

export interface Restored {
  /** To the carrier, which were under way and are not sent. */
  readonly commands: number;
  /** Which ran, and are paused. */
  readonly campaigns: number;
  /** Where the database is that was there before; null: there was none. */
  readonly replaced: string | null;
}

/**
 * Puts a backup in the place of the database, which is kept beside it. What was under way when the backup was taken is not done again:
 * nobody is dialled twice for it. At every moment there is a whole database under its name. Throws `StartProblem`, having changed nothing.
 */
export function restoreBackup({ backup, dataFolder, now }: RestoreOrder): Restored {
  refuseUnlessSound(backup);
  const file = databaseIn(dataFolder);
  const exists = existsSync(file);
  if (exists && !isSolelyOurs(file)) {
    throw new StartProblem('The server is running on DATA_DIR: stop it, and restore then.');
  }
  const unfinished = `${file}.unfinished`;
  removeWithLogs(unfinished);
  copyFileSync(backup, unfinished);
  const settled = settle(unfinished, now);
  writeThrough(unfinished);
  const replaced = exists ? keep(file, now) : null;
  renameSync(unfinished, file);
  writeThrough(dirname(file));
  return { ...settled, replaced };
}

function refuseUnlessSound(backup: string): void {
  if (!existsSync(backup)) throw new StartProblem(`There is no file ${backup}.`);
  const condition = conditionOf(backup);
  switch (condition.type) {
    case 'sound':
      return;
    case 'damaged':
      throw new StartProblem(`${backup} is damaged (${condition.problem}): restore another one.`);
    case 'foreign':
      throw new StartProblem(`${backup} is not a backup of ours.`);
    case 'newer':
      throw new StartProblem(
        `${backup} is of a later version than this one: install that, and restore then.`,
      );
  }
}

/**
 * Brings the copy up to this version, and ends what was under way. What the carrier was to be told then was told it, or is out of date.
 * Campaigns wait for a human, because whom they called since the backup is not known here any more. Calls that were on are compared with
 * the carrier at the start, as after a crash.
 */
function settle(path: string, now: Date): Pick<Restored, 'commands' | 'campaigns'> {
  using database = openDatabase(path);
  return database.transaction(() => {
    const commands = createOutboxStore(database, { now: () => now }).abandon();
    const campaigns = createCampaignStore(database);
    const running = campaigns.running();
    const pausedFor = { type: 'restored', at: now.toISOString() } as const;
    for (const { id } of running) campaigns.update(id, { state: 'paused', pausedFor });
    return { commands, campaigns: running.length };
  });
}

/** Under a name of its own, without a copy. A log that SQLite left beside one that it could not read must not be taken for the new one's. */
function keep(file: string, now: Date): string {
  const kept = join(dirname(file), replacedName(now));
  linkSync(file, kept);
  for (const log of ['-wal', '-shm'])
    if (existsSync(`${file}${log}`)) renameSync(`${file}${log}`, `${kept}${log}`);
  return kept;
}

function removeWithLogs(path: string): void {
  for (const log of ['', '-wal', '-shm']) rmSync(`${path}${log}`, { force: true });
}
