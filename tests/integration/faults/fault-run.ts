import { setTimeout as pause } from 'node:timers/promises';
import { inArray, isNull } from 'drizzle-orm';
import type { CustomerId } from '../../../backend/contract/ids.ts';
import { calls, legs, turns } from '../../../backend/db/schema/calls.ts';
import { customers } from '../../../backend/db/schema/customers.ts';
import { carrierCommands } from '../../../backend/db/schema/journal.ts';
import { createIds } from '../../../backend/kernel/ids.ts';
import type { SimulatedClock } from '../../../backend/simulator/clock.ts';
import type { Caller } from '../../../backend/simulator/exchange/incoming.ts';
import type { FaultPlan } from '../../../backend/simulator/faults/fault-plan.ts';
import type { Faults } from '../../../backend/simulator/faults/faults.ts';
import { seededRandom } from '../../../backend/simulator/faults/seeded-random.ts';
import { personaIds, personaNumber } from '../../../backend/simulator/personas/numbers.ts';
import type { AiPlacement } from '../../../backend/telephony/placement.ts';
import { type System, startSystem } from '../../support/system.ts';
import type { HeldCalls } from './held-calls.ts';
import { createRandomCaller } from './random-callers.ts';
import { createRandomTeam, type RandomTeam } from './random-team.ts';

/** Which calls are held: those from `first` on, so many of them. The same seed and index is the same call. */
export interface FaultRun {
  readonly first: number;
  readonly count: number;
  readonly plan: FaultPlan;
  readonly logLevel?: string;
  /** Where the AI speaks and listens; in the conference unless it is said. */
  readonly aiLeg?: AiPlacement;
}

export interface FaultRunOutcome {
  readonly held: HeldCalls;
  readonly counts: ReturnType<Faults['counts']>;
}

/** Lines below are those of the demo data. */
const firstLine = 1_000;
/** Open at the same time. */
const mostOpen = 25;
/** In real milliseconds. */
const pollMs = 15;
/** Simulated: nobody starts calls all at once. */
const pauseBetweenMs = 600;
/** Simulated: so long the longest call may take to end, with everything that waits for its end. */
const patienceMs = 20 * 60_000;
/** Simulated: what is late when a call ends has come then. */
const aftermathMs = 70_000;

/** Holds calls to people drawn by lot, with a team that is drawn by lot, while everything goes wrong that the plan says. */
export async function holdCalls({
  first,
  count,
  plan,
  logLevel,
  aiLeg = 'conference',
}: FaultRun): Promise<FaultRunOutcome> {
  await using system = await startSystem({
    SIMULATOR_SPEED: '40',
    SILENCE_SECONDS: '3',
    WRAP_UP_SECONDS: '0',
    CALLS_PER_SECOND: '4',
    LOG_LEVEL: logLevel ?? 'silent',
    AI_LEG: aiLeg,
  });
  await system.tanaka.connect();
  system.simulator.faults.follow(plan);
  const team = createRandomTeam(system, plan.seed);
  const called = Array.from({ length: count }, (_, index) =>
    drawCustomer(first + index, plan.seed, system.simulator.clock),
  );
  const inserted = insertCustomers(system, called);
  await startAll(system, team, inserted);
  await pass(system, team, patienceMs, () => isQuiet(system));
  await pass(system, team, aftermathMs, () => false);
  return { held: collect(system, inserted), counts: system.simulator.faults.counts() };
}

/** Which of a run's calls it was. */
export function indexOfNumber(phoneNumber: string): number {
  return Number(phoneNumber.slice(-4)) - firstLine;
}

/** Of all calls, the part in which the company rings us. */
const receivedShare = 0.2;

interface DrawnCustomer {
  readonly company: string;
  readonly phoneNumber: string;
  /** Null where we ring them. */
  readonly caller: Caller | null;
}

interface InsertedCustomer extends DrawnCustomer {
  readonly id: CustomerId;
}

function drawCustomer(index: number, seed: number, clock: SimulatedClock): DrawnCustomer {
  const random = seededRandom(seed, `persona ${index}`);
  const persona = personaIds[Math.floor(random() * personaIds.length)] ?? 'puts-through';
  const phoneNumber = personaNumber(persona, firstLine + index);
  const direction = seededRandom(seed, `direction ${index}`);
  const caller = direction() < receivedShare ? createRandomCaller(phoneNumber, direction, clock) : null;
  return { company: `試験${index}`, phoneNumber, caller };
}

function insertCustomers(
  { database, simulator }: System,
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

async function startAll(
  system: System,
  team: RandomTeam,
  inserted: readonly InsertedCustomer[],
): Promise<void> {
  for (const customer of inserted) {
    await pass(system, team, pauseBetweenMs, () => false);
    await pass(system, team, patienceMs, () => openCalls(system) < mostOpen);
    if (customer.caller !== null) system.simulator.receive(customer.caller);
    // A number that was blocked meanwhile cannot be: each has one call.
    else await system.admin.start({ customerId: customer.id });
  }
}

function openCalls({ database }: System): number {
  return database.query.select({ id: calls.id }).from(calls).where(isNull(calls.endedAt)).all().length;
}

function isQuiet(system: System): boolean {
  if (openCalls(system) > 0) return false;
  return openCommands(system).length === 0 && liveLegs(system) === 0;
}

function openCommands({ database }: Pick<System, 'database'>): HeldCalls['openCommands'] {
  const open = inArray(carrierCommands.state, ['waiting', 'sent']);
  return database.query.select().from(carrierCommands).where(open).all();
}

function liveLegs({ simulator }: System): number {
  return simulator.observe().legs.filter(({ endedAt }) => endedAt === null).length;
}

/** Lets simulated time go by, until something is so, or at most so long. */
async function pass(
  { simulator }: System,
  team: RandomTeam,
  mostMs: number,
  isSo: () => boolean,
): Promise<void> {
  const until = simulator.clock.now().getTime() + mostMs;
  while (simulator.clock.now().getTime() < until) {
    team.act();
    if (isSo()) return;
    await pause(pollMs);
  }
}

function collect({ database, simulator }: System, inserted: readonly InsertedCustomer[]): HeldCalls {
  const ids = inserted.map(({ id }) => id);
  const held = database.query.select().from(calls).where(inArray(calls.customerId, ids)).all();
  const callIds = held.map(({ id }) => id);
  return {
    calls: held,
    legs: database.query.select().from(legs).where(inArray(legs.callId, callIds)).all(),
    turns: database.query
      .select()
      .from(turns)
      .where(inArray(turns.callId, callIds))
      .orderBy(turns.callId, turns.number)
      .all(),
    openCommands: openCommands({ database }),
    observed: simulator.observe().legs,
    struck: simulator.faults.struck(),
  };
}
