import { stderr, stdout } from 'node:process';
import { fileURLToPath } from 'node:url';
import { createAgentStore } from './agents/agent-store.ts';
import { createAuth } from './auth/auth.ts';
import { authSecretIn } from './auth/auth-secret.ts';
import { createUserStore } from './auth/user-store.ts';
import type { Config } from './config/config.ts';
import { readEnvironment } from './config/environment.ts';
import { startProblemOf } from './config/start-problem.ts';
import { openDataFolder } from './db/data-folder.ts';
import { refuseDemoData } from './db/seed/carrier-check.ts';
import { demoSignIns, seedDemoData } from './db/seed/demo-data.ts';
import { systemClock } from './kernel/clock.ts';
import { createLog, type Log } from './kernel/log.ts';
import { toldToStop } from './kernel/told-to-stop.ts';
import { startServer } from './server.ts';

async function run(): Promise<void> {
  const config = readEnvironment();
  const log = createLog(config.logLevel, config.logFormat ?? (stdout.isTTY ? 'text' : 'json'));
  await serve(config, log);
  log.info('stopped');
}

/** Serves until it is told to stop. Whoever started us as a child is told when we can be used, and how to sign in. */
async function serve(config: Config, log: Log): Promise<void> {
  const stop = toldToStop();
  using database = openDataFolder(config.dataFolder);
  refuseDemoData(config.carrier, database);
  const authSecret = config.authSecret ?? authSecretIn(config.dataFolder);
  if (config.carrier.type === 'simulated') {
    const { noteSignIn: onSignIn } = createUserStore(database, systemClock);
    const auth = createAuth({ ...config.http, database, secret: authSecret, onSignIn, log });
    await seedDemoData({ database, auth, clock: systemClock, timeZone: config.defaultTimeZone });
  }

  const consoleFolder = fileURLToPath(new URL('../renderer', import.meta.url));
  await using _server = await startServer({ config, database, authSecret, log, consoleFolder });
  process.send?.({
    address: config.http.publicUrl,
    simulated: config.carrier.type === 'simulated',
    demoSignIns: demoSignIns(database),
    accounts: createAgentStore(database, config.defaultTimeZone).all().length,
  });
  log.info({ address: config.http.publicUrl }, 'ready');
  log.info({ signal: await stop }, 'stopping');
}

try {
  await run();
} catch (error) {
  const problem = startProblemOf(error);
  stderr.write(`${problem?.message ?? (error instanceof Error ? error.stack : String(error))}\n`);
  process.exitCode = 1;
}
