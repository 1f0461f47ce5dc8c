import { createHash } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { z } from 'zod';
import { agentIdSchema, type CallId } from '../../backend/contract/ids.ts';
import { type Recording, recordingsSchema } from '../../backend/contract/recordings.ts';
import { recordings as recordingRows } from '../../backend/db/schema/calls.ts';
import { audit, customers } from '../../backend/db/schema/customers.ts';
import { simulatedAccount } from '../../backend/simulator/account.ts';
import { type FaultKind, faultPlanSchema, noFaults } from '../../backend/simulator/faults/fault-plan.ts';
import { untilCall, untilOffered, untilOver } from '../support/call-waits.ts';
import type { ConsoleClient } from '../support/console-client.ts';
import { eventually, eventuallyAtServer } from '../support/patience.ts';
import { describeInEachPlacement } from '../support/placements.ts';
import { type System, startSystem } from '../support/system.ts';

const carriersSchema = z.object({ recordings: z.array(z.object({ status: z.string() })) });
/** In simulated time. */
const talkMs = 4_000;

describeInEachPlacement('the recording of a call', ({ settings, capabilities }) => {
  /** What happens to a file that is there has nothing to do with where the AI was. */
  const once = it.skipIf(!capabilities.recordsTheAi);
  let folder: string;
  let system: System;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'recordings-'));
    system = await startSystem({ ...settings, RECORDING: 'on', SIMULATOR_SPEED: '60', DATA_DIR: folder });
  });

  afterEach(async () => {
    await system[Symbol.asyncDispose]();
    await rm(folder, { recursive: true });
  });

  function always(...kinds: readonly FaultKind[]): void {
    const rates = Object.fromEntries(kinds.map((kind) => [kind, 1]));
    system.simulator.faults.follow(faultPlanSchema.parse({ rates }));
  }

  async function finishedCall(): Promise<CallId> {
    if (!capabilities.recordsTheAi) return finishedTalk();
    const callId = await system.suzuki.start({ customerId: await system.customerOf('absent') });
    await untilOver(system.suzuki, callId);
    return callId;
  }

  async function finishedTalk(): Promise<CallId> {
    const callId = await recordedCall();
    await system.hangUpCustomer(callId);
    await untilOver(system.suzuki, callId);
    return callId;
  }

  /** That somebody has been talking on: a recording of no second would be as good as none. */
  async function recordedCall(): Promise<CallId> {
    const callId = await system.suzuki.start({ customerId: await system.customerOf('asks-for-human') });
    await system.suzuki.accept((await untilOffered(system.suzuki, callId)).id);
    await untilCall(system.suzuki, callId, ({ call }) => call.status === 'human-connected');
    const since = system.simulator.clock.now().getTime();
    await eventually(() => expect(system.simulator.clock.now().getTime() - since).toBeGreaterThan(talkMs));
    return callId;
  }

  function untilRecording(callId: CallId, state: Recording['state']): Promise<unknown> {
    return untilCall(system.suzuki, callId, ({ call }) => call.recording === state);
  }

  async function recordingOf(callId: CallId, viewer: ConsoleClient = system.suzuki): Promise<Recording> {
    const { recordings } = await viewer.ask(recordingsSchema, 'GET', `/api/calls/${callId}/recordings`);
    const [recording, ...others] = recordings;
    if (recording === undefined || others.length > 0) throw new Error(`${recordings.length} recordings`);
    return recording;
  }

  async function storedCall(): Promise<{
    readonly callId: CallId;
    readonly path: string;
    readonly id: string;
  }> {
    const callId = await finishedCall();
    await untilRecording(callId, 'stored');
    const { id } = await recordingOf(callId);
    return { callId, id, path: `/api/calls/${callId}/recordings/${id}/sound` };
  }

  function listen(path: string, headers: Record<string, string> = {}): Promise<Response> {
    return system.suzuki.request('GET', path, undefined, headers);
  }

  /** The state of each recording that the carrier has. */
  async function atCarrier(): Promise<readonly string[]> {
    const { accountSid, authToken } = simulatedAccount;
    const account = `${system.url}/simulator/2010-04-01/Accounts/${accountSid}`;
    const authorization = `Basic ${btoa(`${accountSid}:${authToken}`)}`;
    const response = await fetch(`${account}/Recordings.json`, { headers: { authorization } });
    return carriersSchema.parse(await response.json()).recordings.map(({ status }) => status);
  }

  const audited = (): string[] =>
    system.database.query
      .select()
      .from(audit)
      .all()
      .filter(({ subject }) => subject === 'recording')
      .map(({ action }) => action);

  it('is stored whole, with its checksum and its shape, and then deleted at the carrier', async () => {
    const { callId, path } = await storedCall();

    const response = await listen(path);
    const sound = Buffer.from(await response.arrayBuffer());
    const [row] = system.database.query.select().from(recordingRows).all();
    const { waveform, durationSeconds, startedAt, keptUntil } = await recordingOf(callId);

    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('audio/wav');
    expect(sound.subarray(0, 4).toString()).toBe('RIFF');
    expect(createHash('sha256').update(sound).digest('hex')).toBe(row?.sha256);
    expect(sound.length).toBe(44 + 8_000 * (durationSeconds ?? 0));
    expect(waveform.length).toBe(400);
    expect(startedAt).not.toBeNull();
    expect(keptUntil).not.toBeNull();
    await eventuallyAtServer(async () => expect(await atCarrier()).toEqual([]));
    await eventually(() => expect(audited()).toEqual(['stored', 'removed-at-carrier', 'played']));
  });

  once('is given in parts, and says what it has not', async () => {
    const { path } = await storedCall();
    const whole = Buffer.from(await (await listen(path)).arrayBuffer());

    const part = await listen(path, { range: 'bytes=8-15' });
    const end = await listen(path, { range: 'bytes=-4' });
    const beyond = await listen(path, { range: `bytes=${whole.length}-` });
    const changed = await listen(path, { range: 'bytes=8-15', 'if-range': '"another file"' });
    const head = await system.suzuki.request('HEAD', path);

    expect(part.status).toBe(206);
    expect(part.headers.get('content-range')).toBe(`bytes 8-15/${whole.length}`);
    expect(Buffer.from(await part.arrayBuffer())).toEqual(whole.subarray(8, 16));
    expect(Buffer.from(await end.arrayBuffer())).toEqual(whole.subarray(-4));
    expect(beyond.status).toBe(416);
    expect(changed.status).toBe(200);
    expect(head.headers.get('content-length')).toBe(String(whole.length));
    expect(audited().filter((action) => action === 'played')).toHaveLength(1);
  });

  once('is heard by nobody who may not see the call, and by an admin', async () => {
    system.database.query
      .update(customers)
      .set({ ownerId: agentIdSchema.parse(system.suzuki.agentId) })
      .run();
    const { path, callId } = await storedCall();

    const forbidden = await system.tanaka.request('GET', path);
    const listed = await system.tanaka.request('GET', `/api/calls/${callId}/recordings`);
    const nobody = await fetch(`${system.url}${path}`);
    const admin = await system.admin.request('GET', `${path}?as=file`);

    expect([forbidden.status, listed.status, nobody.status, admin.status]).toEqual([404, 404, 401, 200]);
    expect(admin.headers.get('content-disposition')).toBe(`attachment; filename="${callId}.wav"`);
    expect(audited()).toContain('downloaded');
    expect(audited()).not.toContain('played');
  });

  once('belongs to its call alone', async () => {
    const { id } = await storedCall();
    const other = await finishedCall();

    const response = await listen(`/api/calls/${other}/recordings/${id}/sound`);

    expect(response.status).toBe(404);
  });

  once('is not played once its file is damaged', async () => {
    const { path, id } = await storedCall();
    const file = join(folder, 'recordings', `${id}.wav`);
    const bytes = await readFile(file);
    bytes[100] = 7;
    await writeFile(file, bytes);

    const response = await listen(path);

    expect(response.status).toBe(409);
    expect(await response.json()).toMatchObject({ error: { code: 'recording-unavailable' } });
  });

  once('is stored also when it is ten minutes late', async () => {
    always('recording-late');

    const callId = await finishedCall();

    await untilRecording(callId, 'stored');
  });

  it('is said to be absent when the carrier made none', async () => {
    always('recording-absent');

    const callId = await finishedCall();

    await untilRecording(callId, 'absent');
    expect(await readdir(folder)).not.toContain('recordings');
  });

  it('is stored once, although everything is told twice', async () => {
    always('webhook-duplicated');

    await storedCall();

    await eventually(() => expect(audited()).toEqual(['stored', 'removed-at-carrier']));
  });

  it('is looked up when nothing told that it is there', async () => {
    const callId = await recordedCall();
    await untilRecording(callId, 'running');
    always('webhook-lost');
    await system.hangUpCustomer(callId);

    await untilRecording(callId, 'stored');
  });

  once('is fetched when the carrier can give it again', async () => {
    always('recording-unavailable');
    const callId = await finishedCall();
    await eventually(() =>
      expect(system.simulator.faults.counts()['recording-unavailable']).toBeGreaterThan(1),
    );
    await untilRecording(callId, 'awaited');
    const refused = await listen(`/api/calls/${callId}/recordings/${(await recordingOf(callId)).id}/sound`);

    system.simulator.faults.follow(noFaults);

    expect(refused.status).toBe(409);
    await untilRecording(callId, 'stored');
  });

  once('is fetched when an admin has it sought again that was given up', async () => {
    always('recording-unavailable');
    const callId = await finishedCall();
    await untilRecording(callId, 'awaited');
    system.database.query.update(recordingRows).set({ keeping: 'lost' }).run();
    system.simulator.faults.follow(noFaults);
    const path = `/api/calls/${callId}/recordings/seek`;

    const refused = await system.suzuki.request('POST', path);
    const sought = await system.admin.ask(recordingsSchema, 'POST', path);

    expect(refused.status).toBe(403);
    expect(sought.recordings).toMatchObject([{ state: 'awaited' }]);
    await untilRecording(callId, 'stored');
    expect(audited()).toContain('sought-again');
  });
});
