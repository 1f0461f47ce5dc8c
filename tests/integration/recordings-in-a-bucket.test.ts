import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { CallId } from '../../backend/contract/ids.ts';
import { recordingsSchema } from '../../backend/contract/recordings.ts';
import { audit } from '../../backend/db/schema/customers.ts';
import { untilCall, untilOffered, untilOver } from '../support/call-waits.ts';
import { eventually } from '../support/patience.ts';
import { describeInEachPlacement } from '../support/placements.ts';
import { type S3Server, startS3Server } from '../support/s3-server.ts';
import { type System, startSystem } from '../support/system.ts';

/** In simulated time. */
const talkMs = 4_000;

describeInEachPlacement('a recording that is kept in a bucket', ({ settings }) => {
  let folder: string;
  let storage: S3Server;
  let system: System;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'recordings-'));
    storage = await startS3Server();
    system = await start();
  });

  afterEach(async () => {
    await system[Symbol.asyncDispose]();
    await storage[Symbol.asyncDispose]();
    await rm(folder, { recursive: true });
  });

  function start(): Promise<System> {
    const { access } = storage;
    return startSystem({
      ...settings,
      SIMULATOR_SPEED: '40',
      RECORDING: 'on',
      DATA_DIR: folder,
      RECORDING_S3_ENDPOINT: access.endpoint,
      RECORDING_S3_BUCKET: access.bucket,
      RECORDING_S3_REGION: access.region,
      RECORDING_S3_KEY_ID: access.keyId,
      RECORDING_S3_SECRET: access.secret,
    });
  }

  /** With a human in it, so that there is a conference wherever the AI is. */
  async function recordedCall(): Promise<CallId> {
    const callId = await system.suzuki.start({ customerId: await system.customerOf('asks-for-human') });
    await system.suzuki.accept((await untilOffered(system.suzuki, callId)).id);
    await untilCall(system.suzuki, callId, ({ call }) => call.recording === 'running');
    const since = system.simulator.clock.now().getTime();
    await eventually(() => expect(system.simulator.clock.now().getTime() - since).toBeGreaterThan(talkMs));
    await system.hangUpCustomer(callId);
    await untilOver(system.suzuki, callId);
    await untilCall(system.suzuki, callId, ({ call }) => call.recording === 'stored');
    return callId;
  }

  const audited = (): readonly string[] =>
    system.database.query
      .select()
      .from(audit)
      .all()
      .filter(({ subject }) => subject === 'recording')
      .map(({ action }) => action);

  it('is there whole after the call, nowhere else, and is played in parts from there', async () => {
    const callId = await recordedCall();

    const list = await system.suzuki.ask(recordingsSchema, 'GET', `/api/calls/${callId}/recordings`);
    const [recording] = list.recordings;
    const path = `/api/calls/${callId}/recordings/${recording?.id}/sound`;
    const whole = Buffer.from(await (await system.suzuki.request('GET', path)).arrayBuffer());
    const part = await system.suzuki.request('GET', path, undefined, { range: 'bytes=8-15' });

    expect([...storage.objects.values()]).toEqual([whole]);
    expect(part.status).toBe(206);
    expect(Buffer.from(await part.arrayBuffer())).toEqual(whole.subarray(8, 16));
    expect(await readdir(folder)).not.toContain('recordings');
    expect(await readdir(join(folder, 'recordings-on-their-way'))).toEqual([]);
    await eventually(() => expect(audited()).toContain('removed-at-carrier'));
  });
});
