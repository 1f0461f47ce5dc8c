import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CallId, LegId } from '../../../backend/contract/ids.ts';
import { createHandoffBench, type HandoffBench } from '../../support/handoff-bench.ts';

describe('what the carrier reports of legs', () => {
  let bench: HandoffBench;

  beforeEach(() => {
    bench = createHandoffBench();
  });

  afterEach(() => bench[Symbol.dispose]());

  function report(legId: LegId) {
    const leg = bench.stores.legs.find(legId);
    if (leg === null) throw new Error('there is no such leg');
    return { callId: leg.callId, legId, legRef: `CA ${legId}`, at: bench.clock.now() };
  }

  function status(callId: CallId) {
    return bench.stores.calls.find(callId)?.status;
  }

  function sent(callId: CallId) {
    return bench.commands(callId).map(({ type }) => type);
  }

  it('learns the id of a leg from whatever is reported of it first', () => {
    const callId = bench.answeredCall();
    const { id } = bench.legOf(callId, 'ai');
    bench.stores.legs.update(id, { carrierRef: null });

    bench.flow.carrierEvents.legAnswered(report(id));

    expect(bench.stores.legs.find(id)?.carrierRef).toBe(`CA ${id}`);
  });

  it('brings the AI once the customer has answered, and once only', () => {
    const callId = bench.answeredCall();
    const customer = bench.legOf(callId, 'customer').id;

    bench.flow.carrierEvents.legAnswered(report(customer));

    expect(sent(callId).filter((type) => type === 'add-ai')).toHaveLength(1);
    expect(status(callId)).toBe('ai-responding');
  });

  it('listens to the customer from their first word on', () => {
    const callId = bench.answeredCall();

    expect(bench.commands(callId)).toContainEqual(
      expect.objectContaining({ type: 'transcribe', tracks: 'customer' }),
    );
  });

  it('changes nothing when a report is late or comes again', () => {
    const callId = bench.answeredCall();
    const customer = bench.legOf(callId, 'customer').id;
    const before = [bench.stores.calls.find(callId), bench.stores.legs.ofCall(callId), sent(callId)];

    bench.flow.carrierEvents.legRinging(report(customer));
    bench.joined(customer);

    expect([bench.stores.calls.find(callId), bench.stores.legs.ofCall(callId), sent(callId)]).toEqual(before);
  });

  it('hangs up on a leg that comes up after the call is over', () => {
    const callId = bench.answeredCall();
    const ai = bench.legOf(callId, 'ai').id;
    bench.ended(bench.legOf(callId, 'customer').id);
    const before = sent(callId).length;

    bench.flow.carrierEvents.legAnswered(report(ai));

    expect(sent(callId).slice(before)).toEqual(['hang-up']);
  });

  it('ignores a leg that belongs to another call', () => {
    const callId = bench.answeredCall();
    const other = bench.answeredCall();
    const stranger = { ...report(bench.legOf(other, 'customer').id), callId };

    bench.flow.carrierEvents.legEnded({ ...stranger, reason: 'hung-up', billedSeconds: null });

    expect([status(callId), status(other)]).toEqual(['ai-responding', 'ai-responding']);
  });

  it('stores what the carrier bills for a leg, also when it tells so after the end', () => {
    const callId = bench.answeredCall();
    const { id } = bench.legOf(callId, 'customer');
    bench.ended(id);

    bench.flow.carrierEvents.legEnded({ ...report(id), reason: 'hung-up', billedSeconds: 61 });

    expect(bench.stores.legs.find(id)?.billedSeconds).toBe(61);
  });

  it.each([
    ['no-answer', 'absent', 'no-answer'],
    ['line-busy', 'absent', 'line-busy'],
    ['invalid-number', 'failed', 'invalid-number'],
  ] as const)('ends a call whose customer was not reached: %s', (reason, result, resultReason) => {
    const callId = bench.answeredCall();
    bench.stores.calls.update(callId, { answeredAt: null });

    bench.flow.carrierEvents.legEnded({
      ...report(bench.legOf(callId, 'customer').id),
      reason,
      billedSeconds: null,
    });

    expect(bench.stores.calls.find(callId)).toMatchObject({ result, resultReason });
  });

  it('ends the call with the conference, but only with the one that is its own now', () => {
    const callId = bench.answeredCall();

    bench.flow.carrierEvents.conferenceEnded(callId, 'another CF');
    const afterTheWrongOne = status(callId);
    bench.flow.carrierEvents.conferenceEnded(callId, 'CF');

    expect([afterTheWrongOne, status(callId)]).toEqual(['ai-responding', 'failed']);
  });

  it('dials the customer of a call by hand when the agent is there, and lets them talk when both are', () => {
    const suzuki = bench.agent('suzuki');
    const callId = bench.dialledCall(suzuki, bench.connect(suzuki));
    const dialled = sent(callId);

    bench.joined(bench.legOf(callId, 'customer').id);

    expect(dialled).toEqual(['ring-softphone', 'dial-customer']);
    expect(status(callId)).toBe('human-connected');
    expect(bench.commands(callId).at(-1)).toMatchObject({ type: 'transcribe', tracks: 'both' });
  });

  it('tells that nobody could be had for a customer who waits, until somebody comes', () => {
    const callId = bench.answeredCall();
    const admin = { id: bench.agent('admin', 'admin'), role: 'admin' } as const;
    bench.request(callId, 'connect');
    const raised = bench.flow.alerts.visibleTo(admin);
    const suzuki = bench.agent('suzuki');
    const clientId = bench.connect(suzuki);

    bench.database.transaction(() =>
      bench.flow.requests.press({ id: suzuki, role: 'agent' }, callId, clientId),
    );
    bench.joined(bench.legOf(callId, 'agent').id);

    expect(raised).toMatchObject([{ kind: 'no-agent-available', callId }]);
    expect(bench.flow.alerts.visibleTo(admin)).toEqual([]);
  });
});
