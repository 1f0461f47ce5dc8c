import type { ClientId } from '../../../backend/contract/ids.ts';
import type { MicrophoneAccess } from '../../platform/microphone.ts';
import type {
  OnCaught,
  OpenVoiceDevice,
  SoundLevels,
  TestLeg,
  VoiceDevice,
  VoiceDeviceOptions,
  VoiceEvent,
  VoiceFailure,
  VoiceLeg,
} from '../../platform/voice-device-port.ts';
import { invitedLine, isTestCall } from './softphone-invitation.ts';
import type { CarrierEffect, LegEffect, SoftphoneEvent } from './softphone-machine.ts';

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
  readonly onCaught: OnCaught;
  readonly onLevels: (levels: SoundLevels) => void;
}

const RETRY_MS = 5_000;

/** How long the person may think about the browser's question for the microphone before their colleagues should know. */
const PERMISSION_MS = 30_000;
/** A token, the device and its registration. A carrier that is down, or that does not like the token, shows in nothing but silence. */
const REGISTRATION_MS = 15_000;

export function createSoftphoneCarrier(options: CarrierOptions): SoftphoneCarrier {
  const { onEvent } = options;
  let device: VoiceDevice | null = null;
  let leg: VoiceLeg | null = null;
  let testLeg: TestLeg | null = null;
  let microphone: string | null = null;
  let retry: ReturnType<typeof setTimeout> | undefined;
  let patience: ReturnType<typeof setTimeout> | undefined;
  /** Aborted when the device that is open, or on its way, is no longer wanted. */
  let wanted = new AbortController();

  const failAfter = (ms: number, reason: VoiceFailure): void => {
    clearTimeout(patience);
    patience = setTimeout(() => onEvent({ type: 'failed', reason }), ms);
  };
  const told = (event: VoiceEvent): void => {
    if (event.type === 'registered') clearTimeout(patience);
    if (event.type === 'rung') leg = event.leg;
    if (event.type === 'test-rung') testLeg = event.leg;
    const translated = translate(event, options);
    if (translated !== null) onEvent(translated);
  };
  const open = async (signal: AbortSignal): Promise<void> => {
    failAfter(PERMISSION_MS, 'microphone-denied');
    const access = await options.requestMicrophone();
    if (signal.aborted) {
      // An answer that came too late for this device is not too late for another.
      if (access === 'granted') onEvent({ type: 'microphone-appeared' });
      return;
    }
    // An agent who cannot be heard must not be rung.
    if (access !== 'granted') return onEvent({ type: 'failed', reason: `microphone-${access}` });

    failAfter(REGISTRATION_MS, 'carrier-unreachable');
    const opened = await options.openDevice(deviceOptions(options, signal, told));
    if (signal.aborted) return opened.close();
    device = opened;
    device.setMicrophone(microphone);
  };
  const openSoon = (): void => {
    wanted = new AbortController();
    const { signal } = wanted;
    open(signal).catch((cause: unknown) => {
      options.onCaught('softphone-not-opened', cause);
      if (!signal.aborted) onEvent({ type: 'failed', reason: 'carrier-unreachable' });
    });
  };
  const close = (): void => {
    clearTimeout(retry);
    clearTimeout(patience);
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
        case 'renew-device':
          device?.renew();
          break;
        case 'retry-soon':
          clearTimeout(retry);
          retry = setTimeout(() => onEvent({ type: 'retry-due' }), RETRY_MS);
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

function deviceOptions(
  { fetchToken, clientId, onLevels, onCaught }: CarrierOptions,
  signal: AbortSignal,
  onEvent: (event: VoiceEvent) => void,
): VoiceDeviceOptions {
  return {
    fetchToken,
    isOurs: (parameters) => invitedLine(parameters, clientId) !== null,
    isTest: (parameters) => isTestCall(parameters, clientId),
    onLevels,
    onCaught,
    onEvent: (event) => {
      if (!signal.aborted) onEvent(event);
    },
  };
}

function translate(event: VoiceEvent, { clientId, now }: CarrierOptions): SoftphoneEvent | null {
  switch (event.type) {
    case 'rung': {
      const line = invitedLine(event.parameters, clientId);
      return line && { type: 'rung', line };
    }
    case 'test-rung':
      return { type: 'test-rung' };
    case 'answered':
      return { type: 'answered', at: now() };
    case 'registered':
    case 'registration-lost':
    case 'line-lost':
    case 'line-restored':
    case 'quality-changed':
    case 'ended':
    case 'test-ended':
    case 'failed':
      return event;
  }
}
