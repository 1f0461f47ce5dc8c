import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { AgentId } from '../../../backend/contract/ids.ts';
import { createHandoffBench, type HandoffBench } from '../../support/handoff-bench.ts';

let bench: HandoffBench;
let suzuki: AgentId;

beforeEach(() => {
  bench = createHandoffBench();
  const { teamSettings } = bench.stores;
  const { settings } = teamSettings.routing();
  teamSettings.saveRouting({ ...settings, awayAfterMissed: 2, ringAll: false });
  suzuki = bench.agent('suzuki');
  bench.connect(suzuki);
});

afterEach(() => bench[Symbol.dispose]());

/** A customer for whom the agent is asked, who lets it pass. */
function miss(): void {
  const callId = bench.answeredCall();
  bench.request(callId, 'connect');
  bench.pass(60);
  bench.ended(bench.legOf(callId, 'customer').id);
}

function choose(status: Parameters<typeof bench.team.presence.choose>[1]): void {
  bench.pass(1);
  bench.team.presence.choose(suzuki, status);
  bench.pass(1);
}

function status() {
  const { presence, busyReason } = bench.team.presence.statusOf(suzuki);
  return [presence, busyReason];
}

describe('an agent who lets offers pass', () => {
  it('is away after as many in a row as the team has set', () => {
    miss();
    const afterOne = status();
    miss();

    expect([afterOne, status()]).toEqual([
      ['available', null],
      ['busy', 'unanswered'],
    ]);
  });

  it('starts anew when they say that they are back', () => {
    miss();
    miss();
    choose({ presence: 'available' });

    miss();
    const afterOne = status();
    miss();

    expect([afterOne, status()]).toEqual([
      ['available', null],
      ['busy', 'unanswered'],
    ]);
  });

  it('starts anew after a break of their own', () => {
    miss();
    choose({ presence: 'busy', reason: 'break' });
    choose({ presence: 'available' });

    miss();

    expect(status()).toEqual(['available', null]);
  });

  it('does not start anew because the app was gone for a while', () => {
    miss();
    bench.team.connections.signedOut(suzuki, bench.connect(suzuki));
    bench.pass(1);
    bench.connect(suzuki);
    bench.pass(1);

    miss();

    expect(status()).toEqual(['busy', 'unanswered']);
  });
});
