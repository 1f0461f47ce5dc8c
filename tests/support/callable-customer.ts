import { customerPageSchema } from '../../backend/contract/customers.ts';
import type { CustomerId } from '../../backend/contract/ids.ts';
import { type PersonaId, personaAt } from '../../backend/simulator/personas/numbers.ts';
import type { ConsoleClient } from './console-client.ts';

/** Somebody in the demo data on one of the persona's telephones, whom the agent may call. */
export async function callableCustomer(agent: ConsoleClient, persona: PersonaId): Promise<CustomerId> {
  const { customers } = await agent.ask(customerPageSchema, 'GET', '/api/customers?limit=200');
  const customer = customers.find(
    ({ phoneNumber, doNotCall }) => personaAt(phoneNumber) === persona && !doNotCall,
  );
  if (customer === undefined) throw new Error(`no customer can be called who ${persona}`);
  return customer.id;
}
