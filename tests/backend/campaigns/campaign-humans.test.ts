import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { AgentId, CallId, CampaignId } from '../../../backend/contract/ids.ts';
import { type CampaignBench, createCampaignBench } from '../../support/campaign-bench.ts';
import { insertCustomer } from '../customers/customer-fixture.ts';

let bench: CampaignBench;
let suzuki: AgentId;
let campaignId: CampaignId;
let callId: CallId;

/** A campaign of 鈴木's has a customer on the line, who talks with the AI; 田中 is free, and no agent of it. */
beforeEach(() => {
  bench = createCampaignBench();
  suzuki = bench.freeAgent('suzuki');
  bench.freeAgent('tanaka');
  campaignId = bench.draft([suzuki], [insertCustomer(bench.database), insertCustomer(bench.database)]);
  bench.course.start(bench.boss, campaignId);
  bench.step();
  const [call] = bench.stores.calls.open();
  if (call === undefined) throw new Error('nobody was called');
  callId = call.id;
  bench.joined(bench.legOf(callId, 'customer').id);
  bench.joined(bench.legOf(callId, 'ai').id);
});

afterEach(() => bench[Symbol.dispose]());

function pulse() {
  return bench.queries.get(bench.boss, campaignId).pulse;
}

describe('a customer of a campaign who wants a human', () => {
  it('is offered to the campaign’s agents, and to nobody else who is free', () => {
    bench.request(callId, 'connect');

    bench.pass(40);

    expect(bench.offers(callId).every((offer) => offer.startsWith('suzuki '))).toBe(true);
    expect(bench.offers(callId).length).toBeGreaterThan(0);
  });

  it('counts as abandoned when nobody was found', () => {
    bench.request(callId, 'connect');
    const waiting = pulse();

    bench.pass(90);

    expect(waiting).toMatchObject({ wantedHuman: 0, abandoned: 0 });
    expect(pulse()).toMatchObject({ wantedHuman: 1, abandoned: 1 });
  });

  it('is not abandoned who was found a human the second time', () => {
    bench.request(callId, 'connect');
    bench.pass(90);
    bench.request(callId, 'connect');
    const again = pulse();

    const clientId = bench.team.connections.reachableClient(suzuki);
    if (clientId === null) throw new Error('the agent has no console');
    bench.accept(suzuki, clientId);
    bench.joined(bench.legOf(callId, 'agent').id);

    expect(again).toMatchObject({ wantedHuman: 0, abandoned: 0 });
    expect(pulse()).toMatchObject({ wantedHuman: 1, abandoned: 0 });
  });

  it('needs no free agent any more once an agent has taken the call', () => {
    const before = pulse();
    bench.request(callId, 'connect');

    const clientId = bench.team.connections.reachableClient(suzuki);
    if (clientId === null) throw new Error('the agent has no console');
    bench.accept(suzuki, clientId);

    expect(before).toMatchObject({ openCalls: 1, withoutHuman: 1, freeAgents: 1 });
    expect(pulse()).toMatchObject({
      openCalls: 1,
      withoutHuman: 0,
      freeAgents: 0,
      allowed: 0,
      heldBackBy: 'no-agent-free',
    });
  });
});
