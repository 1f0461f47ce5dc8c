import { eq } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CommandOutcome } from '../../../backend/calls/carrier-outcomes.ts';
import {
  type AgentId,
  agentIdSchema,
  type CallId,
  type ClientId,
  type LegId,
} from '../../../backend/contract/ids.ts';
import type { WantedSupervision } from '../../../backend/contract/supervision.ts';
import { user } from '../../../backend/db/schema/accounts.ts';
import { createHandoffBench, type HandoffBench } from '../../support/handoff-bench.ts';

describe('an admin, and the agent whose call it is', () => {
  let bench: HandoffBench;
  let admin: AgentId;
  let desk: ClientId;
  let callId: CallId;
  let agentLeg: LegId;

  beforeEach(() => {
    bench = createHandoffBench();
    const agent = bench.agent('suzuki');
    const client = bench.connect(agent);
    admin = bench.agent('admin', 'admin', 9);
    callId = bench.answeredCall();
    bench.request(callId, 'connect');
    bench.accept(agent, client);
    bench.pass(1);
    agentLeg = bench.legOf(callId, 'agent').id;
    bench.joined(agentLeg);
    desk = bench.connect(admin, 2);
  });

  afterEach(() => bench[Symbol.dispose]());

  function supervise(mode: WantedSupervision): LegId {
    const viewer = { id: admin, role: 'admin' } as const;
    const { legId } = bench.flow.supervision.start(viewer, callId, { mode, clientId: desk });
    bench.settle(callId);
    bench.joined(legId);
    return legId;
  }

  /** What the carrier says to the last time it was told who hears the admin. */
  function answer(outcome: CommandOutcome): void {
    const command = bench.commands(callId).findLast(({ type }) => type === 'supervise-leg');
    if (command === undefined) throw new Error('nothing was said of who hears the admin');
    bench.settle(callId);
    bench.database.transaction(() => bench.flow.onCarrierOutcome(command, outcome));
  }

  const isOnCall = (legId: LegId) => bench.stores.legs.find(legId)?.state === 'in-conference';

  it('is heard before the agent goes', () => {
    const adminLeg = supervise('take-over');
    const before = isOnCall(agentLeg);

    answer({ type: 'done' });

    expect([before, isOnCall(agentLeg), isOnCall(adminLeg)]).toEqual([true, false, true]);
  });

  it('leaves the customer to the agent where the carrier does not let them be heard', () => {
    const adminLeg = supervise('take-over');

    answer({ type: 'refused', reason: 'carrier', detail: 'HTTP 400' });

    expect([isOnCall(agentLeg), isOnCall(adminLeg)]).toEqual([true, false]);
    expect(bench.stores.calls.find(callId)?.status).toBe('human-connected');
    expect(bench.commands(callId).map(({ type }) => type)).not.toContain('hold-leg');
  });

  it('relieves the agent at once who is heard already', () => {
    const adminLeg = supervise('barge');
    answer({ type: 'done' });

    bench.flow.supervision.change({ id: admin, role: 'admin' }, callId, 'take-over');

    expect([isOnCall(agentLeg), isOnCall(adminLeg)]).toEqual([false, true]);
  });

  it.each([
    ['take-over', ['take-over']],
    ['barge', ['barge', 'take-over']],
  ] as const)('is told of as the only one on the call once the agent has gone: %s', (first, modes) => {
    supervise(first);
    answer({ type: 'done' });
    const [, then] = modes;
    if (then !== undefined) bench.flow.supervision.change({ id: admin, role: 'admin' }, callId, then);

    const told = bench.stores.events
      .after(0, 1_000)
      .flatMap(({ event }) => (event.type === 'call-updated' ? [event.call] : []))
      .at(-1);

    const there = told?.participants.filter(({ kind, state }) => kind === 'agent' && state !== 'left');
    expect(there?.map(({ agent }) => agent?.id)).toEqual([admin]);
  });

  it('listens no more who is no admin any more', () => {
    const adminLeg = supervise('listen');

    bench.database.transaction(() => bench.flow.supervision.expel(admin));

    expect(isOnCall(adminLeg)).toBe(false);
    expect(bench.commands(callId).at(-1)).toMatchObject({ type: 'remove-leg', legId: adminLeg });
  });

  it('is offered the customer of an agent whose account is disabled, who waits on hold', () => {
    const disabled = { banned: true };
    bench.database.query.update(user).set(disabled).where(eq(user.id, 'suzuki')).run();

    bench.database.transaction(() => bench.flow.leaveAll(agentIdSchema.parse('suzuki')));

    expect(isOnCall(agentLeg)).toBe(false);
    expect(bench.commands(callId).map(({ type }) => type)).toContain('hold-leg');
    expect(bench.offers(callId).at(-1)).toMatch(/^admin .* open$/);
  });
});
