import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { customerPageSchema } from '../../backend/contract/customers.ts';
import type { CallId } from '../../backend/contract/ids.ts';
import { demoAccounts } from '../../backend/db/seed/demo-accounts.ts';
import { type PersonaId, personaAt } from '../../backend/simulator/personas/numbers.ts';
import { type BuiltBackend, startBuiltBackend, startBuiltSimulator } from '../support/built-backend.ts';
import { untilCall, untilOver } from '../support/call-waits.ts';
import { type ConsoleClient, openConsole } from '../support/console-client.ts';
import { freePort } from '../support/free-port.ts';

const admin = demoAccounts[2];

describe('a backend that is killed in the middle of a call', () => {
  let simulator: AsyncDisposable;
  let backend: BuiltBackend;

  beforeEach(async () => {
    const port = String(await freePort());
    const simulatorPort = String(await freePort());
    const settings = { PORT: port, SIMULATOR_PORT: simulatorPort, SIMULATOR_SPEED: '5' };
    simulator = await startBuiltSimulator(settings);
    backend = await startBuiltBackend({ ...settings, SIMULATOR_URL: `http://localhost:${simulatorPort}` });
  });

  afterEach(async () => {
    await backend[Symbol.asyncDispose]();
    await simulator[Symbol.asyncDispose]();
  });

  async function startCall(viewer: ConsoleClient, persona: PersonaId): Promise<CallId> {
    const { customers } = await viewer.ask(customerPageSchema, 'GET', '/api/customers?limit=200');
    const customer = customers.find((one) => personaAt(one.phoneNumber) === persona && !one.doNotCall);
    if (customer === undefined) throw new Error(`nobody ${persona}`);
    return viewer.start({ customerId: customer.id });
  }

  it('goes on with the dialogue where it was, and loses nothing that was said', async () => {
    const before = await openConsole(backend.url, admin);
    const callId = await startCall(before, 'absent');
    const said = await untilCall(before, callId, ({ turns }) => turns.length >= 2);

    await backend.kill();
    await backend.restart();
    const after = await openConsole(backend.url, admin);
    const { call, turns } = await untilOver(after, callId);

    expect(turns.slice(0, said.turns.length)).toEqual(said.turns);
    expect(turns.map((turn) => turn.number)).toEqual(turns.map((_, index) => index + 1));
    expect(call).toMatchObject({ status: 'completed', result: 'absent', resultReason: 'absent' });
  });

  it('finds out that the customer has hung up meanwhile, or hears it late, and ends the call once', async () => {
    const before = await openConsole(backend.url, admin);
    const callId = await startCall(before, 'hangs-up-early');
    await untilCall(before, callId, ({ call }) => call.status === 'ringing');

    await backend.kill();
    await backend.restart();
    const after = await openConsole(backend.url, admin);
    const { call } = await untilOver(after, callId);

    expect(call.result).toBe('failed');
  });
});
