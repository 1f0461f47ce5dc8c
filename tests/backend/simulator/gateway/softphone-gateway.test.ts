import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { LegAudio } from '../../../../backend/simulator/endpoint.ts';
import { createMixer } from '../../../../backend/simulator/media/mixer.ts';
import { createTone } from '../../../../backend/simulator/media/sound-source.ts';
import { patience } from '../../../support/patience.ts';
import { MICROPHONE_HZ } from '../../../support/voice-browser.ts';
import type { SeenCall } from '../seen-call.ts';
import { startVoiceNetwork, tokenFor, type VoiceNetwork } from './voice-network.ts';
import type { VoiceWindow } from './voice-window.ts';

const CUSTOMER_HZ = 1_000;
const NEARLY_HZ = 20;
const AUDIBLE_DB = -40;
const SILENT_DB = -70;
const wait = { ...patience, interval: 50 };
const present = { muted: false, onHold: false, coaching: null };
const silence: LegAudio = { read: () => null, play: () => undefined };

describe('createSoftphoneGateway, with the unmodified Voice SDK in Chromium', () => {
  let network: VoiceNetwork;
  beforeAll(async () => {
    network = await startVoiceNetwork();
  }, 60_000);
  afterAll(() => network[Symbol.asyncDispose]());

  it('carries sound both ways, and silence when muted', async () => {
    using mixer = createMixer();
    const room = mixer.createRoom();
    const agent = await openRegistered(network, 'agent-sound', 'one');
    const customer: LegAudio = { read: createTone(CUSTOMER_HZ, 8_000), play: () => undefined };

    room.join('customer', customer, { muted: false, onHold: false, coaching: null });
    room.join('agent', await answeredBy(agent, network.ring('agent-sound', 'one')), {
      muted: false,
      onHold: false,
      coaching: null,
    });

    const heardByCustomer = (): { levelDb: number; frequencyHz: number | null } | undefined =>
      room.observe('customer')?.heard;
    await vi.waitFor(() => expectSound(heardByCustomer(), MICROPHONE_HZ), wait);
    await vi.waitFor(async () => expectSound(await agent.heard(), CUSTOMER_HZ), wait);

    await agent.do('mute(true)');
    await vi.waitFor(() => expect(heardByCustomer()?.levelDb).toBeLessThan(SILENT_DB), wait);
    expectSound(await agent.heard(), CUSTOMER_HZ);

    await agent.do('mute(false)');
    await vi.waitFor(() => expectSound(heardByCustomer(), MICROPHONE_HZ), wait);

    room.update('agent', { onHold: true });
    await vi.waitFor(() => expect(heardByCustomer()?.levelDb).toBeLessThan(SILENT_DB), wait);
    await agent.close();
  }, 60_000);

  it('passes on telephone keys, once each', async () => {
    const agent = await openRegistered(network, 'agent-keys', 'one');
    const seen = network.ring('agent-keys', 'one');
    await answeredBy(agent, seen);

    await agent.do(`press('15#')`);

    await vi.waitFor(
      () => expect(seen.happened.slice(2)).toEqual(['pressed 1', 'pressed 5', 'pressed #']),
      wait,
    );
    await agent.close();
  }, 60_000);

  it('is reached by a call during a test call, which gives way to it', async () => {
    using mixer = createMixer();
    const room = mixer.createRoom();
    const agent = await openRegistered(network, 'agent-test', 'one');
    const test = network.ringForTest('agent-test', 'one');
    await vi.waitFor(async () => expect(await timesOf(agent, 'test-rung')).toBe(1), wait);
    await agent.do('answerTest()');
    await vi.waitFor(() => expect(test.happened).toContain('answered'), wait);

    const call = network.ring('agent-test', 'one');
    await vi.waitFor(async () => expect(await timesOf(agent, 'rung')).toBe(1), wait);
    await agent.do('hangUpTest()');
    await agent.do('answer()');

    await vi.waitFor(() => expect(test.happened).toContain('hung up'), wait);
    await vi.waitFor(async () => expect(await timesOf(agent, 'answered')).toBe(1), wait);
    expect(await agent.events()).toEqual(['registered', 'test-rung', 'rung', 'test-ended', 'answered']);
    room.join('customer', { read: createTone(CUSTOMER_HZ, 8_000), play: () => undefined }, present);
    room.join('agent', call.audio() ?? silence, present);
    await vi.waitFor(() => expectSound(room.observe('customer')?.heard, MICROPHONE_HZ), wait);
    await vi.waitFor(async () => expectSound(await agent.heard(), CUSTOMER_HZ), wait);
    await agent.close();
  }, 60_000);

  it('tells each side that the other hung up', async () => {
    const agent = await openRegistered(network, 'agent-end', 'one');
    const first = network.ring('agent-end', 'one');
    await answeredBy(agent, first);
    await agent.do('hangUp()');
    await vi.waitFor(() => expect(first.happened).toEqual(['ringing', 'answered', 'hung up']), wait);

    const second = network.ring('agent-end', 'one');
    await answeredBy(agent, second, 2);
    second.call.end();

    await vi.waitFor(async () => expect(await timesOf(agent, 'ended')).toBe(2), wait);
    expect(second.happened).toEqual(['ringing', 'answered']);
    await agent.close();
  }, 60_000);

  it('hangs up when the window is closed', async () => {
    const agent = await openRegistered(network, 'agent-gone', 'one');
    const seen = network.ring('agent-gone', 'one');
    await answeredBy(agent, seen);

    await agent.close();

    await vi.waitFor(() => expect(seen.happened).toContain('hung up'), wait);
  }, 60_000);

  it('keeps the call, and its sound, when the signalling is lost and comes back', async () => {
    using mixer = createMixer();
    const room = mixer.createRoom();
    const agent = await openRegistered(network, 'agent-drop', 'one');
    const seen = network.ring('agent-drop', 'one');
    room.join('agent', await answeredBy(agent, seen), { muted: false, onHold: false, coaching: null });

    await agent.do('dropSocket()');
    await vi.waitFor(async () => expect(await timesOf(agent, 'line-restored')).toBe(1), wait);

    await vi.waitFor(() => expectSound(room.observe('agent')?.said, MICROPHONE_HZ), wait);
    await agent.do('hangUp()');
    await vi.waitFor(() => expect(seen.happened).toEqual(['ringing', 'answered', 'hung up']), wait);
    expect(await agent.events()).not.toContain('line-lost');
    await agent.close();
  }, 60_000);

  it('rings all windows of an identity, gives the call to the one it is for, and lets the other be rung again', async () => {
    const one = await openRegistered(network, 'agent-two', 'one');
    const other = await openRegistered(network, 'agent-two', 'other');

    const first = network.ring('agent-two', 'one');
    await answeredBy(one, first);
    first.call.end();
    const second = network.ring('agent-two', 'other');
    await answeredBy(other, second);

    expect(await timesOf(one, 'rung')).toBe(1);
    expect(await timesOf(other, 'rung')).toBe(1);
    await Promise.all([one.close(), other.close()]);
  }, 60_000);

  it('cancels the ringing when the caller gives up, and rings anew', async () => {
    const agent = await openRegistered(network, 'agent-cancel', 'one');
    const canceled = network.ring('agent-cancel', 'one');
    await vi.waitFor(async () => expect(await agent.events()).toContain('rung'), wait);

    canceled.call.end();

    await vi.waitFor(async () => expect(await agent.events()).toContain('ended'), wait);
    await answeredBy(agent, network.ring('agent-cancel', 'one'), 2);
    await agent.close();
  }, 60_000);

  it('does not find an identity under which nobody registered', async () => {
    const seen = network.ring('agent-nobody', 'one');

    await vi.waitFor(() => expect(seen.happened).toEqual(['refused: no-answer']), wait);
  });

  it('refuses a token that somebody else signed', async () => {
    const [header = '', payload = ''] = tokenFor('agent-forged').split('.');
    const forged = `${header}.${payload}.${'A'.repeat(43)}`;

    const agent = await network.openWindow({
      identity: 'agent-forged',
      windowName: 'one',
      token: () => forged,
    });

    await vi.waitFor(async () => expect(await agent.events()).toContain('failed: token-refused'), wait);
    expect(await agent.events()).not.toContain('registered');
    await agent.close();
  }, 60_000);

  it('lets a device register again with a fresh token after the first one ran out', async () => {
    const agent = await network.openWindow({
      identity: 'agent-renew',
      windowName: 'one',
      token: () => tokenFor('agent-renew', 2_000),
    });
    await vi.waitFor(async () => expect(await agent.events()).toContain('registration-lost'), wait);

    await agent.do(`renewWith('${tokenFor('agent-renew')}')`);

    await vi.waitFor(async () => expect(await timesOf(agent, 'registered')).toBe(2), wait);
    await agent.close();
  }, 60_000);
});

async function openRegistered(
  network: VoiceNetwork,
  identity: string,
  windowName: string,
): Promise<VoiceWindow> {
  const opened = await network.openWindow({ identity, windowName });
  await vi.waitFor(async () => expect(await opened.events()).toContain('registered'), wait);
  return opened;
}

/** `times`: how often this window will have been rung by then. */
async function answeredBy(agent: VoiceWindow, seen: SeenCall, times = 1): Promise<LegAudio> {
  await vi.waitFor(async () => expect(await timesOf(agent, 'rung')).toBe(times), wait);
  await agent.do('answer()');
  return vi.waitFor(() => {
    const audio = seen.audio();
    if (audio === null) throw new Error('not answered yet');
    return audio;
  }, wait);
}

async function timesOf(agent: VoiceWindow, event: string): Promise<number> {
  return (await agent.events()).filter((seen) => seen === event).length;
}

function expectSound(
  sound: { readonly levelDb: number; readonly frequencyHz: number | null } | null | undefined,
  frequencyHz: number,
): void {
  expect(sound?.levelDb).toBeGreaterThan(AUDIBLE_DB);
  expect(Math.abs((sound?.frequencyHz ?? 0) - frequencyHz)).toBeLessThanOrEqual(NEARLY_HZ);
}
