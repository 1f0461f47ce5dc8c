import { resolve } from 'node:path';
import { argv, stderr, stdin, stdout } from 'node:process';
import { createAuth } from './auth/auth.ts';
import { authSecretIn } from './auth/auth-secret.ts';
import { askForAdmin } from './auth/new-admin.ts';
import { createPasswordStrength } from './auth/password-strength.ts';
import { askThrough } from './auth/questions.ts';
import { createUserStore } from './auth/user-store.ts';
import { readEnvironment } from './config/environment.ts';
import { StartProblem, startProblemOf } from './config/start-problem.ts';
import { openDataFolder } from './db/data-folder.ts';
import { refuseDemoData } from './db/seed/carrier-check.ts';
import { systemClock } from './kernel/clock.ts';
import { createLog } from './kernel/log.ts';

/** `npm run admin:create`: asks for an admin at the terminal, or reads e-mail, name and password as three lines from a pipe. */
async function createAdmin(): Promise<void> {
  const config = readEnvironment();
  using database = openDataFolder(config.dataFolder);
  refuseDemoData(config.carrier, database);
  const secret = config.authSecret ?? authSecretIn(config.dataFolder);
  const users = createUserStore(database, systemClock);
  const log = createLog('silent');
  const auth = createAuth({ ...config.http, database, secret, onSignIn: users.noteSignIn, log });
  using questions = askThrough(stdin, stdout);
  say(`A new admin, kept in ${resolve(config.dataFolder)}. An empty e-mail address stops here.`);
  const admin = await askForAdmin({
    questions,
    say,
    strength: createPasswordStrength(),
    isTaken: (address) => users.hasEmail(address.toLowerCase()),
  });
  if (admin === null) throw new StartProblem('No admin was created.');
  await auth.createAccount(admin).catch((error: unknown) => {
    throw new StartProblem(error instanceof Error ? error.message : 'The account could not be created.');
  });
  say(`${admin.email} can sign in now, at ${config.http.publicUrl}.`);
}

function say(line: string): void {
  stdout.write(`${line}\n`);
}

const help = `Creates an admin who can sign in to the console.

  npm run admin:create            asks for e-mail address, name and password
  npm run admin:create < file     reads the three from the lines of a file

The account is kept in the folder that DATA_DIR names. It takes no options.`;

try {
  if (argv.slice(2).some((option) => option === '--help' || option === '-h')) say(help);
  else await createAdmin();
} catch (error) {
  stderr.write(`${startProblemOf(error)?.message ?? String(error)}\n`);
  process.exitCode = 1;
}
