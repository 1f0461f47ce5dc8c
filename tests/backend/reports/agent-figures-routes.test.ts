import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type AgentFigures, type TeamFigures, teamFiguresSchema } from '../../../backend/contract/figures.ts';
import { agentFiguresRoutes } from '../../../backend/reports/agent-figures-routes.ts';
import { createAgentFiguresService } from '../../../backend/reports/agent-figures-service.ts';
import { createAgentFiguresStore } from '../../../backend/reports/agent-figures-store.ts';
import { createCallFiguresStore } from '../../../backend/reports/call-figures-store.ts';
import { createApi, type SignedIn } from '../../support/api.ts';
import { createHandoffBench, type HandoffBench } from '../../support/handoff-bench.ts';

const begin = '2026-11-24T00:00:00.000Z';
const end = '2026-11-25T00:00:00.000Z';

let bench: HandoffBench;
let suzuki: SignedIn;
let tanaka: SignedIn;
let admin: SignedIn;

beforeEach(async () => {
  bench = createHandoffBench();
  const { database, clock, stores } = bench;
  const api = createApi(database, clock);
  const figures = createAgentFiguresService({
    agents: stores.agents,
    figures: createAgentFiguresStore(database, stores.presenceLog),
    callFigures: createCallFiguresStore(database),
    clock,
  });
  api.app.route('/api/agents', agentFiguresRoutes(figures));
  suzuki = await api.signedIn('suzuki', 'agent');
  tanaka = await api.signedIn('tanaka', 'agent');
  admin = await api.signedIn('kimura', 'admin');
  stores.agents.change(suzuki.agentId, { priority: 1 });
});

afterEach(() => bench[Symbol.dispose]());

async function figuresFor(who: SignedIn, from = begin, to = end): Promise<TeamFigures> {
  const response = await who.get(`/api/agents/figures?${new URLSearchParams({ from, to })}`);
  return teamFiguresSchema.parse(await response.json());
}

async function ofSuzuki(from = begin, to = end): Promise<AgentFigures | undefined> {
  return (await figuresFor(suzuki, from, to)).agents[0];
}

/** Asked, accepts after `seconds`, and talks for a minute and a half, of which the customer is on hold for half a minute. */
function takeCall(seconds: number): void {
  const clientId = bench.connect(suzuki.agentId);
  const callId = bench.answeredCall();
  bench.request(callId, 'connect');
  bench.clock.pass(seconds);
  bench.accept(suzuki.agentId, clientId);
  bench.joined(bench.legOf(callId, 'agent').id);
  bench.clock.pass(30);
  hold(callId, true);
  bench.clock.pass(30);
  hold(callId, false);
  bench.clock.pass(30);
  bench.ended(bench.legOf(callId, 'customer').id);
}

function hold(callId: ReturnType<HandoffBench['answeredCall']>, onHold: boolean): void {
  const viewer = { id: suzuki.agentId, role: 'agent' } as const;
  bench.database.transaction(() => bench.flow.hold(viewer, callId, onHold));
}

describe('GET /api/agents/figures', () => {
  it('tells what an agent did, from what is stored of offers, legs, holds and presence', async () => {
    takeCall(6);
    bench.clock.pass(10);

    const figures = await ofSuzuki();

    expect(figures).toMatchObject({ offered: 1, accepted: 1, declined: 0, missed: 0, calls: 1 });
    expect(figures?.medianSecondsToAccept).toBeCloseTo(6, 1);
    expect(figures?.talkSeconds).toBeCloseTo(60, 0);
    expect(figures?.holdSeconds).toBeCloseTo(30, 0);
    expect(figures?.wrapUpSeconds).toBeCloseTo(10, 0);
    expect(Object.values(figures?.results ?? {}).reduce((sum, count) => sum + count, 0)).toBe(1);
  });

  it('counts an offer that passed as missed', async () => {
    bench.connect(suzuki.agentId);
    bench.request(bench.answeredCall(), 'connect');
    bench.pass(16);

    expect(await ofSuzuki()).toMatchObject({ accepted: 0, missed: 1, calls: 0, medianSecondsToAccept: null });
  });

  it('leaves out what was before the period and after it', async () => {
    takeCall(6);

    const [before, after] = await Promise.all([
      ofSuzuki('2026-11-23T00:00:00.000Z', begin),
      ofSuzuki(end, '2026-11-26T00:00:00.000Z'),
    ]);

    for (const figures of [before, after]) {
      expect(figures).toMatchObject({ offered: 0, calls: 0, talkSeconds: 0, holdSeconds: 0 });
    }
  });

  it('tells an agent of themselves alone, and an admin of everybody', async () => {
    takeCall(6);

    const own = await figuresFor(tanaka);
    const all = await figuresFor(admin);

    expect(own).toMatchObject({ agents: [{ name: 'tanaka', calls: 0 }], calls: null });
    expect(all.agents.map(({ name, calls }) => [name, calls])).toEqual([
      ['suzuki', 1],
      ['tanaka', 0],
      ['kimura', 0],
    ]);
  });

  it('refuses a period that ends before it begins', async () => {
    const response = await suzuki.get(`/api/agents/figures?${new URLSearchParams({ from: end, to: begin })}`);

    expect(response.status).toBe(400);
  });
});
