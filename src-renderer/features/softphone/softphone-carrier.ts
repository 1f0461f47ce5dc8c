import type { ClientId } from '../../../backend/contract/ids.ts';
import type { MicrophoneAccess } from '../../platform/microphone.ts';
import type {
  OnCaught,
  OpenVoiceDevice,
  SoundLevels,
  TestLeg,
  VoiceEvent,
  VoiceLeg,
} from '../../platform/voice-device-port.ts';
import { holdDevice } from './softphone-device.ts';
import { invitedLine } from './softphone-invitation.ts';
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
/** Longer than the SDK itself takes to give up a call whose signalling is gone (30 s), which says more of why. */
const LINE_MS = 40_000;

export function createSoftphoneCarrier(options: CarrierOptions): SoftphoneCarrier {
  const { onEvent } = options;
  let leg: VoiceLeg | null = null;
  let testLeg: TestLeg | null = null;
  let retry: ReturnType<typeof setTimeout> | undefined;
  let lineWait: ReturnType<typeof setTimeout> | undefined;

  const device = holdDevice(options, (event) => {
    if (event.type === 'rung') leg = event.leg;
    if (event.type === 'test-rung') testLeg = event.leg;
    const translated = translate(event, options);
    if (translated !== null) onEvent(translated);
  });
  const close = (): void => {
    clearTimeout(retry);
    clearTimeout(lineWait);
    device.close();
    leg = null;
    testLeg = null;
  };

  return {
    run: (effect) => {
      switch (effect.type) {
        case 'open-device':
          device.open();
          break;
        case 'close-device':
          close();
          break;
        case 'renew-device':
          device.renew();
          break;
        case 'retry-soon':
          clearTimeout(retry);
          retry = setTimeout(() => onEvent({ type: 'retry-due' }), RETRY_MS);
          break;
        case 'await-line':
          clearTimeout(lineWait);
          lineWait = setTimeout(() => onEvent({ type: 'line-not-back', legId: effect.legId }), LINE_MS);
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
    setMicrophone: device.setMicrophone,
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
