import { argv, stderr, stdout } from 'node:process';
import { backupsIn } from './backup/backup-files.ts';
import { restoreBackup } from './backup/restore-backup.ts';
import { readEnvironment } from './config/environment.ts';
import { StartProblem, startProblemOf } from './config/start-problem.ts';
import { systemClock } from './kernel/clock.ts';

const help = `Puts a backup in the place of the database. The server must not run.

  npm run restore                  lists the backups in BACKUP_DIR
  npm run restore -- FILE          restores that one

The database that is there now is kept beside it. Calls that were under way when the backup was taken are ended, and campaigns that ran
are paused: whom they called since is not known any more.`;

/** `npm run restore` */
function restore([file, ...others]: readonly string[]): void {
  const { dataFolder, backups } = readEnvironment();
  if (others.length > 0) throw new StartProblem('One backup at a time: npm run restore -- FILE');
  if (file === undefined) {
    list(backups.folder);
    return;
  }
  const { replaced, commands, campaigns } = restoreBackup({
    backup: file,
    dataFolder,
    now: systemClock.now(),
  });
  say(`${file} is restored.`);
  if (replaced !== null) say(`What was there before is in ${replaced}.`);
  if (commands > 0) say(`Commands to the carrier that were under way and are not sent: ${commands}.`);
  if (campaigns > 0) say(`Campaigns that are paused, until somebody resumes them: ${campaigns}.`);
}

function list(folder: string): void {
  const backups = backupsIn(folder);
  if (backups.length === 0) throw new StartProblem(`There is no backup in ${folder}.`);
  for (const { path } of backups) say(path);
}

function say(line: string): void {
  stdout.write(`${line}\n`);
}

try {
  const options = argv.slice(2);
  if (options.some((option) => option === '--help' || option === '-h')) say(help);
  else restore(options);
} catch (error) {
  stderr.write(`${startProblemOf(error)?.message ?? String(error)}\n`);
  process.exitCode = 1;
}
