import { readdir } from 'node:fs/promises';
import { basename } from 'node:path';
import { inArray, isNull } from 'drizzle-orm';
import { calls, legs, recordings, turns } from '../../../backend/db/schema/calls.ts';
import { carrierCommands } from '../../../backend/db/schema/journal.ts';
import type { RecordingFiles } from '../../../backend/recordings/recording-files.ts';
import type { System } from '../../support/system.ts';
import type { InsertedCustomer } from './drawn-customers.ts';
import type { HeldCalls, RecordingFile } from './held-calls.ts';
import { badRecordings } from './kept-recordings.ts';

type Held = Pick<System, 'database' | 'simulator'>;

/** Where the product keeps the sound of the calls. */
export interface RecordingFolder {
  readonly path: string;
  readonly files: RecordingFiles;
}

export function openCalls({ database }: Pick<Held, 'database'>): number {
  return database.query.select({ id: calls.id }).from(calls).where(isNull(calls.endedAt)).all().length;
}

/** Nobody is on the line, and nothing is to be done at the carrier. */
export function isQuiet(system: Held): boolean {
  if (openCalls(system) > 0) return false;
  return openCommands(system).length === 0 && liveLegs(system) === 0;
}

/** Whether there is nothing to wait for any more. */
export async function areRecordingsKept(
  system: Held,
  inserted: readonly InsertedCustomer[],
  folder: RecordingFolder,
): Promise<boolean> {
  const held = await heldCallsOf(system, inserted, folder);
  return held.calls.every((call) => badRecordings(call, held).length === 0);
}

export async function heldCallsOf(
  { database, simulator }: Held,
  inserted: readonly InsertedCustomer[],
  folder: RecordingFolder,
): Promise<HeldCalls> {
  const ids = inserted.map(({ id }) => id);
  const { query } = database;
  const held = query.select().from(calls).where(inArray(calls.customerId, ids)).all();
  const callIds = held.map(({ id }) => id);
  const stored = query.select().from(recordings).where(inArray(recordings.callId, callIds)).all();
  const observation = simulator.observe();
  return {
    calls: held,
    legs: query.select().from(legs).where(inArray(legs.callId, callIds)).all(),
    turns: query
      .select()
      .from(turns)
      .where(inArray(turns.callId, callIds))
      .orderBy(turns.callId, turns.number)
      .all(),
    openCommands: openCommands({ database }),
    recordings: stored,
    recordingFiles: await filesIn(folder, stored),
    observed: observation.legs,
    observedRecordings: observation.recordings,
    told: observation.told,
    struck: simulator.faults.struck(),
  };
}

function openCommands({ database }: Pick<Held, 'database'>): HeldCalls['openCommands'] {
  const open = inArray(carrierCommands.state, ['waiting', 'sent']);
  return database.query.select().from(carrierCommands).where(open).all();
}

function liveLegs({ simulator }: Pick<Held, 'simulator'>): number {
  return simulator.observe().legs.filter(({ endedAt }) => endedAt === null).length;
}

function filesIn(
  { path, files }: RecordingFolder,
  stored: HeldCalls['recordings'],
): Promise<readonly RecordingFile[]> {
  return readdir(path).then(
    (names) => Promise.all(names.map((name) => fileOf(basename(name, '.wav'), files, stored))),
    // It is made with the first file.
    () => [],
  );
}

async function fileOf(
  recordingRef: string,
  files: RecordingFiles,
  stored: HeldCalls['recordings'],
): Promise<RecordingFile> {
  const row = stored.find(({ carrierRef }) => carrierRef === recordingRef);
  if (row?.bytes == null || row.sha256 === null) return { recordingRef, isIntact: false };
  return {
    recordingRef,
    isIntact: await files.isIntact(recordingRef, { bytes: row.bytes, sha256: row.sha256 }),
  };
}
