import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { customerSchema } from '../../backend/contract/customers.ts';
import { agentSettings } from '../../backend/db/schema/agents.ts';
import { untilCall, untilOver } from '../support/call-waits.ts';
import { describeInEachPlacement } from '../support/placements.ts';
import { type System, startSystem } from '../support/system.ts';

describeInEachPlacement('starting a call by hand', ({ settings }) => {
  let system: System;

  beforeEach(async () => {
    system = await startSystem(settings);
  });

  afterEach(() => system[Symbol.asyncDispose]());

  it('brings the agent first, then the customer, and keeps the same record', async () => {
    const customerId = await system.customerOf('person-answers');
    const { clientId } = system.suzuki;

    const callId = await system.suzuki.start({ customerId, mode: 'agent', clientId });
    const { call } = await untilCall(system.suzuki, callId, ({ turns }) =>
      turns.some(({ speaker }) => speaker === 'customer'),
    );
    await system.suzuki.request('POST', '/api/calls/end', { callId });
    const record = await untilOver(system.suzuki, callId);

    expect(call.participants.map(({ kind }) => kind)).toEqual(['agent', 'customer']);
    expect(record.call).toMatchObject({ mode: 'agent', status: 'completed', result: 'success' });
  });

  it('means nothing for the customer until somebody confirms what came of it', async () => {
    const customerId = await system.customerOf('person-answers');
    const statusNow = async () =>
      (await system.suzuki.ask(customerSchema, 'GET', `/api/customers/${customerId}`)).status;
    const before = await statusNow();
    const callId = await system.suzuki.start({ customerId, mode: 'agent', clientId: system.suzuki.clientId });
    await untilCall(system.suzuki, callId, ({ call }) => call.status === 'human-connected');
    await system.suzuki.request('POST', '/api/calls/end', { callId });
    await untilOver(system.suzuki, callId);
    const unconfirmed = await statusNow();

    const nextAction = { kind: 'none', at: null };
    const confirmed = { result: 'success', nextAction, note: '' };
    await system.suzuki.request('PUT', `/api/calls/${callId}/result`, confirmed);

    expect([unconfirmed, await statusNow()]).toEqual([before, 'in-progress']);
  });
});

describe('starting a call', () => {
  let system: System;

  beforeEach(async () => {
    system = await startSystem();
  });

  afterEach(() => system[Symbol.asyncDispose]());

  it('to a customer whom nobody owns is nobody’s, too, and whoever started it may end it', async () => {
    const customerId = await system.customerOf('no-answer');

    const callId = await system.suzuki.start({ customerId });
    const { call } = await untilCall(system.tanaka, callId, () => true);
    await system.suzuki.request('POST', '/api/calls/end', { callId });

    expect(call).toMatchObject({ owner: null, startedBy: { id: system.suzuki.agentId } });
    expect((await untilOver(system.suzuki, callId)).call.endedAt).not.toBeNull();
  });

  it('by hand is refused while the softphone of the agent is not connected', async () => {
    const customerId = await system.customerOf('person-answers');

    await expect(system.tanaka.start({ customerId, mode: 'agent' })).rejects.toThrow('agent-not-reachable');
    expect(await activeCalls()).toEqual([]);
  });

  it('is refused while a call to the same customer is in progress, and allowed again afterwards', async () => {
    const customerId = await system.customerOf('absent');
    const first = await system.suzuki.start({ customerId });

    await expect(system.suzuki.start({ customerId })).rejects.toThrow('call-already-open');
    await untilOver(system.suzuki, first);

    expect(await system.suzuki.start({ customerId })).not.toBe(first);
  });

  it('is refused for ever to a number that has refused, also to other agents', async () => {
    const customerId = await system.customerOf('refuses');
    await untilOver(system.suzuki, await system.suzuki.start({ customerId }));

    await expect(system.suzuki.start({ customerId })).rejects.toThrow('do-not-call');
    await expect(system.admin.start({ customerId })).rejects.toThrow('do-not-call');
  });

  it('is refused while the AI does not know whom it calls for', async () => {
    const customerId = await system.customerOf('absent');
    system.database.query.update(agentSettings).set({ conversation: null }).run();

    await expect(system.suzuki.start({ customerId })).rejects.toThrow('conversation-settings-missing');
  });

  it('answers input that is wrong with the fields that are wrong, and changes nothing', async () => {
    const response = await system.suzuki.request('POST', '/api/calls/start', { customerId: 'nobody' });

    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({
      error: { code: 'invalid-input', fields: [{ path: 'customerId' }] },
    });
    expect(await activeCalls()).toEqual([]);
  });

  async function activeCalls(): Promise<unknown> {
    const response = await system.admin.request('GET', '/api/calls/active');
    const body: unknown = await response.json();
    return typeof body === 'object' && body !== null && 'calls' in body ? body.calls : null;
  }
});
