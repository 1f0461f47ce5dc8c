import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { z } from 'zod';
import { freePort } from './free-port.ts';

const readySchema = z.object({ address: z.url() });

/** The backend as it is shipped, in a process and a data folder of its own. */
export interface BuiltBackend extends AsyncDisposable {
  readonly url: string;
  /** Ends the process at once, as a crash does. */
  kill(): Promise<void>;
  /** Starts it again on the same data and the same port. */
  restart(): Promise<void>;
}

type Settings = Readonly<Record<string, string>>;

export async function startBuiltBackend(settings: Settings = {}): Promise<BuiltBackend> {
  const port = settings['PORT'] ?? String(await freePort());
  const dataFolder = mkdtempSync(join(tmpdir(), 'toritsugi-data-'));
  const environment = { LOG_LEVEL: 'error', ...settings, PORT: port, DATA_DIR: dataFolder };
  let child = await startBackend(environment);

  async function end(signal: NodeJS.Signals): Promise<void> {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const ended = once(child, 'exit');
    child.kill(signal);
    await ended;
  }

  return {
    url: `http://localhost:${port}`,
    kill: () => end('SIGKILL'),
    async restart() {
      child = await startBackend(environment);
    },
    async [Symbol.asyncDispose]() {
      await end('SIGTERM');
      rmSync(dataFolder, { recursive: true, force: true });
    },
  };
}

/** The simulator as a process of its own, which keeps calls up while the backend is down. */
export async function startBuiltSimulator(settings: Settings): Promise<AsyncDisposable> {
  const child = spawnBuilt('out/backend/simulator-main.js', { LOG_LEVEL: 'error', ...settings });
  const observation = `http://localhost:${settings['SIMULATOR_PORT']}/simulator/observation`;
  while (!(await answers(observation))) await setTimeout(50);
  return {
    async [Symbol.asyncDispose]() {
      const ended = once(child, 'exit');
      child.kill('SIGTERM');
      await ended;
    },
  };
}

/** Resolves once the backend has told that it can be used. */
async function startBackend(environment: Settings): Promise<ChildProcess> {
  const child = spawnBuilt('out/backend/main.js', environment);
  const died = once(child, 'exit').then(([code]) =>
    Promise.reject(new Error(`the backend ended with ${code}`)),
  );
  const [ready] = await Promise.race([once(child, 'message'), died]);
  readySchema.parse(ready);
  return child;
}

function spawnBuilt(script: string, environment: Settings): ChildProcess {
  return spawn(process.execPath, ['--enable-source-maps', script], {
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
}

function answers(url: string): Promise<boolean> {
  return fetch(url).then(
    (response) => response.ok,
    () => false,
  );
}
