import { argv, stderr, stdout } from 'node:process';
import { makeBackup } from './backup/make-backup.ts';
import { readEnvironment } from './config/environment.ts';
import { startProblemOf } from './config/start-problem.ts';
import { systemClock } from './kernel/clock.ts';

const help = `Backs the database up, while the server runs or not, and reads the copy through.

  npm run backup

The copy goes into the folder BACKUP_DIR; of all that are there the newest BACKUPS_KEPT stay. Recordings are files in DATA_DIR and are not
in it, nor is the file auth-secret: without it everybody has to sign in again. It takes no options.`;

/** `npm run backup` */
function backUp(): void {
  const { dataFolder, backups } = readEnvironment();
  const { path, bytes, removed } = makeBackup({
    dataFolder,
    backupFolder: backups.folder,
    kept: backups.kept,
    takenAt: systemClock.now(),
  });
  say(`${path} is sound: ${bytes.toLocaleString('en')} bytes.`);
  if (removed > 0) say(`Older ones that went for it: ${removed}.`);
}

function say(line: string): void {
  stdout.write(`${line}\n`);
}

try {
  if (argv.slice(2).some((option) => option === '--help' || option === '-h')) say(help);
  else backUp();
} catch (error) {
  stderr.write(`${startProblemOf(error)?.message ?? String(error)}\n`);
  process.exitCode = 1;
}
