import { composeBackend } from './compose.ts';
import type { Config } from './config/config.ts';
import type { Database } from './db/database.ts';
import { demoCustomerAt } from './db/seed/demo-customers.ts';
import { type Listening, listen } from './http/listen.ts';
import { systemClock } from './kernel/clock.ts';
import type { Log } from './kernel/log.ts';
import { createSimulatedClock } from './simulator/clock.ts';
import type { Endpoint } from './simulator/endpoint.ts';
import { createSimulator, type Simulator } from './simulator/simulator.ts';

interface ServerOptions {
  readonly config: Config;
  readonly database: Database;
  readonly authSecret: string;
  readonly log: Log;
  /** The built console. */
  readonly consoleFolder: string;
  /** Instead of the Voice SDK's devices, where the simulator is embedded. */
  readonly softphones?: (identity: string) => Endpoint;
}

export interface Server extends AsyncDisposable {
  readonly port: number;
  /** Null when the carrier is elsewhere. */
  readonly simulator: Simulator | null;
}

/** Serves, and then starts what acts by itself. Rejects with Node's own error when it cannot listen; whatever keeps it from starting, nothing of it goes on. */
export async function startServer(options: ServerOptions): Promise<Server> {
  const { config, database, authSecret, log, consoleFolder } = options;
  const embedded = embedSimulator(options);
  const backend = composeBackend({
    config,
    database,
    authSecret,
    log,
    consoleFolder,
    simulator: embedded?.simulator.app ?? null,
    clock: embedded?.clock ?? systemClock,
    speed: embedded?.speed ?? 1,
  });
  let listening: Listening | null = null;

  async function stop(): Promise<void> {
    // The backend first: what it still has to finish may need the simulator, which answers on our own port.
    await backend[Symbol.asyncDispose]();
    await listening?.[Symbol.asyncDispose]();
    embedded?.simulator[Symbol.dispose]();
    embedded?.clock[Symbol.dispose]();
  }

  try {
    listening = await listen(backend.app, config.http);
    backend.start();
  } catch (error) {
    await stop();
    throw error;
  }
  const { port } = listening;
  return { port, simulator: embedded?.simulator ?? null, [Symbol.asyncDispose]: stop };
}

/** Sound is heard in real time: where time runs faster, calls carry words only. */
function embedSimulator({ config, log, softphones }: ServerOptions) {
  const { carrier, http } = config;
  if (carrier.type !== 'simulated' || carrier.url !== null) return null;
  const { speed } = carrier;
  const clock = createSimulatedClock({ speed });
  const simulator = createSimulator({
    clock,
    log,
    publicUrl: http.publicUrl,
    directory: demoCustomerAt,
    sound: speed === 1 ? 'mixed' : 'none',
    ...(softphones ? { softphones } : {}),
  });
  return { clock, speed, simulator };
}
