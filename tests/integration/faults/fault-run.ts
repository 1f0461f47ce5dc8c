import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { createRecordingFiles } from '../../../backend/recordings/recording-files.ts';
import type { FaultPlan } from '../../../backend/simulator/faults/fault-plan.ts';
import type { Faults } from '../../../backend/simulator/faults/faults.ts';
import type { AiPlacement } from '../../../backend/telephony/placement.ts';
import { type System, startSystem } from '../../support/system.ts';
import { drawCustomer, type InsertedCustomer, insertCustomers } from './drawn-customers.ts';
import type { HeldCalls } from './held-calls.ts';
import { areRecordingsKept, heldCallsOf, isQuiet, openCalls, type RecordingFolder } from './held-calls-of.ts';
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
/** Simulated: so long the last recording may take to come to us, after attempts in vain at ever longer intervals. */
const recordingsMs = 60 * 60_000;

/** Holds calls to people drawn by lot, with a team that is drawn by lot, while everything goes wrong that the plan says. */
export async function holdCalls({
  first,
  count,
  plan,
  logLevel,
  aiLeg = 'conference',
}: FaultRun): Promise<FaultRunOutcome> {
  await using temporary = await temporaryFolder();
  await using system = await startSystem({
    DATA_DIR: temporary.path,
    RECORDING: 'on',
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
  const path = join(temporary.path, 'recordings');
  const recordings = { path, files: createRecordingFiles(path) };
  await waitForRecordings(system, inserted, recordings);
  const held = await heldCallsOf(system, inserted, recordings);
  return { held, counts: system.simulator.faults.counts() };
}

async function temporaryFolder(): Promise<AsyncDisposable & { readonly path: string }> {
  const path = await mkdtemp(join(tmpdir(), 'faults-'));
  return { path, [Symbol.asyncDispose]: () => rm(path, { recursive: true, force: true }) };
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

async function waitForRecordings(
  system: System,
  inserted: readonly InsertedCustomer[],
  recordings: RecordingFolder,
): Promise<void> {
  const { clock } = system.simulator;
  const until = clock.now().getTime() + recordingsMs;
  while (clock.now().getTime() < until) {
    if (await areRecordingsKept(system, inserted, recordings)) return;
    await pause(20 * pollMs);
  }
}
