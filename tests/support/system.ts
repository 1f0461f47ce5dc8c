import { createLegStore } from '../../backend/calls/leg-store.ts';
import { parseConfig } from '../../backend/config/config.ts';
import { customerPageSchema } from '../../backend/contract/customers.ts';
import type { CallId, CustomerId } from '../../backend/contract/ids.ts';
import type { Database } from '../../backend/db/database.ts';
import { customers } from '../../backend/db/schema/customers.ts';
import { demoAccounts } from '../../backend/db/seed/demo-accounts.ts';
import { createLog } from '../../backend/kernel/log.ts';
import { startServer } from '../../backend/server.ts';
import { simulatedAccount } from '../../backend/simulator/account.ts';
import { type PersonaId, personaAt } from '../../backend/simulator/personas/numbers.ts';
import type { Simulator } from '../../backend/simulator/simulator.ts';
import { type ConsoleClient, openConsole } from './console-client.ts';
import { authSecret, openDemoDatabase } from './demo-database.ts';
import { freePort } from './free-port.ts';
import { createTestSoftphones, type TestSoftphones } from './test-softphones.ts';

/** The whole product in this process, with demo data, an embedded simulator in fast time, and softphones that answer by themselves. */
export interface System extends AsyncDisposable {
  readonly url: string;
  readonly database: Database;
  readonly simulator: Simulator;
  readonly softphones: TestSoftphones;
  readonly admin: ConsoleClient;
  /** Connected, its softphone registered. */
  readonly suzuki: ConsoleClient;
  /** Signed in, but not connected: nobody is offered anything that a test does not want. */
  readonly tanaka: ConsoleClient;
  /** Somebody whom every agent may see. */
  customerOf(persona: PersonaId): Promise<CustomerId>;
  /** As if the customer had put down the receiver. */
  hangUpCustomer(callId: CallId): Promise<void>;
  /** As if the carrier had lost the AI's leg. */
  breakAi(callId: CallId): Promise<void>;
}

type Settings = Readonly<Record<string, string>>;

const speed = 20;

export async function startSystem(settings: Settings = {}): Promise<System> {
  const port = await freePort();
  const url = `http://localhost:${port}`;
  const config = parseConfig({ PORT: String(port), SIMULATOR_SPEED: String(speed), ...settings });
  const log = createLog(settings['LOG_LEVEL'] ?? 'silent');
  const database = await openDemoDatabase();
  database.query.update(customers).set({ ownerId: null }).run();
  const softphones = createTestSoftphones();
  const server = await startServer({
    config,
    database,
    authSecret,
    log,
    consoleFolder: 'out/renderer',
    softphones: softphones.endpointFor,
  });
  if (server.simulator === null) throw new Error('the system under test has no simulator');
  const [suzuki, tanaka, admin] = await Promise.all(demoAccounts.map((account) => openConsole(url, account)));
  if (!suzuki || !tanaka || !admin) throw new Error('the demo accounts are missing');
  await suzuki.connect();

  async function endLeg(callId: CallId, kind: 'customer' | 'ai'): Promise<void> {
    const legs = createLegStore(database).ofCall(callId);
    const leg = legs.findLast((one) => one.kind === kind && one.state !== 'left');
    if (leg?.carrierRef == null) throw new Error('the carrier has not told the leg yet');
    await endCallAtCarrier(url, leg.carrierRef);
  }

  return {
    url,
    database,
    simulator: server.simulator,
    softphones,
    admin,
    suzuki,
    tanaka,
    async customerOf(persona) {
      const page = await admin.ask(customerPageSchema, 'GET', '/api/customers?limit=200');
      const found = page.customers.find((one) => personaAt(one.phoneNumber) === persona && !one.doNotCall);
      if (found === undefined) throw new Error(`no customer can be called who ${persona}`);
      return found.id;
    },
    hangUpCustomer: (callId) => endLeg(callId, 'customer'),
    breakAi: (callId) => endLeg(callId, 'ai'),
    async [Symbol.asyncDispose]() {
      for (const client of [suzuki, tanaka, admin]) await client[Symbol.asyncDispose]();
      await server[Symbol.asyncDispose]();
      database[Symbol.dispose]();
    },
  };
}

async function endCallAtCarrier(url: string, callSid: string): Promise<void> {
  const { accountSid, authToken } = simulatedAccount;
  const response = await fetch(`${url}/simulator/2010-04-01/Accounts/${accountSid}/Calls/${callSid}.json`, {
    method: 'POST',
    headers: { authorization: `Basic ${btoa(`${accountSid}:${authToken}`)}` },
    body: new URLSearchParams({ Status: 'completed' }),
  });
  if (!response.ok) throw new Error(`the simulator answered ${response.status}`);
}
