import { QueryClient } from '@tanstack/react-query';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { agentIdSchema } from '../../../backend/contract/ids.ts';
import { blinkMs } from '../../../src-renderer/platform/blink-guard.ts';
import { createLiveUpdates, type LiveUpdates } from '../../../src-renderer/platform/live-updates.ts';
import { queryKeys } from '../../../src-renderer/platform/query-keys.ts';
import { createFakeServer } from '../support/fake-server.ts';
import { type PlayedNetwork, playNetwork } from '../support/played-websocket.ts';
import { callId, raisedAlert, sampleCall, sampleOffer, sampleTurn } from '../support/samples.ts';
import { createTestPlatform, type TestPlatform } from '../support/test-platform.ts';

const me = agentIdSchema.parse('misaki');
const now = '2026-11-20T01:02:05.000Z';
const ready = { type: 'ready', sequence: 7, serverTime: '2026-11-20T01:03:05.000Z' } as const;

describe('createLiveUpdates', () => {
  let network: PlayedNetwork;
  let platform: TestPlatform;
  let cache: QueryClient;
  let live: LiveUpdates;
  let close: () => void;

  beforeEach(async () => {
    network = playNetwork();
    cache = new QueryClient();
    platform = createTestPlatform(createFakeServer({}), now);
    platform.connection.setState({ type: 'connecting' }, true);
    live = createLiveUpdates({ platform, cache, me });
    close = live.open();
    await expect.poll(() => network.addresses.length).toBe(1);
    network.accept();
  });

  afterEach(() => {
    vi.useRealTimers();
    close();
    network.restore();
  });

  it('is live once it has caught up, and takes the server’s time', () => {
    network.tell(ready);

    expect(platform.connection.getState()).toEqual({ type: 'live' });
    expect(platform.clock.now()).toBe(Date.parse(ready.serverTime));
  });

  it('writes events into what is cached', () => {
    cache.setQueryData(queryKeys.activeCalls, []);
    network.tell(ready);

    network.tell({ type: 'event', sequence: 8, event: { type: 'call-started', call: sampleCall(1) } });

    expect(cache.getQueryData(queryKeys.activeCalls)).toEqual([sampleCall(1)]);
  });

  it('replaces what somebody is saying by the turn that it becomes', () => {
    network.tell(ready);
    network.tell({ type: 'partial', partial: { callId, speaker: 'customer', text: 'お電話' } });
    const whileSpeaking = platform.partials.getState()[callId];

    network.tell({ type: 'event', sequence: 8, event: { type: 'transcript-update', turn: sampleTurn(1) } });

    expect(whileSpeaking?.map(({ text }) => text)).toEqual(['お電話']);
    expect(platform.partials.getState()[callId]).toEqual([]);
  });

  it('shows and sounds an alert until it is cleared', () => {
    const { alert, event } = raisedAlert('agent-did-not-arrive', 1);
    network.tell({ type: 'event', sequence: 8, event });
    const whileRaised = platform.alerts.getState();

    network.tell({ type: 'event', sequence: 9, event: { type: 'alert-cleared', alertId: alert.id } });

    expect(whileRaised).toEqual([alert]);
    expect(platform.sounds.played).toEqual(['error']);
    expect(platform.alerts.getState()).toEqual([]);
  });

  it('keeps every alert, because two customers may wait at once, and none for who signs in next', () => {
    const first = raisedAlert('no-agent-available', 1);
    const second = raisedAlert('no-agent-available', 2);
    for (const { event } of [first, second, first]) {
      network.tell({ type: 'event', sequence: 8, event });
    }
    const raised = platform.alerts.getState();

    close();

    expect(raised).toEqual([second.alert, first.alert]);
    expect(platform.alerts.getState()).toEqual([]);
  });

  it('is silent about what concerns another agent alone', () => {
    const { alert } = raisedAlert('agent-did-not-arrive', 1);
    const others = { ...alert, agentId: agentIdSchema.parse('tanaka') };

    network.tell({ type: 'event', sequence: 8, event: { type: 'alert-raised', alert: others } });

    expect(platform.alerts.getState()).toEqual([]);
    expect(platform.sounds.played).toEqual([]);
  });

  it('takes a snapshot for everything that is going on', () => {
    cache.setQueryData(queryKeys.activeCalls, [sampleCall(1)]);
    const alerts = [raisedAlert('no-agent-available', 1).alert, raisedAlert('no-agent-available', 2).alert];

    network.tell({
      type: 'snapshot',
      sequence: 9,
      calls: [sampleCall(2)],
      offers: [sampleOffer()],
      agents: [],
      alerts,
    });

    expect(cache.getQueryData(queryKeys.activeCalls)).toEqual([sampleCall(2)]);
    expect(cache.getQueryData(queryKeys.offers)).toEqual([sampleOffer()]);
    expect(platform.alerts.getState()).toEqual(alerts);
  });

  it('goes on after the last event it saw when the connection breaks', async () => {
    network.tell(ready);
    network.tell({ type: 'event', sequence: 12, event: { type: 'call-started', call: sampleCall(1) } });

    network.breakOff();

    await expect.poll(() => network.addresses.at(-1)).toContain('after=12');
  });

  it('shows nothing of a loss that is mended at once', async () => {
    network.tell(ready);
    const shown: string[] = [];
    platform.connection.subscribe(({ type }) => shown.push(type));
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });

    network.breakOff();
    await vi.advanceTimersByTimeAsync(1_000);
    network.accept();
    network.tell(ready);
    await vi.advanceTimersByTimeAsync(10_000);

    expect(shown.filter((type) => type !== 'live')).toEqual([]);
  });

  it('connects anew when a connection that looks open falls silent', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    network.tell(ready);
    network.tell({ type: 'event', sequence: 12, event: { type: 'call-started', call: sampleCall(1) } });

    for (let beats = 0; beats < 3; beats += 1) {
      network.tell({ type: 'beat' });
      await vi.advanceTimersByTimeAsync(5_000);
    }
    const whileBeating = network.addresses.length;
    await vi.advanceTimersByTimeAsync(8_000);

    expect(whileBeating).toBe(1);
    await expect.poll(() => network.addresses.length).toBe(2);
    expect(network.addresses.at(-1)).toContain('after=12');
  });

  it('expects no beats of a server that knows none', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    network.tell(ready);

    await vi.advanceTimersByTimeAsync(60_000);

    expect(network.addresses).toHaveLength(1);
  });

  it('shows a loss that lasts, since when it began', async () => {
    network.tell(ready);
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });

    network.breakOff();
    await vi.advanceTimersByTimeAsync(1_400);
    const atFirst = platform.connection.getState().type;
    await vi.advanceTimersByTimeAsync(200);

    expect(atFirst).toBe('live');
    expect(platform.connection.getState()).toEqual({ type: 'lost', since: platform.clock.now() - blinkMs });
  });

  it('shows nothing of a new connection after the computer woke up', async () => {
    network.tell(ready);
    const shown: string[] = [];
    platform.connection.subscribe(({ type }) => shown.push(type));

    live.reconnect();
    await expect.poll(() => network.addresses.length).toBe(2);
    network.accept();
    network.tell(ready);

    expect(shown).not.toContain('lost');
  });

  it('asks again after a break what is going on, so that nothing stays that is over', async () => {
    network.tell(ready);
    cache.setQueryData(queryKeys.activeCalls, [sampleCall(1)]);
    cache.setQueryData(queryKeys.offers, [sampleOffer()]);
    network.breakOff();
    await expect.poll(() => network.addresses.length).toBe(2);
    network.accept();

    network.tell(ready);

    const asked = [queryKeys.activeCalls, queryKeys.offers].map((key) => cache.getQueryState(key));
    expect(asked.map((state) => state?.isInvalidated)).toEqual([true, true]);
  });

  it('lets go of what is being said in a call that it may not see any more', () => {
    network.tell(ready);
    network.tell({ type: 'partial', partial: { callId, speaker: 'customer', text: 'お電話' } });

    network.tell({ type: 'event', sequence: 8, event: { type: 'call-hidden', callId } });

    expect(platform.partials.getState()[callId] ?? []).toEqual([]);
  });

  it('tells the server of the softphone, and again after every reconnection', async () => {
    network.tell(ready);
    live.reportSoftphone(true);
    network.breakOff();
    await expect.poll(() => network.addresses.length).toBe(2);

    network.accept();
    network.tell(ready);

    expect(network.sent()).toEqual([{ type: 'softphone', clientId: platform.clientId, registered: true }]);
  });

  it('asks for everything anew when the server says what it cannot read', () => {
    cache.setQueryData(queryKeys.activeCalls, []);
    network.tell(ready);
    cache.setQueryData(queryKeys.activeCalls, []);

    network.tell({ type: 'something-newer' });

    expect(cache.getQueryState(queryKeys.activeCalls)?.isInvalidated).toBe(true);
  });
});
