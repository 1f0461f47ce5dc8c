import type {
  VoiceDevice,
  VoiceDeviceOptions,
  VoiceEvent,
  VoiceFailure,
} from '../../platform/voice-device-port.ts';
import type { CarrierOptions } from './softphone-carrier.ts';
import { invitedLine, isTestCall } from './softphone-invitation.ts';

/** The carrier's device of this window: one at a time, opened with the person's leave to use the microphone. */
export interface HeldDevice {
  open(): void;
  renew(): void;
  /** Also while it is being opened: of one that is no longer wanted nothing is heard. */
  close(): void;
  setMicrophone(deviceId: string | null): void;
}

/** How long the person may think about the browser's question for the microphone before their colleagues should know. */
const PERMISSION_MS = 30_000;
/** A token, the device and its registration. A carrier that is down, or that does not like the token, shows in nothing but silence. */
const REGISTRATION_MS = 15_000;

export function holdDevice(options: CarrierOptions, onVoice: (event: VoiceEvent) => void): HeldDevice {
  const { onEvent } = options;
  let device: VoiceDevice | null = null;
  let microphone: string | null = null;
  let patience: ReturnType<typeof setTimeout> | undefined;
  /** Aborted when the device that is open, or on its way, is no longer wanted. */
  let wanted = new AbortController();

  const failAfter = (ms: number, reason: VoiceFailure): void => {
    clearTimeout(patience);
    patience = setTimeout(() => onEvent({ type: 'failed', reason }), ms);
  };
  const told = (event: VoiceEvent): void => {
    if (event.type === 'registered') clearTimeout(patience);
    onVoice(event);
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

  return {
    open: () => {
      wanted = new AbortController();
      const { signal } = wanted;
      open(signal).catch((cause: unknown) => {
        options.onCaught('softphone-not-opened', cause);
        if (!signal.aborted) onEvent({ type: 'failed', reason: 'carrier-unreachable' });
      });
    },
    renew: () => device?.renew(),
    close: () => {
      clearTimeout(patience);
      wanted.abort();
      device?.close();
      device = null;
    },
    setMicrophone: (deviceId) => {
      microphone = deviceId;
      device?.setMicrophone(deviceId);
    },
  };
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
