import { resolve } from 'node:path';
import { stderr, stdin, stdout } from 'node:process';
import { createAgentStore } from './agents/agent-store.ts';
import { createAuth } from './auth/auth.ts';
import { authSecretIn } from './auth/auth-secret.ts';
import { askForAdmin } from './auth/new-admin.ts';
import { askThrough } from './auth/questions.ts';
import { readEnvironment } from './config/environment.ts';
import { StartProblem, startProblemOf } from './config/start-problem.ts';
import { openDataFolder } from './db/data-folder.ts';
import { refuseDemoData } from './db/seed/carrier-check.ts';
import { createLog } from './kernel/log.ts';

/** `npm run admin:create`: asks for an admin at the terminal, or reads e-mail, name and password as three lines from a pipe. */
async function createAdmin(): Promise<void> {
  const config = readEnvironment();
  using database = openDataFolder(config.dataFolder);
  refuseDemoData(config.carrier, database);
  const secret = config.authSecret ?? authSecretIn(config.dataFolder);
  const auth = createAuth({ ...config.http, database, secret, log: createLog('silent') });
  const accounts = createAgentStore(database, config.defaultTimeZone).all();
  using questions = askThrough(stdin, stdout);
  say(`A new admin, kept in ${resolve(config.dataFolder)}. An empty e-mail address stops here.`);
  const admin = await askForAdmin({
    questions,
    say,
    isTaken: (address) => accounts.some(({ email }) => email === address.toLowerCase()),
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

try {
  await createAdmin();
} catch (error) {
  stderr.write(`${startProblemOf(error)?.message ?? String(error)}\n`);
  process.exitCode = 1;
}
