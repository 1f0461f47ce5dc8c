import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { customerPageSchema } from '../../backend/contract/customers.ts';
import type { CallId } from '../../backend/contract/ids.ts';
import { demoAccounts } from '../../backend/db/seed/demo-accounts.ts';
import { type PersonaId, personaAt } from '../../backend/simulator/personas/numbers.ts';
import { type BuiltBackend, startBuiltBackend, startBuiltSimulator } from '../support/built-backend.ts';
import { untilCall, untilOffered, untilOver } from '../support/call-waits.ts';
import { type ConsoleClient, openConsole } from '../support/console-client.ts';
import { freePort } from '../support/free-port.ts';
import { describeInEachPlacement } from '../support/placements.ts';

const [suzuki, , admin] = demoAccounts;

const observationSchema = z.object({ legs: z.array(z.object({ status: z.string() })) });
const patience = { timeout: 20_000, interval: 50 };

describeInEachPlacement(
  'a backend that is killed in the middle of a call',
  (placement) => {
    let simulator: AsyncDisposable;
    let backend: BuiltBackend;
    let simulatorPort: string;

    beforeEach(async () => {
      const port = String(await freePort());
      simulatorPort = String(await freePort());
      const settings = {
        ...placement.settings,
        PORT: port,
        SIMULATOR_PORT: simulatorPort,
        SIMULATOR_SPEED: '3',
        OFFER_SECONDS: '30',
      };
      simulator = await startBuiltSimulator(settings);
      backend = await startBuiltBackend({ ...settings, SIMULATOR_URL: `http://localhost:${simulatorPort}` });
    });

    afterEach(async () => {
      await backend[Symbol.asyncDispose]();
      await simulator[Symbol.asyncDispose]();
    });

    /** Of every leg that there was. */
    async function statusesAtCarrier(): Promise<string[]> {
      const response = await fetch(`http://localhost:${simulatorPort}/simulator/observation`);
      const { legs } = observationSchema.parse(await response.json());
      return legs.map(({ status }) => status);
    }

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

    it('finds out that the customer has hung up meanwhile, and ends the call once', async () => {
      const before = await openConsole(backend.url, admin);
      const callId = await startCall(before, 'hangs-up-early');
      await untilCall(before, callId, ({ call }) => call.status === 'ringing');

      await backend.kill();
      await vi.waitFor(async () => expect(await statusesAtCarrier()).not.toContain('in-progress'), patience);
      await vi.waitFor(async () => expect(await statusesAtCarrier()).toContain('completed'), patience);
      await backend.restart();
      const after = await openConsole(backend.url, admin);
      await after.connect({ after: 0 });
      const { call } = await untilOver(after, callId);

      expect(call).toMatchObject({ status: 'failed', result: 'failed', resultReason: 'hung-up-early' });
      await vi.waitFor(() =>
        expect(after.events.filter(({ type }) => type === 'call-ended')).toMatchObject([
          { call: { id: callId } },
        ]),
      );
    });

    it('asks an agent again, with the whole time to answer, who was being asked', async () => {
      const agent = await openConsole(backend.url, suzuki);
      await agent.connect();
      const callId = await startCall(agent, 'long-hold');
      const offer = await untilOffered(agent, callId);

      await backend.kill();
      await backend.restart();
      await agent.connect({ after: agent.sequence() });
      const again = await untilOffered(agent, callId, 2);
      await agent.accept(again.id);
      const { call } = await agent.record(callId);

      expect(again.id).toBe(offer.id);
      expect(Date.parse(again.deadline)).toBeGreaterThan(Date.parse(offer.deadline));
      expect(call.handoff?.offers).toMatchObject([{ id: offer.id, status: 'accepted' }]);
    });
  },
  // How long a process of its own is away depends on the machine: restart.test.ts measures that in simulated time.
  { needs: ['replacesTheAi'] },
);
