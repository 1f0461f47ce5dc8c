import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { AgentId, CampaignId, CustomerId } from '../../../backend/contract/ids.ts';
import { type CampaignBench, createCampaignBench } from '../../support/campaign-bench.ts';
import { noRetries } from '../../support/campaigns.ts';
import { insertCustomer } from '../customers/customer-fixture.ts';

let bench: CampaignBench;
let suzuki: AgentId;

beforeEach(() => {
  bench = createCampaignBench();
  suzuki = bench.freeAgent('suzuki');
});

afterEach(() => bench[Symbol.dispose]());

function customer(columns: Parameters<typeof insertCustomer>[1] = {}): CustomerId {
  return insertCustomer(bench.database, columns);
}

function started(customerIds: readonly CustomerId[], ...settings: Parameters<CampaignBench['draft']>[2][]) {
  const campaignId = bench.draft([suzuki], customerIds, settings[0] ?? {});
  bench.course.start(bench.boss, campaignId);
  return campaignId;
}

function openCalls() {
  return bench.stores.calls.open();
}

describe('a step of the dialler', () => {
  it('calls one customer for each free agent, in the name of the speaker', () => {
    const tanaka = bench.freeAgent('tanaka');
    const list = [customer(), customer(), customer()];
    const campaignId = bench.draft([suzuki, tanaka], list);
    bench.course.start(bench.boss, campaignId);

    bench.step();

    expect(
      openCalls()
        .map(({ customerId }) => customerId)
        .toSorted(),
    ).toEqual(list.slice(0, 2));
    expect(openCalls()[0]).toMatchObject({ campaignId, speaksFor: suzuki, startedBy: null, mode: 'ai' });
    expect(bench.queries.get(bench.boss, campaignId).pulse).toMatchObject({
      freeAgents: 2,
      withoutHuman: 2,
      allowed: 2,
      heldBackBy: 'agents-taken',
    });
  });

  it('calls the next one when the call before is over', () => {
    const list = [customer(), customer()];
    const campaignId = started(list);
    bench.step();
    const [first] = openCalls();
    if (first === undefined) throw new Error('nobody was called');
    bench.endUnreached(first.id);

    bench.step();

    expect(openCalls().map(({ customerId }) => customerId)).toEqual([list[1]]);
    expect(bench.memberOf(campaignId, first.customerId)).toMatchObject({ state: 'failed', attempts: 1 });
  });

  it('calls again whoever was not reached, after the time that was set, and then ends', () => {
    const only = customer();
    const again = { ...noRetries, 'no-answer': { times: 1, afterMinutes: 5 } };
    const campaignId = started([only], { retries: again });
    bench.step();
    bench.endUnreached(openCalls()[0]?.id ?? nobody());
    bench.step();
    const meanwhile = openCalls().length;
    bench.clock.pass(300);

    bench.step();

    expect(meanwhile).toBe(0);
    bench.endUnreached(openCalls()[0]?.id ?? nobody());
    bench.step();
    expect(bench.memberOf(campaignId, only)).toMatchObject({ state: 'failed', attempts: 2 });
    expect(bench.stores.campaigns.find(campaignId)).toMatchObject({ state: 'finished' });
  });

  it.each([
    ['do-not-call', () => block('+81300017777')],
    ['rejected', (id: CustomerId) => bench.care.customers.setStatus(id, 'rejected', bench.clock.now())],
    [
      'no-number',
      (id: CustomerId) => bench.care.customers.update(id, { phoneNumber: '' }, bench.clock.now()),
    ],
  ] as const)('leaves out whom it must not call any more: %s', (reason, change) => {
    const id = customer({ phoneNumber: '+81300017777' });
    const campaignId = started([id]);
    change(id);

    bench.step();

    expect(openCalls()).toEqual([]);
    expect(bench.memberOf(campaignId, id)).toMatchObject({ state: 'skipped', reason });
  });

  it('waits for somebody who is on the telephone with us, whoever they are here', () => {
    const other = customer({ phoneNumber: '+81300018888' });
    const id = customer({ phoneNumber: '+81300018888' });
    const first = started([other]);
    bench.step();
    bench.course.stop(bench.boss, first);
    const tanaka = bench.freeAgent('tanaka');
    bench.stores.calls.update(openCalls()[0]?.id ?? nobody(), { campaignId: null });
    bench.stores.campaignMembers.update({ campaignId: first, customerId: other }, { attempts: 0 });
    const second = bench.draft([tanaka], [id]);
    bench.course.start(bench.boss, second);

    bench.step();

    expect(openCalls()).toHaveLength(1);
    expect(bench.memberOf(second, id)).toMatchObject({ state: 'pending', reason: 'number-in-call' });
  });

  it('does not dial a number twice that became the same only after the list was made', () => {
    const [one, two] = [customer(), customer()];
    const campaignId = started([one, two]);
    bench.step();
    const [call] = openCalls();
    bench.care.customers.update(two, { phoneNumber: call?.phoneNumber ?? '' }, bench.clock.now());
    bench.endUnreached(call?.id ?? nobody());

    bench.step();

    expect(openCalls()).toEqual([]);
    expect(bench.memberOf(campaignId, two)).toMatchObject({ state: 'skipped', reason: 'same-number' });
  });

  it('pauses the campaign when the speaker has nothing more to say', () => {
    const campaignId = started([customer()]);
    bench.stores.agents.change(suzuki, { conversation: null });

    bench.step();

    expect(openCalls()).toEqual([]);
    expect(bench.queries.get(bench.boss, campaignId)).toMatchObject({
      state: 'paused',
      pausedFor: { type: 'speaker-not-ready' },
    });
  });

  it.each(['pause', 'stop'] as const)('does not dial after a %s, not even whose turn was next', (verb) => {
    const id = customer();
    const campaignId = started([id, customer()]);
    bench.step();
    const [call] = openCalls();
    bench.course[verb](bench.boss, campaignId);

    bench.step();

    expect(openCalls()).toHaveLength(1);
    expect(bench.care.dialRules.permissionForCall(call?.id ?? nobody())).toBe('campaign-held');
    bench.database.transaction(() =>
      bench.flow.ending.end(call?.id ?? nobody(), { type: 'not-dialled', reason: 'campaign-held' }),
    );
    expect(bench.memberOf(campaignId, id)).toMatchObject({ state: 'pending', attempts: 0, callId: null });
  });
});

describe('the hours of a campaign', () => {
  it('are those where the customer is, on a working day', () => {
    // Ten in the morning in Tokyo, and one at night in London.
    const [tokyo, london] = [customer(), customer({ timeZone: 'Europe/London' })];
    const tanaka = bench.freeAgent('tanaka');
    const hours = { from: 9 * 60, to: 18 * 60 };
    const campaignId = bench.draft([suzuki, tanaka], [london, tokyo], { hours });
    bench.course.start(bench.boss, campaignId);

    bench.step();

    expect(openCalls().map(({ customerId }) => customerId)).toEqual([tokyo]);
    expect(bench.queries.get(bench.boss, campaignId).pulse).toMatchObject({
      heldBackBy: 'nobody-due',
      nextDialAt: '2026-11-24T09:00:00.000Z',
    });
  });

  it('must be hours in which the company calls', () => {
    const office = createCampaignBench({ CALLING_HOURS: '09:00-18:00' });
    const agentId = office.freeAgent('tanaka');

    expect(() => office.draft([agentId], [], { hours: { from: 1_200, to: 1_260 } })).toThrow(
      expect.objectContaining({ fields: [{ path: 'settings.hours', problem: 'outside-calling-hours' }] }),
    );
    office[Symbol.dispose]();
  });
});

type Happening =
  | { readonly what: 'step' }
  | { readonly what: 'end' | 'renumber'; readonly which: number }
  | { readonly what: 'start' | 'pause' | 'resume' | 'stop'; readonly which: number };

const anyHappening: fc.Arbitrary<Happening> = fc.oneof(
  { weight: 6, arbitrary: fc.constant({ what: 'step' } as const) },
  { weight: 3, arbitrary: fc.record({ what: fc.constant('end' as const), which: fc.nat(5) }) },
  {
    weight: 2,
    arbitrary: fc.record({
      what: fc.constantFrom('start' as const, 'pause' as const, 'resume' as const, 'stop' as const),
      which: fc.nat(1),
    }),
  },
  { weight: 1, arbitrary: fc.record({ what: fc.constant('renumber' as const), which: fc.nat(7) }) },
);

describe('campaigns over any history', () => {
  it('never have two calls to a number at once, nor call one more often than the retries say', () => {
    fc.assert(
      fc.property(fc.array(anyHappening, { minLength: 10, maxLength: 60 }), (history) => {
        const one = createCampaignBench();
        const agents = [one.freeAgent('tanaka'), one.freeAgent('sato'), one.freeAgent('kato')];
        const ids = Array.from({ length: 8 }, (_, index) =>
          insertCustomer(one.database, { phoneNumber: `+8130001900${index % 4}` }),
        );
        const retries = { ...noRetries, 'no-answer': { times: 1, afterMinutes: 1 } };
        const lists = [ids.slice(0, 5), ids.slice(3)];
        const campaigns = lists.map((list) => one.draft(agents, list, { retries }));

        for (const happening of history) happen(one, happening, { ids, campaigns });

        const calls = one.stores.calls.openOrEndedSince(new Date(0));
        for (const number of new Set(calls.map(({ phoneNumber }) => phoneNumber))) {
          const ofNumber = calls.filter(({ phoneNumber }) => phoneNumber === number);
          expect(ofNumber.filter(({ endedAt }) => endedAt === null).length).toBeLessThanOrEqual(1);
          expect(
            new Set(ofNumber.map(({ campaignId, customerId }) => `${campaignId} ${customerId}`)).size,
          ).toBe(1);
          expect(ofNumber.length).toBeLessThanOrEqual(2);
        }
        one[Symbol.dispose]();
      }),
      { numRuns: 25 },
    );
  }, 120_000);
});

function happen(
  one: CampaignBench,
  happening: Happening,
  { ids, campaigns }: { ids: readonly CustomerId[]; campaigns: readonly CampaignId[] },
): void {
  switch (happening.what) {
    case 'step':
      one.clock.pass(20);
      one.step();
      break;
    case 'end': {
      const call = one.stores.calls.open()[happening.which];
      if (call !== undefined) one.endUnreached(call.id);
      break;
    }
    case 'renumber': {
      const id = ids[happening.which];
      const columns = { phoneNumber: '+81300019000' };
      if (id !== undefined) one.care.customers.update(id, columns, one.clock.now());
      break;
    }
    default: {
      const campaignId = campaigns[happening.which];
      try {
        if (campaignId !== undefined) one.course[happening.what](one.boss, campaignId);
      } catch {
        // What is not possible as things stand is refused.
      }
    }
  }
}

function block(phoneNumber: string): void {
  bench.care.doNotCall.block({
    phoneNumber,
    reason: 'listed',
    source: 'by-hand',
    note: '',
    addedBy: bench.boss.id,
  });
}

function nobody(): never {
  throw new Error('nobody was called');
}
