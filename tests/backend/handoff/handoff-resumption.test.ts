import { describe, expect, it } from 'vitest';
import { createDeskBench } from '../../support/desk-bench.ts';
import { ofEachTest } from '../../support/of-each-test.ts';

const bench = ofEachTest(createDeskBench);

/** The process is down for so long, and starts again before anybody could do anything. */
function restartAfter(seconds: number): void {
  bench().clock.pass(seconds);
  bench().database.transaction(bench().flow.resumeHandoffs);
}

describe('after a restart', () => {
  it('an offer whose time passed meanwhile has its whole time again', () => {
    const callId = bench().waitingCall();

    restartAfter(20);
    bench().pass(14);
    const before = bench().offers(callId);
    bench().pass(1);

    expect([before, bench().offers(callId)]).toEqual([
      ['suzuki best open'],
      ['suzuki best expired', 'suzuki last open'],
    ]);
  });

  it('tells the agent of the new deadline', () => {
    bench().waitingCall();

    restartAfter(20);

    const deadline = new Date(bench().clock.now().getTime() + 15_000).toISOString();
    expect(bench().offerTo(bench().suzuki).deadline).toBe(deadline);
    expect(bench().stores.events.after(0, 1_000).at(-1)?.event).toMatchObject({
      type: 'handoff-offered',
      offer: { deadline },
    });
  });

  it('a handoff is not given up before its open offer is', () => {
    const callId = bench().waitingCall();

    restartAfter(60);
    bench().pass(14);

    expect(bench().handoff(callId).status).toBe('offering');
  });

  it('a handoff that had time left has no more of it than before', () => {
    const callId = bench().waitingCall();

    restartAfter(1);
    bench().pass(44);

    expect(bench().handoff(callId).status).toBe('failed');
  });

  it('an agent on the way has the whole time to arrive', () => {
    const callId = bench().waitingCall();
    bench().accept(bench().suzuki, bench().desk);

    restartAfter(6);
    bench().pass(5);

    expect(
      bench()
        .commands(callId)
        .filter(({ type }) => type === 'ring-softphone'),
    ).toHaveLength(1);
  });

  it('agents who could be reached before it are asked, although their consoles are not back yet', () => {
    bench().team.connections.signedOut(bench().suzuki, bench().desk);
    bench().stores.presence.save(bench().suzuki, {
      chosen: { presence: 'available' },
      absence: null,
      wrapUpUntil: null,
      lastCallEndedAt: null,
      announced: 'available',
      since: bench().clock.now(),
    });
    bench().team.expectConsoles();

    const callId = bench().waitingCall();

    expect(bench().offers(callId)).toEqual(['suzuki best open']);
  });
});
