import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Scope } from '../../../backend/auth/visibility.ts';
import { type CallHistoryStore, createCallHistoryStore } from '../../../backend/calls/call-history-store.ts';
import type { HistoryPosition } from '../../../backend/calls/history-cursor.ts';
import { createInvolvementStore } from '../../../backend/calls/involvement-store.ts';
import { type HistoryFilter, historyFilterSchema } from '../../../backend/contract/calls.ts';
import type { AgentId, CallId } from '../../../backend/contract/ids.ts';
import { callResultSchema, callStatusSchema } from '../../../backend/contract/vocabulary.ts';
import { openDatabase } from '../../../backend/db/database.ts';
import { offeredCalls } from '../../../backend/handoff/offered-calls-store.ts';
import { searchable } from '../../../backend/kernel/overlapping-pairs.ts';
import {
  historyBegins,
  insertRandomHistory,
  type RandomHistory,
  type StoredCall,
} from '../../support/random-history.ts';

const dayMs = 24 * 60 * 60 * 1_000;

/** Which calls, as a console may ask for them: by agents and campaigns that there are, by their place. */
const askedFor = fc.record({
  seed: fc.integer({ min: 1, max: 1_000_000 }),
  viewer: fc.option(fc.integer({ min: 0, max: 1 })),
  agent: fc.option(fc.integer({ min: 0, max: 2 })),
  campaign: fc.option(fc.integer({ min: 0, max: 1 })),
  days: fc.option(fc.tuple(fc.integer({ min: 0, max: 10 }), fc.integer({ min: 10, max: 20 }))),
  result: fc.option(fc.constantFrom(...callResultSchema.options)),
  status: fc.option(fc.constantFrom(...callStatusSchema.options)),
  longerThan: fc.option(fc.integer({ min: 0, max: 300 })),
  handedOver: fc.option(fc.constantFrom('yes', 'no')),
  phrase: fc.option(fc.constantFrom('山田', 'ございます', '営業の電話', 'カタカナとabcを話', 'お断りして')),
  ofOneCustomer: fc.boolean(),
});
type AskedFor = typeof askedFor extends fc.Arbitrary<infer Asked> ? Asked : never;

describe('the history', () => {
  it('has, in pages, exactly the calls that are asked for and may be seen', () => {
    fc.assert(
      fc.property(askedFor, (asked) => {
        using database = openDatabase(':memory:');
        const history = insertRandomHistory(database, asked.seed, 40);
        const store = createCallHistoryStore(database, createInvolvementStore(database, offeredCalls));
        const filter = filterOf(asked, history);
        const agent = asked.viewer === null ? undefined : history.agents[asked.viewer];
        const scope: Scope = agent === undefined ? 'all' : { agentId: agent };

        const found = allPages(store, scope, filter);

        const wanted = history.calls.filter((stored) => isSeen(stored, scope) && isWanted(stored, filter));
        expect(found.toSorted()).toEqual(wanted.map(({ call }) => call.id).toSorted());
        if (filter.phrase === undefined)
          expect(found).toEqual(wanted.toSorted(newestFirst).map(({ call }) => call.id));
        expect(store.count({ scope, filter })).toEqual({ total: wanted.length, totalIs: 'exact' });
      }),
      { numRuns: 150 },
    );
  });

  it('forgets words that were corrected, and finds what stands in their place', () => {
    using database = openDatabase(':memory:');
    const history = insertRandomHistory(database, 1, 1);
    const [stored] = history.calls;
    const store = createCallHistoryStore(database, createInvolvementStore(database, offeredCalls));
    const saying = (phrase: string) => allPages(store, 'all', filterNothing({ phrase }));
    database.query.run(
      `insert into turns (call_id, number, speaker, text, at) values ('${stored?.call.id}', 9, 'ai', '青森です', 1)`,
    );

    database.query.run(`update turns set text = '秋田です' where number = 9`);

    expect([saying('青森'), saying('秋田')]).toEqual([[], [stored?.call.id]]);
  });
});

function filterNothing(filter: Partial<HistoryFilter>): HistoryFilter {
  return { ...historyFilterSchema.parse({}), ...filter };
}

function filterOf(asked: AskedFor, history: RandomHistory): HistoryFilter {
  const at = (day: number) => new Date(historyBegins.getTime() + day * dayMs).toISOString();
  const [from, to] = asked.days ?? [];
  return filterNothing({
    customerId: asked.ofOneCustomer ? history.calls[0]?.call.customerId : undefined,
    agentId: asked.agent === null ? undefined : history.agents[asked.agent],
    campaignId: asked.campaign === null ? undefined : history.campaigns[asked.campaign],
    from: from === undefined ? undefined : at(from),
    to: to === undefined ? undefined : at(to),
    result: asked.result ?? undefined,
    status: asked.status ?? undefined,
    longerThan: asked.longerThan ?? undefined,
    handedOver: asked.handedOver ?? undefined,
    phrase: asked.phrase ?? undefined,
  });
}

function allPages(store: CallHistoryStore, scope: Scope, filter: HistoryFilter): CallId[] {
  const read: CallId[] = [];
  let before: HistoryPosition | null = null;
  for (;;) {
    const page = store.page({ scope, filter, before, limit: 7 });
    const last = page.at(-1);
    if (last === undefined) return read;
    read.push(...page.map(({ id }) => id));
    before = { startedAt: last.startedAt, callId: last.id };
  }
}

function isOf({ call, legs }: StoredCall, agentId: AgentId): boolean {
  return call.ownerId === agentId || legs.some((leg) => leg.agentId === agentId);
}

function isSeen(stored: StoredCall, scope: Scope): boolean {
  return scope === 'all' || stored.call.ownerId === null || isOf(stored, scope.agentId);
}

function isWanted(stored: StoredCall, filter: HistoryFilter): boolean {
  const { call, legs, turns } = stored;
  const { customerId, agentId, campaignId, from, to, result, status, longerThan, handedOver, phrase } =
    filter;
  const talked =
    call.answeredAt != null && legs.some((leg) => leg.kind === 'agent' && !leg.muted && leg.joinedAt != null);
  const seconds =
    call.endedAt == null
      ? null
      : Math.round((call.endedAt.getTime() - (call.answeredAt ?? call.endedAt).getTime()) / 1_000);
  return [
    customerId === undefined || call.customerId === customerId,
    agentId === undefined || isOf(stored, agentId),
    campaignId === undefined || call.campaignId === campaignId,
    from === undefined || call.startedAt >= new Date(from),
    to === undefined || call.startedAt < new Date(to),
    result === undefined || call.result === result,
    status === undefined || call.status === status,
    longerThan === undefined || (seconds !== null && seconds > longerThan),
    handedOver === undefined || talked === (handedOver === 'yes'),
    phrase === undefined || turns.some(({ text }) => searchable(text).includes(searchable(phrase))),
  ].every(Boolean);
}

function newestFirst(a: StoredCall, b: StoredCall): number {
  const apart = b.call.startedAt.getTime() - a.call.startedAt.getTime();
  return apart === 0 ? (a.call.id < b.call.id ? 1 : -1) : apart;
}
