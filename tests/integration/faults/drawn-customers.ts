import type { CustomerId } from '../../../backend/contract/ids.ts';
import { customers } from '../../../backend/db/schema/customers.ts';
import { createIds } from '../../../backend/kernel/ids.ts';
import type { SimulatedClock } from '../../../backend/simulator/clock.ts';
import type { Caller } from '../../../backend/simulator/exchange/incoming.ts';
import { seededRandom } from '../../../backend/simulator/faults/seeded-random.ts';
import { personaIds, personaNumber } from '../../../backend/simulator/personas/numbers.ts';
import type { System } from '../../support/system.ts';
import { createRandomCaller } from './random-callers.ts';

/** Lines below are those of the demo data. */
const firstLine = 1_000;
/** Of all calls, the part in which the company rings us. */
const receivedShare = 0.2;

interface DrawnCustomer {
  readonly company: string;
  readonly phoneNumber: string;
  /** Null where we ring them. */
  readonly caller: Caller | null;
}

export interface InsertedCustomer extends DrawnCustomer {
  readonly id: CustomerId;
}

/** Which of a run's calls it was. */
export function indexOfNumber(phoneNumber: string): number {
  return Number(phoneNumber.slice(-4)) - firstLine;
}

/** Drawn by lot: the same index and seed is the same customer. */
export function drawCustomer(index: number, seed: number, clock: SimulatedClock): DrawnCustomer {
  const random = seededRandom(seed, `persona ${index}`);
  const persona = personaIds[Math.floor(random() * personaIds.length)] ?? 'puts-through';
  const phoneNumber = personaNumber(persona, firstLine + index);
  const direction = seededRandom(seed, `direction ${index}`);
  const caller = direction() < receivedShare ? createRandomCaller(phoneNumber, direction, clock) : null;
  return { company: `試験${index}`, phoneNumber, caller };
}

export function insertCustomers(
  { database, simulator }: Pick<System, 'database' | 'simulator'>,
  called: readonly DrawnCustomer[],
): readonly InsertedCustomer[] {
  const newIds = createIds(simulator.clock);
  const now = simulator.clock.now();
  return database.transaction(() =>
    called.map((customer) => {
      const { company, phoneNumber } = customer;
      const id = newIds.customer();
      const row = { id, company, phoneNumber, createdAt: now, updatedAt: now };
      database.query.insert(customers).values(row).run();
      return { ...customer, id };
    }),
  );
}
