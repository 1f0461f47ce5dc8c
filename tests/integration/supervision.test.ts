import { afterEach, beforeEach, expect, it } from 'vitest';
import { untilOffered } from '../support/call-waits.ts';
import { describeInEachPlacement } from '../support/placements.ts';
import { type SupervisedCalls, superviseCalls } from '../support/supervised-calls.ts';
import { type System, startSystem } from '../support/system.ts';

const settings = { OFFER_SECONDS: '60', AGENT_RETURN_SECONDS: '60', HANDOFF_SECONDS: '200' };

describeInEachPlacement('an admin on the call of somebody else', (placement) => {
  let system: System;
  let calls: SupervisedCalls;

  beforeEach(async () => {
    system = await startSystem({ ...settings, ...placement.settings });
    await system.admin.connect();
    calls = superviseCalls(system);
  });

  afterEach(() => system[Symbol.asyncDispose]());

  it('listens and is heard by nobody, whispers to the agent alone, and barges in for both', async () => {
    const callId = await calls.talkingCall();

    await calls.start(callId, 'listen');
    await calls.untilSeen('listen');
    const listening = await calls.hearersOfAdmin('聞いています');
    await calls.choose(callId, 'whisper');
    await calls.untilSeen('whisper');
    const whispering = await calls.hearersOfAdmin('値引きは一割までです');
    await calls.choose(callId, 'barge');
    await calls.untilSeen('barge');
    const barging = await calls.hearersOfAdmin('責任者の佐藤です');
    await calls.choose(callId, 'listen');
    await calls.untilSeen('listen');
    const again = await calls.hearersOfAdmin('また聞いています');

    expect({ listening, whispering, barging, again }).toEqual({
      listening: [],
      whispering: ['agent'],
      barging: ['agent', 'customer'],
      again: [],
    });
    expect(await calls.audited(callId)).toEqual([
      'supervision-changed barge listen',
      'supervision-changed whisper barge',
      'supervision-changed listen whisper',
      'supervision-started listen',
    ]);
  });

  it('leaves, and the call goes on with its agent', async () => {
    const callId = await calls.talkingCall();
    await calls.start(callId, 'listen');
    await calls.untilSeen('listen');

    await system.admin.request('DELETE', `/api/calls/${callId}/supervision`);
    await expect.poll(() => calls.isOnLine(system.admin)).toBe(false);

    const { call } = await system.admin.record(callId);
    expect(call.status).toBe('human-connected');
    expect(calls.isOnLine(system.suzuki)).toBe(true);
    expect(await calls.seenBy(system.admin)).toEqual([]);
    expect(await calls.audited(callId)).toContain('supervision-ended listen left');
  });

  it('is known to the agent while it lasts', async () => {
    const callId = await calls.talkingCall();
    await calls.start(callId, 'listen');
    await calls.untilSeen('listen');
    const during = await calls.seenBy(system.suzuki);
    await system.admin.request('DELETE', `/api/calls/${callId}/supervision`);
    await calls.untilNobody();

    expect(during).toMatchObject([{ callId, supervisor: { id: system.admin.agentId } }]);
    const told = system.suzuki.events.flatMap((event) =>
      event.type === 'supervision-changed' ? [event.supervision?.state ?? null] : [],
    );
    expect(told).toEqual(['joining', 'present', null]);
  });

  it('cannot whisper or barge in while the AI has the call', async () => {
    const callId = await calls.answeredCall();

    await expect(calls.start(callId, 'whisper')).rejects.toThrow('no-agent-talks');
    await expect(calls.start(callId, 'barge')).rejects.toThrow('no-agent-talks');
  });

  it('drops out without the customer or the agent being troubled', async () => {
    const callId = await calls.talkingCall();
    await calls.start(callId, 'barge');
    await calls.untilSeen('barge');

    system.softphones.up.get(`agent-${system.admin.agentId}`)?.hangUp();
    await calls.untilNobody();

    const { call } = await system.admin.record(callId);
    expect(call.status).toBe('human-connected');
    expect(call.participants.find(({ kind }) => kind === 'customer')?.onHold).toBe(false);
    expect(await calls.audited(callId)).toContain('supervision-ended barge hung-up');
  });

  it('goes back to listening when the agent drops out, and is not taken for somebody with the customer', async () => {
    const callId = await calls.talkingCall();
    await calls.start(callId, 'barge');
    await calls.untilSeen('barge');

    system.softphones.up.get(`agent-${system.suzuki.agentId}`)?.hangUp();
    await calls.untilSeen('listen');
    const offer = await untilOffered(system.suzuki, callId);

    expect(offer).toMatchObject({ step: 'return', reason: 'agent-line-dropped' });
    const { call } = await system.admin.record(callId);
    expect(call.participants.find(({ kind }) => kind === 'customer')?.onHold).toBe(true);
    expect(await calls.audited(callId)).toContain('supervision-changed barge listen');
  });

  it('leaves with the call', async () => {
    const callId = await calls.talkingCall();
    await calls.start(callId, 'whisper');
    await calls.untilSeen('whisper');

    await system.hangUpCustomer(callId);

    await expect.poll(() => calls.isOnLine(system.admin)).toBe(false);
    await calls.untilNobody();
    expect(await calls.audited(callId)).toContain('supervision-ended whisper call-ended');
  });

  it('never came where the softphone does not answer', async () => {
    const callId = await calls.talkingCall();
    system.softphones.ignore(`agent-${system.admin.agentId}`);

    await calls.start(callId, 'listen');
    await calls.untilNobody();

    expect(await calls.audited(callId)).toContain('supervision-ended listen never-came');
  });

  it('is one on a call, and has to be an admin', async () => {
    const callId = await calls.talkingCall();
    await calls.start(callId, 'listen');
    const wanted = { mode: 'listen', clientId: system.suzuki.clientId };

    const again = await calls.start(callId, 'whisper');
    const byAgent = await system.suzuki.request('POST', `/api/calls/${callId}/supervision`, wanted);
    const changed = await system.suzuki.request('PUT', `/api/calls/${callId}/supervision`, { mode: 'barge' });
    const elsewhere = system.admin.request('POST', `/api/calls/${callId}/supervision`, wanted);

    expect(again).toMatchObject({ mode: 'whisper' });
    expect([byAgent.status, changed.status]).toEqual([403, 403]);
    expect((await elsewhere).status).toBe(409);
  });
});
