import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { z } from 'zod';
import { type CallSession, callSessionSchema } from '../../backend/contract/calls.ts';
import type { CallId } from '../../backend/contract/ids.ts';
import { recordings } from '../../backend/db/schema/calls.ts';
import { audit } from '../../backend/db/schema/customers.ts';
import { simulatedAccount } from '../../backend/simulator/account.ts';
import { type FaultKind, faultPlanSchema, noFaults } from '../../backend/simulator/faults/fault-plan.ts';
import { untilCall, untilOffered, untilOver } from '../support/call-waits.ts';
import { eventually } from '../support/patience.ts';
import { describeInEachPlacement } from '../support/placements.ts';
import { type System, startSystem } from '../support/system.ts';

const carriersSchema = z.object({ recordings: z.array(z.object({ status: z.string() })) });

describeInEachPlacement('a recording that is paused', ({ settings }) => {
  let folder: string;
  let system: System;
  let callId: CallId;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'recordings-paused-'));
    system = await startSystem({ ...settings, RECORDING: 'on', SIMULATOR_SPEED: '60', DATA_DIR: folder });
    callId = await system.suzuki.start({ customerId: await system.customerOf('asks-for-human') });
    const offer = await untilOffered(system.suzuki, callId);
    await system.suzuki.accept(offer.id);
    await untilCall(system.suzuki, callId, ({ call }) => call.status === 'human-connected');
    await untilRecording('running');
  });

  afterEach(async () => {
    await system[Symbol.asyncDispose]();
    await rm(folder, { recursive: true });
  });

  const path = (): string => `/api/calls/${callId}/recording`;
  const wantPaused = (paused: boolean): Promise<CallSession> =>
    system.suzuki.ask(callSessionSchema, 'PUT', path(), { paused });

  function always(kind: FaultKind): void {
    system.simulator.faults.follow(faultPlanSchema.parse({ rates: { [kind]: 1 } }));
  }

  const untilUnsure = (): Promise<void> =>
    eventually(() =>
      expect(
        system.database.query
          .select()
          .from(recordings)
          .all()
          .map((row) => row.pauseUnsureSince),
      ).toEqual([expect.any(Date)]),
    );

  function untilRecording(state: CallSession['recording']): Promise<unknown> {
    return untilCall(system.suzuki, callId, ({ call }) => call.recording === state);
  }

  /** The state of each recording that the carrier has. */
  async function atCarrier(): Promise<readonly string[]> {
    const { accountSid, authToken } = simulatedAccount;
    const account = `${system.url}/simulator/2010-04-01/Accounts/${accountSid}`;
    const authorization = `Basic ${btoa(`${accountSid}:${authToken}`)}`;
    const response = await fetch(`${account}/Recordings.json`, { headers: { authorization } });
    return carriersSchema.parse(await response.json()).recordings.map(({ status }) => status);
  }

  const audited = (): readonly string[] =>
    system.database.query
      .select()
      .from(audit)
      .all()
      .filter(({ subject }) => subject === 'recording')
      .map(({ action }) => action);

  it('is paused and resumed by who talks on the call, and by nobody else', async () => {
    const stranger = await system.tanaka.request('PUT', path(), { paused: true });
    const paused = await wantPaused(true);
    const statusAtCarrier = await atCarrier();
    const resumed = await wantPaused(false);

    expect(stranger.status).toBe(403);
    expect([paused.recording, statusAtCarrier, resumed.recording]).toEqual(['paused', ['paused'], 'running']);
    expect(audited()).toEqual(['paused', 'resumed']);
    await system.hangUpCustomer(callId);
    await untilOver(system.suzuki, callId);
    const late = await system.suzuki.request('PUT', path(), { paused: true });
    expect(late.status).not.toBe(200);
  });

  it.each(['rest-timeout-before', 'rest-timeout-after'] as const)(
    'is paused although the first answer is lost (%s)',
    async (kind) => {
      always(kind);

      const answer = wantPaused(true);
      await untilUnsure();
      system.simulator.faults.follow(noFaults);
      const { recording } = await answer;

      expect(recording).toBe('paused');
      expect(await atCarrier()).toEqual(['paused']);
      expect(audited()).toEqual(['paused']);
    },
  );

  it.each(['rest-timeout-before', 'rest-timeout-after'] as const)(
    'is shown as unknown while every answer is lost, and then as the carrier has it (%s)',
    async (kind) => {
      always(kind);

      const { recording } = await wantPaused(true);
      system.simulator.faults.follow(noFaults);

      expect(recording).toBe('unsure');
      const { call } = await untilCall(system.suzuki, callId, (record) => record.call.recording !== 'unsure');
      expect(await atCarrier()).toEqual([call.recording === 'paused' ? 'paused' : 'in-progress']);
    },
  );
});
