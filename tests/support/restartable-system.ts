import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import { Hono } from 'hono';
import { composeBackend } from '../../backend/compose.ts';
import { parseConfig } from '../../backend/config/config.ts';
import { type Database, openDatabase } from '../../backend/db/database.ts';
import { customers } from '../../backend/db/schema/customers.ts';
import { demoAccounts } from '../../backend/db/seed/demo-accounts.ts';
import { demoCustomerAt } from '../../backend/db/seed/demo-customers.ts';
import { listen } from '../../backend/http/listen.ts';
import { simulatedAccount } from '../../backend/simulator/account.ts';
import { createSimulatedClock } from '../../backend/simulator/clock.ts';
import { createSimulator, type Simulator } from '../../backend/simulator/simulator.ts';
import { silentLog } from './api.ts';
import { type ConsoleClient, openConsole } from './console-client.ts';
import { authSecret, openDemoDatabase } from './demo-database.ts';
import { freePort } from './free-port.ts';
import { openSeverableLine, type WhileSevered } from './severable-line.ts';
import { createTestSoftphones, type TestSoftphones } from './test-softphones.ts';

/**
 * The product, and beside it a simulator in fast time that outlives it. Both are in this process, so that the time stands still while
 * either is at work, and what a customer waits does not depend on the machine.
 */
export interface RestartableSystem extends AsyncDisposable {
  readonly simulator: Simulator;
  readonly softphones: TestSoftphones;
  readonly admin: ConsoleClient;
  readonly suzuki: ConsoleClient;
  /**
   * As if the process were killed: every connection is torn, and nothing that was not committed is left. Resolves when so many
   * simulated milliseconds later it is there again, with the moment from which it was.
   */
  killFor(ms: number): Promise<Date>;
}

const speed = 20;

export async function startRestartableSystem(
  settings: Readonly<Record<string, string>> = {},
  whatComesMeanwhile: WhileSevered = 'is-refused',
): Promise<RestartableSystem> {
  const owned: (Disposable | AsyncDisposable)[] = [];
  const own = <Owned extends Disposable | AsyncDisposable>(one: Owned): Owned => {
    owned.push(one);
    return one;
  };
  const clock = own(createSimulatedClock({ speed }));
  const toBackend = own(await openSeverableLine(whatComesMeanwhile));
  const url = `http://localhost:${toBackend.port}`;
  const softphones = createTestSoftphones();
  const network = { clock, publicUrl: url, softphones: softphones.endpointFor, directory: demoCustomerAt };
  const simulator = own(createSimulator({ ...network, log: silentLog, sound: 'none' }));
  const carrier = own(await listen(new Hono().route('/simulator', simulator.app), here(0)));
  const otherHost = own(await listen(otherHostsFiles(), here(0)));
  await giveAiFallback(carrier.port, `http://localhost:${otherHost.port}/twilio-ai-fallback.xml`);

  async function live(database: Database): Promise<Life> {
    const toCarrier = own(await openSeverableLine());
    toCarrier.lead(carrier.port);
    const port = await freePort();
    const config = parseConfig({
      PORT: String(port),
      PUBLIC_URL: url,
      SIMULATOR_URL: `http://localhost:${toCarrier.port}`,
      SIMULATOR_SPEED: String(speed),
      ...settings,
    });
    const backend = composeBackend({ ...surroundings, config, database: own(database), clock });
    own(backend);
    own(await listen(backend.app, here(port)));
    toBackend.lead(port);
    backend.start();
    return {
      die() {
        toBackend.sever();
        toCarrier.sever();
        return bytesOf(database);
      },
    };
  }

  const database = await openDemoDatabase();
  database.query.update(customers).set({ ownerId: null }).run();
  let life = await live(database);
  const [suzuki, admin] = await Promise.all(
    [demoAccounts[0], demoAccounts[2]].map(async (account) => own(await openConsole(url, account))),
  );
  if (!suzuki || !admin) throw new Error('the demo accounts are missing');
  await suzuki.connect();
  return {
    simulator,
    softphones,
    admin,
    suzuki,
    async killFor(ms) {
      const left = life.die();
      await clock.wait(ms, new AbortController().signal);
      life = await live(openDatabase(left));
      return clock.now();
    },
    async [Symbol.asyncDispose]() {
      for (const one of owned.toReversed()) {
        if (Symbol.asyncDispose in one) await one[Symbol.asyncDispose]();
        else one[Symbol.dispose]();
      }
    },
  };
}

/** What every life of the product has in common. */
const surroundings = {
  authSecret,
  simulator: null,
  speed,
  log: silentLog,
  consoleFolder: 'out/renderer',
} as const;

function here(port: number): { readonly port: number; readonly host: string } {
  return { port, host: '127.0.0.1' };
}

/** A process, from its start until it is killed. */
interface Life {
  /** Gives what a killed process leaves on its disk. What still runs of it reaches nobody. */
  die(): Buffer;
}

/** What is not down together with the backend. */
function otherHostsFiles(): Hono {
  const aiFallback = readFileSync('resources/twilio-ai-fallback.xml', 'utf8');
  return new Hono().get('/twilio-ai-fallback.xml', (c) =>
    c.body(aiFallback, 200, { 'content-type': 'text/xml' }),
  );
}

/** As `twilio:setup` does. */
async function giveAiFallback(port: number, url: string): Promise<void> {
  const { accountSid, authToken, twimlAppSid } = simulatedAccount;
  const address = `http://localhost:${port}/simulator/2010-04-01/Accounts/${accountSid}/Applications/${twimlAppSid}.json`;
  const response = await fetch(address, {
    method: 'POST',
    headers: { authorization: `Basic ${btoa(`${accountSid}:${authToken}`)}` },
    body: new URLSearchParams({ VoiceFallbackUrl: url, VoiceFallbackMethod: 'GET' }),
  });
  if (!response.ok) throw new Error(`the simulator answered ${response.status}`);
}

function bytesOf(database: Database): Buffer {
  const folder = mkdtempSync(join(tmpdir(), 'toritsugi-killed-'));
  const file = join(folder, 'toritsugi.sqlite');
  database.query.run(sql`vacuum into ${file}`);
  const bytes = readFileSync(file);
  rmSync(folder, { recursive: true });
  return bytes;
}
