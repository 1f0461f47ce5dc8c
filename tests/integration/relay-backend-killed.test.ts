import { expect, it } from 'vitest';
import { customerPageSchema } from '../../backend/contract/customers.ts';
import { demoAccounts } from '../../backend/db/seed/demo-accounts.ts';
import { personaAt } from '../../backend/simulator/personas/numbers.ts';
import { startBuiltBackend, startBuiltSimulator } from '../support/built-backend.ts';
import { untilCall, untilOver } from '../support/call-waits.ts';
import { openConsole } from '../support/console-client.ts';
import { freePort } from '../support/free-port.ts';
import { describeInEachPlacement } from '../support/placements.ts';

describeInEachPlacement(
  'a ConversationRelay that died with the process',
  (placement) => {
    it('is followed by a dialogue that goes on where it was', async () => {
      const [, , admin] = demoAccounts;
      const simulatorPort = String(await freePort());
      const settings = {
        ...placement.settings,
        PORT: String(await freePort()),
        SIMULATOR_PORT: simulatorPort,
        SIMULATOR_SPEED: '3',
        SPEECH_TRANSPORT: 'relay',
      };
      await using _simulator = await startBuiltSimulator(settings);
      await using backend = await startBuiltBackend({
        ...settings,
        SIMULATOR_URL: `http://localhost:${simulatorPort}`,
      });
      const before = await openConsole(backend.url, admin);
      const { customers } = await before.ask(customerPageSchema, 'GET', '/api/customers?limit=200');
      const customer = customers.find((one) => personaAt(one.phoneNumber) === 'silent' && !one.doNotCall);
      if (customer === undefined) throw new Error('nobody is silent');
      const callId = await before.start({ customerId: customer.id });
      const said = await untilCall(before, callId, ({ turns }) => turns.length >= 1);

      await backend.kill();
      await backend.restart();
      const { call, turns } = await untilOver(await openConsole(backend.url, admin), callId);

      expect(turns.slice(0, said.turns.length)).toEqual(said.turns);
      expect(turns.length).toBeGreaterThan(said.turns.length);
      expect(call).toMatchObject({ result: 'failed', resultReason: 'no-response' });
    });
  },
  { needs: ['replacesTheAi'] },
);
