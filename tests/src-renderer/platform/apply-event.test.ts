import { QueryClient, QueryObserver } from '@tanstack/react-query';
import { describe, expect, it } from 'vitest';
import type { AgentProfile } from '../../../backend/contract/agents.ts';
import type { CallRecord, CallSession } from '../../../backend/contract/calls.ts';
import { agentIdSchema } from '../../../backend/contract/ids.ts';
import { applyEvent } from '../../../src-renderer/platform/apply-event.ts';
import { queryKeys } from '../../../src-renderer/platform/query-keys.ts';
import {
  callId,
  idOf,
  sampleCall,
  sampleCustomer,
  sampleHandoff,
  sampleOffer,
  sampleProfile,
  sampleRecord,
  sampleStatus,
  sampleTurn,
} from '../support/samples.ts';

const me = agentIdSchema.parse('misaki');

describe('applyEvent', () => {
  it('keeps a call that has just ended in the list, and lets go of it a minute later', () => {
    const cache = new QueryClient();
    cache.setQueryData(queryKeys.activeCalls, [sampleCall(1), sampleCall(2)]);
    const ended = sampleCall(1, { status: 'completed', endedAt: '2026-11-20T01:05:00.000Z' });
    const spoken = sampleCall(2, { lastTurn: sampleTurn(1, { at: '2026-11-20T01:06:01.000Z' }) });

    applyEvent(cache, me, { type: 'call-ended', call: ended });
    const justThen = cache.getQueryData<CallSession[]>(queryKeys.activeCalls);
    applyEvent(cache, me, { type: 'call-updated', call: spoken });

    expect(justThen).toEqual([ended, sampleCall(2)]);
    expect(cache.getQueryData(queryKeys.activeCalls)).toEqual([spoken]);
  });

  it('does not put a call into the list that was over before it was known', () => {
    const cache = new QueryClient();
    cache.setQueryData(queryKeys.activeCalls, []);

    applyEvent(cache, me, { type: 'call-ended', call: sampleCall(1, { status: 'completed' }) });

    expect(cache.getQueryData(queryKeys.activeCalls)).toEqual([]);
  });

  it('puts a turn into the record once, in its place, and into the list as last words', () => {
    const cache = new QueryClient();
    cache.setQueryData(queryKeys.activeCalls, [sampleCall(1)]);
    cache.setQueryData(queryKeys.call(callId), sampleRecord({ turns: [sampleTurn(1), sampleTurn(3)] }));

    applyEvent(cache, me, { type: 'transcript-update', turn: sampleTurn(2) });
    applyEvent(cache, me, { type: 'transcript-update', turn: sampleTurn(2) });

    const record = cache.getQueryData<CallRecord>(queryKeys.call(callId));
    expect(record?.turns.map(({ number }) => number)).toEqual([1, 2, 3]);
    expect(cache.getQueryData<CallSession[]>(queryKeys.activeCalls)?.[0]?.lastTurn?.number).toBe(2);
  });

  it('shows an offer to the agent whom it is made to, and to nobody else', () => {
    const cache = new QueryClient();
    cache.setQueryData(queryKeys.offers, []);

    applyEvent(cache, me, { type: 'handoff-offered', offer: sampleOffer({ agentId: 'kenta' }) });
    applyEvent(cache, me, { type: 'handoff-offered', offer: sampleOffer() });

    expect(cache.getQueryData(queryKeys.offers)).toEqual([sampleOffer()]);
  });

  it('takes an offer away as soon as it is no longer open', () => {
    const cache = new QueryClient();
    const other = sampleOffer({ id: idOf('offer', 2), handoffId: idOf('handoff', 2) });
    cache.setQueryData(queryKeys.offers, [sampleOffer(), other]);

    applyEvent(cache, me, { type: 'handoff-updated', handoff: sampleHandoff({ status: 'withdrawn' }) });

    expect(cache.getQueryData(queryKeys.offers)).toEqual([other]);
  });

  it('changes the agent’s own presence in the profile', () => {
    const cache = new QueryClient();
    cache.setQueryData(queryKeys.profile, sampleProfile());
    const status = sampleStatus({ presence: 'on-call' });

    applyEvent(cache, me, { type: 'agent-status-changed', status });

    expect(cache.getQueryData(queryKeys.profile)).toEqual({ ...sampleProfile(), status });
  });

  it('asks for the profile again when a presence has changed while an answer was on its way', async () => {
    const cache = new QueryClient();
    const status = sampleStatus({ presence: 'available' });
    const before = { ...sampleProfile(), status: sampleStatus({ presence: 'offline' }) };
    const late = Promise.withResolvers<AgentProfile>();
    const answers = [late.promise, Promise.resolve({ ...sampleProfile(), status })];
    const observer = new QueryObserver<AgentProfile>(cache, {
      queryKey: queryKeys.profile,
      queryFn: () => answers.shift() ?? Promise.reject(new Error('asked once too often')),
      retry: false,
    });
    const stop = observer.subscribe(() => undefined);

    applyEvent(cache, me, { type: 'agent-status-changed', status });
    late.resolve(before);

    await expect
      .poll(() => cache.getQueryData<AgentProfile>(queryKeys.profile)?.status.presence)
      .toBe('available');
    stop();
  });

  it('adds a colleague who is new, and takes one away whose account was disabled', () => {
    const cache = new QueryClient();
    const [known, added] = [sampleStatus(), sampleStatus({ agentId: 'kenta' })];
    cache.setQueryData(queryKeys.agents, [known]);

    applyEvent(cache, me, { type: 'agent-status-changed', status: added });
    const after = cache.getQueryData(queryKeys.agents);
    applyEvent(cache, me, { type: 'agent-removed', agentId: added.agentId });

    expect([after, cache.getQueryData(queryKeys.agents)]).toEqual([[known, added], [known]]);
  });

  it('changes a customer in every list', () => {
    const cache = new QueryClient();
    const page = { customers: [sampleCustomer(1), sampleCustomer(2)], total: 2 };
    cache.setQueryData(queryKeys.customerList({}), { pages: [page], pageParams: [0] });
    const blocked = sampleCustomer(2, { doNotCall: true });

    applyEvent(cache, me, { type: 'customer-updated', customer: blocked });

    expect(cache.getQueryData(queryKeys.customerList({}))).toEqual({
      pages: [{ customers: [sampleCustomer(1), blocked], total: 2 }],
      pageParams: [0],
    });
  });

  it('lets go of a call that the agent may not see any more, wherever it is shown', () => {
    const cache = new QueryClient();
    cache.setQueryData(queryKeys.activeCalls, [sampleCall(1), sampleCall(2)]);
    cache.setQueryData(queryKeys.offers, [sampleOffer()]);
    cache.setQueryData(queryKeys.call(callId), sampleRecord());
    cache.setQueryData(queryKeys.historyOf({}), pagesOf(sampleCall(1), sampleCall(2)));

    applyEvent(cache, me, { type: 'call-hidden', callId });

    expect(cache.getQueryData(queryKeys.activeCalls)).toEqual([sampleCall(2)]);
    expect(cache.getQueryData(queryKeys.offers)).toEqual([]);
    expect(cache.getQueryData(queryKeys.call(callId))).toBeUndefined();
    expect(cache.getQueryData(queryKeys.historyOf({}))).toEqual(pagesOf(sampleCall(2)));
  });

  it('tells an offer that is still open what has become of its reason', () => {
    const cache = new QueryClient();
    cache.setQueryData(queryKeys.offers, [sampleOffer()]);
    const { id, agentId, offeredAt, deadline } = sampleOffer();
    const asked = { id, agent: { id: agentId, name: '佐藤' }, status: 'open', declineReason: null };
    const offers = [{ ...asked, offeredAt, deadline, respondedAt: null }];
    const handoff = sampleHandoff({ urgency: 'connect', connectReason: 'person-on-line', offers });

    applyEvent(cache, me, { type: 'handoff-updated', handoff });

    expect(cache.getQueryData(queryKeys.offers)).toMatchObject([
      { urgency: 'connect', reason: 'person-on-line' },
    ]);
  });

  it('keeps the history as the calls are, and asks for it again when one begins or ends', () => {
    const cache = new QueryClient();
    const talking = sampleCall(1, { status: 'human-connected' });
    cache.setQueryData(queryKeys.historyOf({}), pagesOf(sampleCall(1)));

    applyEvent(cache, me, { type: 'call-updated', call: talking });
    const state = cache.getQueryState(queryKeys.historyOf({}));
    const whileTalking = [state?.data, state?.isInvalidated];
    applyEvent(cache, me, { type: 'call-started', call: sampleCall(2) });

    expect(whileTalking).toEqual([pagesOf(talking), false]);
    expect(cache.getQueryState(queryKeys.historyOf({}))?.isInvalidated).toBe(true);
  });
});

function pagesOf(...calls: readonly CallSession[]) {
  return { pages: [{ calls: [...calls], next: null }], pageParams: [null] };
}
