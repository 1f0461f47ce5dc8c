import { afterEach, beforeEach, expect, it } from 'vitest';
import { z } from 'zod';
import { createLegStore } from '../../backend/calls/leg-store.ts';
import type { CallId } from '../../backend/contract/ids.ts';
import { supervisionsSchema } from '../../backend/contract/supervision.ts';
import { demoAccounts } from '../../backend/db/seed/demo-accounts.ts';
import { simulatedAccount } from '../../backend/simulator/account.ts';
import { faultPlanSchema, noFaults } from '../../backend/simulator/faults/fault-plan.ts';
import { startBuiltBackend, startBuiltSimulator } from '../support/built-backend.ts';
import { untilCall } from '../support/call-waits.ts';
import { callableCustomer } from '../support/callable-customer.ts';
import { openConsole } from '../support/console-client.ts';
import { freePort } from '../support/free-port.ts';
import { eventuallyAtServer } from '../support/patience.ts';
import { describeInEachPlacement } from '../support/placements.ts';
import { type SupervisedCalls, superviseCalls } from '../support/supervised-calls.ts';
import { type System, startSystem } from '../support/system.ts';

const settings = { OFFER_SECONDS: '60', AGENT_RETURN_SECONDS: '60', HANDOFF_SECONDS: '200' };

const conferencesSchema = z.object({ conferences: z.array(z.object({ sid: z.string() })) });

/** Whoever asks what to do asks again; who is told something is not told. */
const nothingIsTold = faultPlanSchema.parse({ rates: { 'webhook-lost': 1 } });

describeInEachPlacement('an admin on the call of somebody else, while the carrier fails', (placement) => {
  let system: System;
  let calls: SupervisedCalls;

  beforeEach(async () => {
    system = await startSystem({ ...settings, ...placement.settings });
    await system.admin.connect();
    calls = superviseCalls(system);
  });

  afterEach(() => system[Symbol.asyncDispose]());

  /** As if the carrier had not done, or had undone, what it was told. */
  async function treatAdmin(callId: CallId, form: Readonly<Record<string, string>>): Promise<void> {
    const leg = createLegStore(system.database)
      .ofCall(callId)
      .find(({ kind }) => kind === 'supervisor');
    const response = await atCarrier(
      `Conferences/${await conferenceThatIsOn()}/Participants/${leg?.carrierRef}.json`,
      { method: 'POST', body: new URLSearchParams(form) },
    );
    expect(response.ok).toBe(true);
  }

  async function conferenceThatIsOn(): Promise<string> {
    const response = await atCarrier('Conferences.json?Status=in-progress');
    const [conference, ...others] = conferencesSchema.parse(await response.json()).conferences;
    if (conference === undefined || others.length > 0) throw new Error('there is not one conference');
    return conference.sid;
  }

  function atCarrier(path: string, request: RequestInit = {}): Promise<Response> {
    const { accountSid, authToken } = simulatedAccount;
    return fetch(`${system.url}/simulator/2010-04-01/Accounts/${accountSid}/${path}`, {
      ...request,
      headers: { authorization: `Basic ${btoa(`${accountSid}:${authToken}`)}` },
    });
  }

  it.each([
    ['listen', { Muted: 'false' }, []],
    ['whisper', { Coaching: 'false', Muted: 'false' }, ['agent']],
    ['barge', { Muted: 'true' }, ['agent', 'customer']],
  ] as const)(
    'is heard again by those who are to hear them who %s, where the carrier let others',
    async (mode, form, hearers) => {
      const callId = await calls.talkingCall();
      await calls.start(callId, mode);
      await calls.untilSeen(mode);

      await treatAdmin(callId, form);

      let attempt = 0;
      await eventuallyAtServer(async () => {
        attempt += 1;
        expect(await calls.hearersOfAdmin(`${attempt}回目です`)).toEqual(hearers);
      });
    },
    60_000,
  );

  it('is there although nobody told so, and gone although nobody told so', async () => {
    const callId = await calls.talkingCall();

    system.simulator.faults.follow(nothingIsTold);
    await calls.start(callId, 'listen');
    await calls.untilSeen('listen');
    system.softphones.up.get(`agent-${system.admin.agentId}`)?.hangUp();
    await calls.untilNobody();
    system.simulator.faults.follow(noFaults);

    expect(await calls.audited(callId)).toEqual([
      'supervision-ended listen hung-up',
      'supervision-started listen',
    ]);
    expect((await system.admin.record(callId)).call.status).toBe('human-connected');
  }, 60_000);

  it('takes over although nobody tells that they came', async () => {
    const callId = await calls.talkingCall();

    system.simulator.faults.follow(nothingIsTold);
    await calls.start(callId, 'take-over');
    const { call } = await untilCall(
      system.admin,
      callId,
      ({ call }) => call.handoff?.agent?.id === system.admin.agentId,
    );
    await expect.poll(() => calls.isOnLine(system.suzuki)).toBe(false);
    system.simulator.faults.follow(noFaults);

    expect(call.status).toBe('human-connected');
    expect(await calls.hearersOfAdmin('責任者の佐藤です')).toEqual(['customer']);
  }, 60_000);
});

it('is not held to be on a call any more that they were to supervise when the process was killed', async () => {
  const [, , adminAccount] = demoAccounts;
  const simulatorPort = String(await freePort());
  const ports = { PORT: String(await freePort()), SIMULATOR_PORT: simulatorPort, SIMULATOR_SPEED: '3' };
  await using _simulator = await startBuiltSimulator(ports);
  const simulatorUrl = { SIMULATOR_URL: `http://localhost:${simulatorPort}` };
  await using backend = await startBuiltBackend({ ...ports, ...simulatorUrl });
  const before = await openConsole(backend.url, adminAccount);
  await before.connect();
  const callId = await before.start({ customerId: await callableCustomer(before, 'silent') });
  await untilCall(before, callId, ({ call }) => call.status === 'ai-responding');
  const wanted = { mode: 'listen', clientId: before.clientId };
  const started = await before.request('POST', `/api/calls/${callId}/supervision`, wanted);

  await backend.kill();
  await backend.restart();
  const after = await openConsole(backend.url, adminAccount);
  await eventuallyAtServer(async () => {
    expect(await after.ask(supervisionsSchema, 'GET', '/api/supervisions')).toEqual({ supervisions: [] });
  });

  expect(started.status).toBe(202);
  const { call } = await after.record(callId);
  expect(call.participants.filter(({ kind, state }) => kind === 'ai' && state !== 'left')).toHaveLength(1);
}, 90_000);
