import { clientIdSchema } from '../../../backend/contract/ids.ts';
import {
  createSoftphoneStore,
  type SoftphoneStore,
} from '../../../src-renderer/features/softphone/softphone-store.ts';
import type {
  VoiceDeviceOptions,
  VoiceEvent,
  VoiceLeg,
} from '../../../src-renderer/platform/voice-device-port.ts';
import { callId, idOf } from './samples.ts';

const clientId = clientIdSchema.parse('1f0e1c5a-6f0a-4a3e-9a52-0c8f4a8f4b11');

/** A softphone, switched on, whose carrier the test plays. */
export interface PlayedSoftphone {
  readonly store: SoftphoneStore;
  /** What was done with the leg. */
  readonly leg: readonly string[];
  tell(event: VoiceEvent): void;
  /** Registers, rings with the sample call, and connects. */
  connect(): void;
}

export async function playSoftphone(): Promise<PlayedSoftphone> {
  const leg: string[] = [];
  const { promise: opened, resolve: open } = Promise.withResolvers<VoiceDeviceOptions>();
  const store = createSoftphoneStore({
    clientId,
    fetchToken: async () => 'token',
    openDevice: async (options) => {
      open(options);
      return { setMicrophone: () => undefined, renew: () => undefined, close: () => undefined };
    },
    onRegistrationChange: () => undefined,
    onCaught: () => undefined,
    microphones: {
      request: async () => 'granted',
      watch: (onChange) => {
        onChange([{ deviceId: 'desk', label: '卓上マイク' }]);
        return () => undefined;
      },
    },
    memory: { recall: () => null, remember: () => undefined },
    now: () => new Date('2026-11-20T01:02:00.000Z'),
  });
  store.switchOn();
  const { onEvent } = await opened;

  return {
    store,
    leg,
    tell: onEvent,
    connect: () => {
      onEvent({ type: 'registered' });
      onEvent({
        type: 'rung',
        leg: recordedLeg(leg),
        parameters: { clientId, callId, legId: idOf('leg', 1), handoffId: idOf('handoff', 1) },
      });
      onEvent({ type: 'answered' });
    },
  };
}

function recordedLeg(done: string[]): VoiceLeg {
  return {
    answer: () => done.push('answered'),
    mute: (muted) => done.push(muted ? 'muted' : 'unmuted'),
    press: (digits) => done.push(`pressed ${digits}`),
    hangUp: () => done.push('hung up'),
  };
}
