import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Alert } from '../../../backend/contract/events.ts';
import type { AgentId, CallId, ClientId } from '../../../backend/contract/ids.ts';
import { createHandoffBench, type HandoffBench } from '../../support/handoff-bench.ts';

describe('an agent who was waited for in vain', () => {
  let bench: HandoffBench;
  let suzuki: AgentId;
  let tanaka: AgentId;
  let callId: CallId;

  beforeEach(() => {
    bench = createHandoffBench();
    suzuki = bench.agent('suzuki', 'agent', 1);
    const desk = bench.connect(suzuki);
    tanaka = bench.agent('tanaka', 'agent', 2);
    bench.connect(tanaka, 2);
    callId = bench.answeredCall();
    bench.request(callId, 'connect');
    doesNotArrive(desk);
  });

  afterEach(() => bench[Symbol.dispose]());

  /** Twice: only then is somebody else asked. */
  function doesNotArrive(desk: ClientId): void {
    bench.accept(suzuki, desk);
    bench.ended(bench.legOf(callId, 'agent').id);
    bench.ended(bench.legOf(callId, 'agent').id);
  }

  function seenBy(agentId: AgentId, role: 'agent' | 'admin' = 'agent'): Alert['kind'][] {
    return bench.flow.alerts.visibleTo({ id: agentId, role }).map(({ kind }) => kind);
  }

  it('is told, also after coming back, and nobody else is', () => {
    expect(seenBy(suzuki)).toEqual(['agent-did-not-arrive']);
    expect(seenBy(bench.agent('yamada'))).toEqual([]);
    expect(seenBy(bench.agent('chief', 'admin'), 'admin')).toEqual([]);
  });

  it('is asked once more, once everybody else has said no', () => {
    bench.database.transaction(() =>
      bench.flow.offers.decline({ id: tanaka, role: 'agent' }, bench.offerTo(tanaka).id, 'busy'),
    );

    expect(bench.offers(callId)).toEqual([
      'suzuki best accepted',
      'tanaka best declined',
      'suzuki last open',
    ]);
  });

  it('is said not to have arrived, where it is told why somebody else was asked', () => {
    const admin = { id: bench.agent('chief', 'admin'), role: 'admin' } as const;

    const { decisions } = bench.flow.routingView.ofHandoff(admin, bench.handoff(callId).id);

    expect(decisions.at(-1)?.agents.map(({ verdict }) => verdict)).toContainEqual({
      outcome: 'passed-over',
      agentId: 'suzuki',
      because: 'did-not-arrive',
    });
  });

  it('is no longer told when asked again', () => {
    const other = bench.answeredCall();

    bench.database.transaction(() =>
      bench.flow.requests.offerTo({ id: suzuki, role: 'agent' }, other, suzuki),
    );

    expect(seenBy(suzuki)).toEqual([]);
  });

  it('is no longer told when the call is over', () => {
    bench.ended(bench.legOf(callId, 'customer').id);

    expect(seenBy(suzuki)).toEqual([]);
    expect(clearedAlerts()).toBe(1);
  });

  function clearedAlerts(): number {
    return bench.stores.events.after(0, 1_000).filter(({ event }) => event.type === 'alert-cleared').length;
  }
});
