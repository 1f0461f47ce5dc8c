import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { AgentId, CallId, ClientId } from '../../../backend/contract/ids.ts';
import { createHandoffBench, type HandoffBench } from '../../support/handoff-bench.ts';

let bench: HandoffBench;
let suzuki: AgentId;
let tanaka: AgentId;
let desk: ClientId;

beforeEach(() => {
  bench = createHandoffBench();
  suzuki = bench.agent('suzuki', 'agent', 1);
  tanaka = bench.agent('tanaka', 'agent', 2);
  desk = bench.connect(suzuki);
  bench.connect(tanaka, 2);
});

afterEach(() => bench[Symbol.dispose]());

function press(callId: CallId) {
  return bench.database.transaction(() =>
    bench.flow.requests.press({ id: suzuki, role: 'agent' }, callId, desk),
  );
}

function offerToTanaka(callId: CallId) {
  return bench.database.transaction(() =>
    bench.flow.requests.offerTo({ id: suzuki, role: 'agent' }, callId, tanaka),
  );
}

describe('the reason for which somebody is asked', () => {
  it.each(['put-on-hold', 'asked-for-consent'] as const)(
    'follows when standby becomes urgent: %s',
    (reason) => {
      const callId = bench.answeredCall();
      const want = { floorFree: false, reason } as const;
      bench.database.transaction(() => bench.flow.requests.request(callId, { ...want, urgency: 'prepare' }));
      const before = bench.offerTo(suzuki);

      bench.database.transaction(() => bench.flow.requests.request(callId, { ...want, urgency: 'connect' }));

      expect(before).toMatchObject({ urgency: 'prepare', reason });
      expect(bench.offerTo(suzuki)).toMatchObject({ urgency: 'connect', reason: 'person-on-line' });
    },
  );
});

describe('pressing 取り次ぎ twice', () => {
  it('rings the presser and tells the customer once', () => {
    const callId = bench.answeredCall();
    const first = press(callId);

    const second = press(callId);

    expect(second).toEqual(first);
    const types = bench.commands(callId).map(({ type }) => type);
    expect(types.filter((type) => type === 'ring-softphone')).toHaveLength(1);
    expect(types.filter((type) => type === 'announce')).toHaveLength(1);
  });

  it('changes nothing once the presser talks with the customer', () => {
    const callId = bench.answeredCall();
    press(callId);
    bench.joined(bench.legOf(callId, 'agent').id);

    expect(press(callId)).toMatchObject({ status: 'connected', agent: { id: 'suzuki' } });
  });

  it('still takes the call at once for an agent on standby', () => {
    const callId = bench.answeredCall();
    bench.request(callId, 'prepare');
    bench.accept(suzuki, desk);
    bench.joined(bench.legOf(callId, 'agent').id);

    expect(press(callId)).toMatchObject({ status: 'connected' });
  });
});

describe('offering a call to a colleague', () => {
  it('is done once, however often it is asked', () => {
    const callId = bench.answeredCall();
    const first = offerToTanaka(callId);

    const second = offerToTanaka(callId);

    expect(second).toEqual(first);
    expect(bench.offers(callId)).toEqual(['tanaka named open']);
  });

  it('asks nobody else when the colleague declines', () => {
    const callId = bench.answeredCall();
    offerToTanaka(callId);

    bench.database.transaction(() =>
      bench.flow.offers.decline({ id: tanaka, role: 'agent' }, bench.offerTo(tanaka).id, 'busy'),
    );

    expect(bench.offers(callId)).toEqual(['tanaka named declined']);
    expect(bench.handoff(callId).status).toBe('failed');
  });
});
