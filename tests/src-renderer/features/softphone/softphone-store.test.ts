import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { callIdSchema, clientIdSchema, legIdSchema } from '../../../../backend/contract/ids.ts';
import {
  createSoftphoneStore,
  type SoftphoneStore,
} from '../../../../src-renderer/features/softphone/softphone-store.ts';
import type { MicrophoneAccess } from '../../../../src-renderer/platform/microphone.ts';
import type { VoiceDeviceOptions, VoiceEvent } from '../../../../src-renderer/platform/voice-device-port.ts';

const clientId = clientIdSchema.parse('1f0e1c5a-6f0a-4a3e-9a52-0c8f4a8f4b11');
const invitation = {
  clientId,
  callId: `call_${'0'.repeat(20)}`,
  legId: `leg_${'0'.repeat(20)}`,
  handoffId: `handoff_${'0'.repeat(20)}`,
};

/** A carrier that the test plays: what it was told, and its way to tell the softphone. */
interface Carrier {
  readonly store: SoftphoneStore;
  readonly told: string[];
  readonly reported: boolean[];
  opened(): VoiceDeviceOptions;
  tell(event: VoiceEvent): void;
  ring(parameters: Record<string, string>): void;
}

function carrier(access: MicrophoneAccess | Promise<MicrophoneAccess> = 'granted'): Carrier {
  const told: string[] = [];
  const reported: boolean[] = [];
  const devices: VoiceDeviceOptions[] = [];
  const store = createSoftphoneStore({
    clientId,
    fetchToken: async () => 'token',
    openDevice: async (options) => {
      devices.push(options);
      return {
        setMicrophone: (deviceId) => told.push(`microphone ${deviceId}`),
        renew: () => told.push('renew'),
        close: () => told.push('close'),
      };
    },
    onRegistrationChange: (registered) => reported.push(registered),
    onCaught: (what) => told.push(what),
    microphones: { request: async () => access, watch: () => () => {} },
    memory: { recall: () => 'headset', remember: (deviceId) => told.push(`remember ${deviceId}`) },
    now: () => new Date('2026-11-02T01:00:00Z'),
  });
  const opened = (): VoiceDeviceOptions => {
    const device = devices.at(-1);
    if (device === undefined) throw new Error('no device was opened');
    return device;
  };
  const leg = {
    answer: () => told.push('answer'),
    mute: (muted: boolean) => told.push(`mute ${muted}`),
    press: (digits: string) => told.push(`press ${digits}`),
    hangUp: () => told.push('hang up'),
  };
  return {
    store,
    told,
    reported,
    opened,
    tell: (event) => opened().onEvent(event),
    ring: (parameters) => opened().onEvent({ type: 'rung', leg, parameters }),
  };
}

async function registered(access?: MicrophoneAccess): Promise<Carrier> {
  const seen = carrier(access);
  seen.store.switchOn();
  await vi.waitFor(() => seen.opened());
  seen.tell({ type: 'registered' });
  return seen;
}

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
});
afterEach(() => {
  vi.useRealTimers();
});

describe('createSoftphoneStore', () => {
  it('answers a test call for this window, which gives way to a call', async () => {
    const seen = await registered();
    const leg = {
      answer: () => seen.told.push('answer the test'),
      hangUp: () => {
        seen.told.push('hang up on the test');
        seen.tell({ type: 'test-ended', registered: true });
      },
    };
    const test = { clientId, testCallId: '0c8f4a8f-6f0a-4a3e-9a52-1f0e1c5a4b11' };

    seen.tell({ type: 'test-rung', leg });
    seen.ring(invitation);

    expect(seen.opened().isTest(test)).toBe(true);
    expect(seen.opened().isTest({ ...test, clientId: 'another' })).toBe(false);
    expect(seen.opened().isTest(invitation)).toBe(false);
    expect(seen.told).toEqual(['microphone headset', 'answer the test', 'hang up on the test', 'answer']);
    expect(seen.store.getState().state.phase).toBe('connecting');
  });

  it('registers with the microphone chosen before, and answers its leg', async () => {
    const seen = await registered();

    seen.ring(invitation);
    seen.tell({ type: 'answered' });

    expect(seen.told).toEqual(['microphone headset', 'answer']);
    expect(seen.reported).toEqual([false, true]);
    expect(seen.store.getState().state).toMatchObject({
      phase: 'on-call',
      muted: false,
      line: { callId: invitation.callId, handoffId: invitation.handoffId },
    });
  });

  it('renews its token in a call after the computer slept, and gives up a line that the server has not', async () => {
    const seen = await registered();
    seen.ring(invitation);
    seen.tell({ type: 'answered' });

    seen.store.actions.wake();
    const afterWaking = seen.store.getState().state.phase;
    seen.store.actions.disownLine(legIdSchema.parse(invitation.legId));

    expect(afterWaking).toBe('on-call');
    expect(seen.told).toEqual(['microphone headset', 'answer', 'renew', 'hang up', 'close']);
    expect(seen.store.getState().state).toEqual({ phase: 'registering' });
  });

  it('tells the log why no device could be opened', async () => {
    const caught: string[] = [];
    const store = createSoftphoneStore({
      clientId,
      fetchToken: async () => 'token',
      openDevice: async () => {
        throw new Error('no answer');
      },
      onRegistrationChange: () => undefined,
      onCaught: (what, cause) => caught.push(`${what}: ${cause}`),
      microphones: { request: async () => 'granted', watch: () => () => {} },
      memory: { recall: () => null, remember: () => undefined },
      now: () => new Date('2026-11-02T01:00:00Z'),
    });

    store.switchOn();
    await vi.waitFor(() => expect(store.getState().state.phase).toBe('failed'));

    expect(caught).toEqual(['softphone-not-opened: Error: no answer']);
  });

  it('gives up when neither a token nor a device comes, and begins anew on request', async () => {
    const seen = carrier();
    seen.store.switchOn();
    await vi.waitFor(() => seen.opened());

    seen.store.actions.retry();
    const whileOpening = seen.store.getState().state;
    await vi.advanceTimersByTimeAsync(15_000);
    const givenUp = seen.store.getState().state;
    await vi.advanceTimersByTimeAsync(5_000);

    expect(whileOpening).toEqual({ phase: 'registering' });
    expect(givenUp).toEqual({ phase: 'failed', reason: 'carrier-unreachable' });
    expect(seen.store.getState().state).toEqual({ phase: 'registering' });
  });

  it('says that the microphone is not allowed while nobody answers that question, and goes on when they do', async () => {
    const { promise: asked, resolve: answer } = Promise.withResolvers<MicrophoneAccess>();
    const seen = carrier(asked);
    seen.store.switchOn();

    await vi.advanceTimersByTimeAsync(30_000);
    const unanswered = seen.store.getState().state;
    answer('granted');
    await vi.waitFor(() => seen.opened());

    expect(unanswered).toEqual({ phase: 'failed', reason: 'microphone-denied' });
    expect(seen.store.getState().state).toEqual({ phase: 'registering' });
  });

  it('is patient for ever once it is registered', async () => {
    const seen = await registered();

    await vi.advanceTimersByTimeAsync(60_000);

    expect(seen.store.getState().state).toEqual({ phase: 'ready' });
  });

  it('leaves legs that are for another window, or for nobody we know, alone', async () => {
    const seen = await registered();
    const { isOurs } = seen.opened();

    expect(isOurs(invitation)).toBe(true);
    expect(isOurs({ ...invitation, clientId: '2f0e1c5a-6f0a-4a3e-9a52-0c8f4a8f4b11' })).toBe(false);
    expect(isOurs({ ...invitation, callId: 'nonsense' })).toBe(false);
    expect(isOurs({})).toBe(false);
  });

  it('takes a leg of a call dialled by hand, which has no handoff', async () => {
    const seen = await registered();
    const { handoffId: _none, ...byHand } = invitation;

    seen.ring(byHand);

    expect(seen.store.getState().state).toMatchObject({ phase: 'connecting', line: { handoffId: null } });
  });

  it('does what the agent asks for', async () => {
    const seen = await registered();
    seen.ring(invitation);
    seen.tell({ type: 'answered' });
    seen.told.length = 0;

    seen.store.actions.mute(true);
    seen.store.actions.press('5');
    seen.store.actions.chooseMicrophone(null);
    seen.store.actions.hangUp(callIdSchema.parse(invitation.callId));

    expect(seen.told).toEqual(['mute true', 'press 5', 'remember null', 'microphone null', 'hang up']);
  });

  it('is not registered without a microphone, because nobody would hear the agent', async () => {
    const seen = carrier('denied');

    seen.store.switchOn();

    await vi.waitFor(() =>
      expect(seen.store.getState().state).toEqual({ phase: 'failed', reason: 'microphone-denied' }),
    );
    expect(() => seen.opened()).toThrow('no device was opened');
    expect(seen.reported).not.toContain(true);
  });

  it('opens the device anew some seconds after the carrier could not be reached', async () => {
    const seen = await registered();
    const first = seen.opened();

    seen.tell({ type: 'failed', reason: 'carrier-unreachable' });
    vi.advanceTimersByTime(5_000);

    await vi.waitFor(() => expect(seen.opened()).not.toBe(first));
    expect(seen.store.getState().state).toEqual({ phase: 'registering' });
  });

  it('tells of a line that does not come back, after a time that begins anew with each loss', async () => {
    const seen = await registered();
    const lost: string[] = [];
    seen.store.onLineLost((callId) => lost.push(callId));
    seen.ring(invitation);
    seen.tell({ type: 'answered' });
    seen.tell({ type: 'line-lost' });
    vi.advanceTimersByTime(30_000);
    seen.tell({ type: 'line-restored' });
    seen.tell({ type: 'line-lost' });

    vi.advanceTimersByTime(39_000);
    const before = [...lost];
    vi.advanceTimersByTime(1_000);

    expect([before, lost]).toEqual([[], [invitation.callId]]);
    expect(seen.told).toContain('hang up');
  });

  it('hears nothing more from a device that it has closed', async () => {
    const seen = await registered();

    seen.store.switchOff();
    seen.tell({ type: 'registered' });
    seen.ring(invitation);

    expect(seen.store.getState().state).toEqual({ phase: 'off' });
    expect(seen.told).toEqual(['microphone headset', 'close']);
  });

  it('passes sound levels on until the listener leaves', async () => {
    const seen = await registered();
    const heard: number[] = [];
    const leave = seen.store.onLevels(({ microphone }) => heard.push(microphone));

    seen.opened().onLevels({ microphone: 0.5, speaker: 0 });
    leave();
    seen.opened().onLevels({ microphone: 0.9, speaker: 0 });

    expect(heard).toEqual([0.5]);
  });
});
