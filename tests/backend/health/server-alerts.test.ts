import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { AgentId } from '../../../backend/contract/ids.ts';
import { type CampaignBench, createCampaignBench } from '../../support/campaign-bench.ts';

let bench: CampaignBench;
let agent: { readonly id: AgentId; readonly role: 'agent' };

beforeEach(() => {
  bench = createCampaignBench();
  agent = { id: bench.agent('suzuki'), role: 'agent' };
});

afterEach(() => bench[Symbol.dispose]());

const kindsFor = (viewer: Parameters<typeof bench.flow.alerts.visibleTo>[0]) =>
  bench.flow.alerts.visibleTo(viewer).map(({ kind }) => kind);

function toldOf(type: 'alert-raised' | 'alert-cleared'): number {
  return bench.stores.events.after(0, 1_000).filter(({ event }) => event.type === type).length;
}

describe('the alerts of the server', () => {
  it('are raised once, for admins alone, and cleared once it is over', () => {
    const { serverAlerts } = bench.safeguards;
    serverAlerts.inDanger('disk-low');
    serverAlerts.inDanger('disk-low');

    expect(kindsFor(bench.boss)).toEqual(['disk-low']);
    expect(kindsFor(agent)).toEqual([]);
    serverAlerts.isSafe('disk-low');
    serverAlerts.isSafe('disk-low');

    expect(kindsFor(bench.boss)).toEqual([]);
    expect([toldOf('alert-raised'), toldOf('alert-cleared')]).toEqual([1, 1]);
  });

  it('tell everybody what is put off and why, and again when it is something else', () => {
    const { load } = bench.safeguards;
    for (let second = 0; second < 3; second += 1) load.measured({ lagMs: 700, waitMs: 0 });
    const first = bench.flow.alerts.visibleTo(agent);
    for (let second = 0; second < 3; second += 1) load.measured({ lagMs: 5_000, waitMs: 0 });
    const second = bench.flow.alerts.visibleTo(agent);
    for (let quiet = 0; quiet < 20; quiet += 1) load.measured({ lagMs: 0, waitMs: 0 });

    expect(first).toMatchObject([
      { kind: 'overloaded', overload: { because: 'event-loop', putOff: 'campaigns' } },
    ]);
    expect(second).toMatchObject([{ overload: { putOff: 'campaigns-and-reports' } }]);
    expect(kindsFor(agent)).toEqual([]);
  });
});
