import { z } from 'zod';
import {
  type ClientId,
  callIdSchema,
  clientIdSchema,
  handoffIdSchema,
  legIdSchema,
} from '../../../backend/contract/ids.ts';
import type { MicrophoneAccess } from '../../platform/microphone.ts';
import type {
  LegParameters,
  OpenVoiceDevice,
  SoundLevels,
  TestLeg,
  VoiceDevice,
  VoiceEvent,
  VoiceLeg,
} from '../../platform/voice-device-port.ts';
import type { CarrierEffect, LegEffect, Line, SoftphoneEvent } from './softphone-machine.ts';

/** Carries out the machine's effects on the carrier's device, and tells it what comes of them. */
export interface SoftphoneCarrier {
  run(effect: CarrierEffect): void;
  setMicrophone(deviceId: string | null): void;
}

export interface CarrierOptions {
  readonly clientId: ClientId;
  readonly fetchToken: () => Promise<string>;
  readonly openDevice: OpenVoiceDevice;
  readonly requestMicrophone: () => Promise<MicrophoneAccess>;
  readonly now: () => Date;
  readonly onEvent: (event: SoftphoneEvent) => void;
  readonly onLevels: (levels: SoundLevels) => void;
}

const RETRY_MS = 5_000;

/** What the server writes on the invitation of an agent's leg. */
const invitationSchema = z.object({
  clientId: clientIdSchema,
  callId: callIdSchema,
  legId: legIdSchema,
  handoffId: handoffIdSchema.optional(),
});

/** The same of a test call. */
const testSchema = z.object({ clientId: clientIdSchema, testCallId: z.uuid() });

type Rung = Extract<VoiceEvent, { readonly type: 'rung' | 'test-rung' }>;

export function createSoftphoneCarrier(options: CarrierOptions): SoftphoneCarrier {
  const { onEvent } = options;
  let device: VoiceDevice | null = null;
  let leg: VoiceLeg | null = null;
  let testLeg: TestLeg | null = null;
  let microphone: string | null = null;
  let retry: ReturnType<typeof setTimeout> | undefined;
  /** Aborted when the device that is open, or on its way, is no longer wanted. */
  let wanted = new AbortController();

  const open = async (signal: AbortSignal): Promise<void> => {
    const opened = await openDevice(options, signal, (event) => {
      if (event.type === 'rung') leg = event.leg;
      else testLeg = event.leg;
    });
    if (signal.aborted) {
      opened?.close();
      return;
    }
    device = opened;
    device?.setMicrophone(microphone);
  };
  const openSoon = (): void => {
    wanted = new AbortController();
    const { signal } = wanted;
    open(signal).catch(() => {
      if (!signal.aborted) onEvent({ type: 'failed', reason: 'carrier-unreachable' });
    });
  };
  const close = (): void => {
    clearTimeout(retry);
    wanted.abort();
    device?.close();
    device = null;
    leg = null;
    testLeg = null;
  };

  return {
    run: (effect) => {
      switch (effect.type) {
        case 'open-device':
          openSoon();
          break;
        case 'close-device':
          close();
          break;
        case 'retry-soon':
          retry = setTimeout(() => onEvent({ type: 'retry-chosen' }), RETRY_MS);
          break;
        case 'answer-test':
          testLeg?.answer();
          break;
        case 'hang-up-test':
          testLeg?.hangUp();
          break;
        default:
          if (leg !== null) runOnLeg(leg, effect);
      }
    },
    setMicrophone: (deviceId) => {
      microphone = deviceId;
      device?.setMicrophone(deviceId);
    },
  };
}

function runOnLeg(leg: VoiceLeg, effect: LegEffect): void {
  switch (effect.type) {
    case 'answer':
      leg.answer();
      break;
    case 'set-mute':
      leg.mute(effect.muted);
      break;
    case 'send-digit':
      leg.press(effect.digit);
      break;
    case 'hang-up':
      leg.hangUp();
      break;
  }
}

/** Null when there is no microphone to speak into: an agent who cannot be heard must not be rung. */
async function openDevice(
  { requestMicrophone, openDevice: open, fetchToken, clientId, now, onEvent, onLevels }: CarrierOptions,
  signal: AbortSignal,
  onRung: (event: Rung) => void,
): Promise<VoiceDevice | null> {
  const access = await requestMicrophone();
  if (signal.aborted) return null;
  if (access !== 'granted') {
    onEvent({ type: 'failed', reason: `microphone-${access}` });
    return null;
  }
  return open({
    fetchToken,
    isOurs: (parameters) => lineOf(parameters, clientId) !== null,
    isTest: (parameters) => {
      const test = testSchema.safeParse(parameters);
      return test.success && test.data.clientId === clientId;
    },
    onLevels,
    onEvent: (event) => {
      if (signal.aborted) return;
      if (event.type === 'rung' || event.type === 'test-rung') onRung(event);
      const translated = translate(event, clientId, now);
      if (translated !== null) onEvent(translated);
    },
  });
}

function translate(event: VoiceEvent, clientId: ClientId, now: () => Date): SoftphoneEvent | null {
  switch (event.type) {
    case 'rung': {
      const line = lineOf(event.parameters, clientId);
      return line && { type: 'rung', line };
    }
    case 'test-rung':
      return { type: 'test-rung' };
    case 'answered':
      return { type: 'answered', at: now() };
    case 'registered':
    case 'interrupted':
    case 'restored':
    case 'quality-changed':
    case 'ended':
    case 'test-ended':
    case 'failed':
      return event;
  }
}

/** Null for a leg that another window of the same agent has to answer. */
function lineOf(parameters: LegParameters, clientId: ClientId): Line | null {
  const invitation = invitationSchema.safeParse(parameters);
  if (!invitation.success || invitation.data.clientId !== clientId) return null;
  const { callId, legId, handoffId } = invitation.data;
  return { callId, legId, handoffId: handoffId ?? null };
}
