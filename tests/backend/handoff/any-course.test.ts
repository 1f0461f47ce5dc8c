import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { TransferMode, TransferOutcome } from '../../../backend/contract/handoffs.ts';
import type { AgentId, CallId, ClientId } from '../../../backend/contract/ids.ts';
import { Refusal } from '../../../backend/kernel/errors.ts';
import { createHandoffBench, type HandoffBench } from '../../support/handoff-bench.ts';

type Happening =
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
const anyCourse = fc.array(anyHappening, { minLength: 10, maxLength: 40 });
const often = { numRuns: 25 };

interface Scene extends Disposable {
  readonly bench: HandoffBench;
  readonly desks: readonly { readonly agentId: AgentId; readonly clientId: ClientId }[];
  readonly calls: readonly CallId[];
}

/** Three agents, the first of whom talks with a customer; another customer is with the AI. */
function createScene(): Scene {
  const bench = createHandoffBench();
  const desks = ['suzuki', 'tanaka', 'sato'].map((name, index) => {
    const agentId = bench.agent(name, 'agent', index + 1);
    bench.stores.agents.change(agentId, { concurrency: 2 });
    return { agentId, clientId: bench.connect(agentId, index + 1) };
  });
  const calls = [bench.answeredCall(), bench.answeredCall()];
  const scene = { bench, desks, calls, [Symbol.dispose]: () => bench[Symbol.dispose]() };
  play(scene, { type: 'wanted', call: 0, urgency: 'connect' });
  play(scene, { type: 'acts', agent: 0, deed: { type: 'accepts' } });
  play(scene, { type: 'acts', agent: 0, deed: { type: 'arrives' } });
  return scene;
}

/** What the server refuses is part of the play. */
function play(scene: Scene, happening: Happening): void {
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
      if (leg !== undefined) flow.transfers.hold(caller, leg.callId, deed.onHold);
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

function forEveryMoment(happenings: readonly Happening[], check: (scene: Scene) => void): void {
  using scene = createScene();
  for (const happening of happenings) {
    play(scene, happening);
    check(scene);
  }
}

describe('whatever the agents do', { timeout: 120_000 }, () => {
  it('each is on one call at most, and is asked about no other while on it', () => {
    fc.assert(
      fc.property(anyCourse, (happenings) => {
        forEveryMoment(happenings, ({ bench, desks }) => {
          for (const { agentId } of desks) {
            const legs = bench.stores.legs.presentOfAgent(agentId);
            const { presence } = bench.team.presence.statusOf(agentId);
            const offers = bench.flow.offers.openFor(agentId);
            expect(new Set(legs.map(({ callId }) => callId)).size).toBeLessThanOrEqual(1);
            expect(legs.length > 0 && (presence !== 'on-call' || offers.length > 0)).toBe(false);
          }
        });
      }),
      often,
    );
  });

  it('a customer always has the AI, an agent, or somebody who is being asked', () => {
    fc.assert(
      fc.property(anyCourse, (happenings) => {
        forEveryMoment(happenings, ({ bench, calls }) => {
          for (const callId of calls) {
            const call = bench.stores.calls.find(callId);
            const company = companyOf(bench, callId);
            expect(call?.endedAt === null && company.length === 0).toBe(false);
            expect(call?.status === 'human-connected' && !company.includes('agent')).toBe(false);
          }
        });
      }),
      often,
    );
  });

  it('a customer who has been joined with an agent is on hold only when an agent holds them', () => {
    fc.assert(
      fc.property(anyCourse, (happenings) => {
        const withoutHolding = happenings.filter((one) => one.type !== 'acts' || one.deed.type !== 'holds');
        forEveryMoment(withoutHolding, ({ bench, calls }) => {
          for (const callId of calls) {
            const handoff = bench.flow.handoffsOf(callId).at(-1);
            const joined = handoff?.status === 'connected' && handoff.endedAt === null;
            expect(joined && bench.legOf(callId, 'customer').onHold).toBe(false);
          }
        });
      }),
      often,
    );
  });
});

function companyOf({ stores, flow }: HandoffBench, callId: CallId): string[] {
  const legs = stores.legs
    .ofCall(callId)
    .filter(({ kind, state }) => kind !== 'customer' && state !== 'left');
  const offers = flow.handoffsOf(callId).flatMap((handoff) => handoff.offers);
  return [
    ...legs.map(({ kind }) => kind),
    ...offers.filter(({ status }) => status === 'open').map(() => 'offer'),
  ];
}
