import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { Hono } from 'hono';
import { readEnvironment } from '../config/environment.ts';
import { StartProblem, startProblemOf } from '../config/start-problem.ts';
import { demoCustomerAt } from '../db/seed/demo-customers.ts';
import { phoneFiles } from '../http/console-files.ts';
import { consoleSecurity } from '../http/console-security.ts';
import { listen } from '../http/listen.ts';
import { createLog } from '../kernel/log.ts';
import { createSimulatedClock } from './clock.ts';
import { createSimulator } from './simulator.ts';

/** The simulator as a process of its own, for where the backend is killed, loaded or measured. Runs until it is told to stop. */
async function run(): Promise<void> {
  const { carrier, http, logLevel } = readEnvironment();
  if (carrier.type !== 'simulated') {
    throw new StartProblem('The simulator does not start beside real Twilio settings.');
  }
  const log = createLog(logLevel);
  using clock = createSimulatedClock({ speed: carrier.speed });
  using simulator = createSimulator({
    clock,
    log,
    publicUrl: http.publicUrl,
    directory: demoCustomerAt,
    // Sound is heard in real time: where time runs faster, calls carry words only.
    sound: carrier.speed === 1 ? 'mixed' : 'none',
  });
  const { host } = new URL(carrier.url ?? `http://localhost:${carrier.port}`);
  const app = new Hono()
    .route('/simulator', simulator.app)
    .use(consoleSecurity({ connectTo: [`ws://${host}`, `wss://${host}`], secure: false }))
    .route('/', phoneFiles(fileURLToPath(new URL('../renderer', import.meta.url))));
  await using listening = await listen(app, { port: carrier.port, host: http.host }).catch(portTaken);
  log.info({ port: listening.port, phone: `http://${host}/phone` }, 'the simulated carrier listens');
  await Promise.race([once(process, 'SIGTERM'), once(process, 'SIGINT')]);
}

function portTaken(error: unknown): never {
  if (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE') {
    throw new StartProblem('The port SIMULATOR_PORT is taken: stop the other program, or set another one.');
  }
  throw error;
}

try {
  await run();
} catch (error) {
  const problem = startProblemOf(error);
  if (problem === null) throw error;
  process.stderr.write(`${problem.message}\n`);
  process.exitCode = 1;
}
