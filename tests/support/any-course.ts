import fc from 'fast-check';
import type { TransferMode, TransferOutcome } from '../../backend/contract/handoffs.ts';
import type { AgentId, CallId, ClientId } from '../../backend/contract/ids.ts';
import { Refusal } from '../../backend/kernel/errors.ts';
import { createHandoffBench, type HandoffBench } from './handoff-bench.ts';

export type Happening =
  | { readonly type: 'wanted'; readonly call: number; readonly urgency: 'prepare' | 'connect' }
  | { readonly type: 'time-passes'; readonly seconds: number }
  | { readonly type: 'acts'; readonly agent: number; readonly deed: Deed };

type PlainDeed = 'accepts' | 'arrives' | 'comes' | 'declines' | 'dials' | 'leaves' | 'drops';

type Deed =
  | { readonly type: PlainDeed }
  | { readonly type: 'holds'; readonly onHold: boolean }
  | { readonly type: 'transfers'; readonly to: number; readonly mode: TransferMode }
  | { readonly type: 'settles'; readonly outcome: TransferOutcome };

const anAgent = fc.nat(2);
const simply = (...types: readonly PlainDeed[]) => fc.record({ type: fc.constantFrom(...types) });
const anyDeed: fc.Arbitrary<Deed> = fc.oneof(
  { weight: 5, arbitrary: simply('accepts', 'arrives', 'comes', 'comes') },
  { weight: 2, arbitrary: simply('declines', 'leaves', 'drops', 'dials') },
  { weight: 1, arbitrary: fc.record({ type: fc.constant('holds' as const), onHold: fc.boolean() }) },
  {
    weight: 4,
    arbitrary: fc.record({
      type: fc.constant('transfers' as const),
      to: anAgent,
      mode: fc.constantFrom('blind' as const, 'warm' as const),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      type: fc.constant('settles' as const),
      outcome: fc.constantFrom('completed' as const, 'joined' as const, 'canceled' as const),
    }),
  },
);
const anyHappening: fc.Arbitrary<Happening> = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.record({ type: fc.constant('acts' as const), agent: anAgent, deed: anyDeed }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      type: fc.constant('wanted' as const),
      call: fc.nat(1),
      urgency: fc.constantFrom('prepare' as const, 'connect' as const),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      type: fc.constant('time-passes' as const),
      seconds: fc.constantFrom(1, 16),
    }),
  },
);

/** What three agents and their customers may do, in any order. */
export const anyCourse = fc.array(anyHappening, { minLength: 10, maxLength: 40 });

/** The first agent and the second both talk with the customer of the first. */
export const twoTalk: readonly Happening[] = [
  { type: 'acts', agent: 0, deed: { type: 'transfers', to: 1, mode: 'warm' } },
  { type: 'acts', agent: 1, deed: { type: 'comes' } },
  { type: 'acts', agent: 0, deed: { type: 'settles', outcome: 'joined' } },
];

export interface Scene extends Disposable {
  readonly bench: HandoffBench;
  readonly desks: readonly { readonly agentId: AgentId; readonly clientId: ClientId }[];
  readonly calls: readonly CallId[];
}

/** Three agents, the first of whom talks with a customer of theirs; a customer of the last is with the AI. */
export function createScene(): Scene {
  const bench = createHandoffBench();
  const desks = ['suzuki', 'tanaka', 'sato'].map((name, index) => {
    const agentId = bench.agent(name, 'agent', index + 1);
    bench.stores.agents.change(agentId, { concurrency: 2 });
    return { agentId, clientId: bench.connect(agentId, index + 1) };
  });
  const calls = [bench.answeredCall(desks.at(0)?.agentId), bench.answeredCall(desks.at(-1)?.agentId)];
  const scene = { bench, desks, calls, [Symbol.dispose]: () => bench[Symbol.dispose]() };
  play(scene, { type: 'wanted', call: 0, urgency: 'connect' });
  play(scene, { type: 'acts', agent: 0, deed: { type: 'accepts' } });
  play(scene, { type: 'acts', agent: 0, deed: { type: 'arrives' } });
  return scene;
}

/** What the server refuses is part of the play. */
export function play(scene: Scene, happening: Happening): void {
  try {
    happen(scene, happening);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
  }
}

function happen(scene: Scene, happening: Happening): void {
  const { bench, calls } = scene;
  switch (happening.type) {
    case 'wanted': {
      const callId = calls[happening.call];
      const status = callId === undefined ? null : bench.stores.calls.find(callId)?.status;
      if (callId !== undefined && status === 'ai-responding') bench.request(callId, happening.urgency);
      return;
    }
    case 'time-passes':
      bench.pass(happening.seconds);
      return;
    case 'acts':
      bench.database.transaction(() => act(scene, happening.agent, happening.deed));
  }
}

function act({ bench, desks }: Scene, number: number, deed: Deed): void {
  const { agentId, clientId } = desks[number] ?? {};
  if (agentId === undefined || clientId === undefined) return;
  const { flow, stores } = bench;
  const caller = { id: agentId, role: 'agent' } as const;
  const [offer] = flow.offers.openFor(agentId);
  const [leg] = stores.legs.presentOfAgent(agentId);
  switch (deed.type) {
    case 'accepts':
      if (offer !== undefined) flow.offers.accept(caller, offer.id, clientId);
      return;
    case 'comes':
      if (offer === undefined) return;
      flow.offers.accept(caller, offer.id, clientId);
      for (const { id } of stores.legs.presentOfAgent(agentId)) bench.joined(id);
      return;
    case 'declines':
      if (offer !== undefined) flow.offers.decline(caller, offer.id, 'busy');
      return;
    case 'arrives':
      if (leg?.state === 'joining') bench.joined(leg.id);
      return;
    case 'dials':
      if (flow.readiness(agentId) !== 'ready') return;
      bench.dialledCall(agentId, clientId);
      bench.team.presence.refresh(agentId);
      return;
    case 'drops':
      if (leg !== undefined) bench.ended(leg.id);
      return;
    case 'leaves':
      if (leg !== undefined) flow.leave(caller, leg.callId);
      return;
    case 'holds':
      if (leg !== undefined) flow.hold(caller, leg.callId, deed.onHold);
      return;
    case 'transfers': {
      const toAgentId = desks[deed.to]?.agentId;
      if (leg === undefined || toAgentId === undefined) return;
      flow.transfers.begin(caller, leg.callId, { toAgentId, mode: deed.mode });
      return;
    }
    case 'settles':
      if (leg !== undefined) flow.transfers.settle(caller, leg.callId, deed.outcome);
  }
}
