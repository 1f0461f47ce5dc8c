import { Call, Device } from '@twilio/voice-sdk';
import { voiceEdges } from '../../backend/contract/voice-edges.ts';
import silence from './silence.wav?no-inline';
import type { SimulatedCarrier } from './simulated-voice.ts';
import { createCalls } from './voice-device-calls.ts';
import type { ChosenSpeaker, VoiceDevice, VoiceDeviceOptions } from './voice-device-port.ts';
import { keepTokenFresh, reportRegistration } from './voice-device-registration.ts';
import { createCallSound, type SoundDevices } from './voice-device-sound.ts';

export interface VoiceSurroundings {
  readonly simulator: SimulatedCarrier | null;
  readonly speaker: ChosenSpeaker;
}

/** Registers this window at the carrier: Twilio, or the simulator where one is given. Rejects when no token is to be had. */
export async function openVoiceDevice(
  options: VoiceDeviceOptions,
  { simulator, speaker }: VoiceSurroundings,
): Promise<VoiceDevice> {
  if (!Device.isSupported) return reportUnsupported(options);
  const device = new Device(await options.fetchToken(), deviceOptions(simulator));
  restBetweenCalls(device);
  const closed = new AbortController();
  const renewToken = keepTokenFresh(device, options, closed.signal);
  reportRegistration(device, options, closed.signal);
  const sound = createCallSound({
    devices: device.audio ?? noDevices,
    speaker,
    closed: closed.signal,
    onCaught: options.onCaught,
  });
  const isRegistered = (): boolean => device.state === Device.State.Registered;
  const rung = createCalls({ options, sound, isRegistered, setAudio });
  device.on('incoming', (call: Call) => rung(call));
  const register = (): void => {
    // What that means for the agent is reported otherwise.
    device.register().catch((cause: unknown) => options.onCaught('softphone-not-registered', cause));
  };
  register();
  return {
    setMicrophone: sound.setMicrophone,
    renew: () => {
      renewToken();
      if (device.state === Device.State.Unregistered) register();
    },
    close: () => {
      closed.abort();
      device.destroy();
    },
  };
}

function reportUnsupported({ onEvent }: VoiceDeviceOptions): VoiceDevice {
  onEvent({ type: 'failed', reason: 'browser-unsupported' });
  return { setMicrophone: () => undefined, renew: () => undefined, close: () => undefined };
}

/** A browser in which devices cannot be chosen has none to lose. */
const noDevices: SoundDevices = {
  speakerDevices: { set: async () => undefined },
  setInputDevice: async () => undefined,
  unsetInputDevice: async () => undefined,
  on: () => undefined,
};

function deviceOptions(simulator: SimulatedCarrier | null): Device.Options {
  const options: Device.Options = {
    // Without it the SDK keeps calls to itself that come during a test.
    allowIncomingWhileBusy: true,
    appName: 'toritsugi',
    codecPreferences: [Call.Codec.Opus, Call.Codec.PCMU],
    // Without it a refused token is told as a lost connection.
    enableImprovedSignalingErrorPrecision: true,
    maxCallSignalingTimeoutMs: 30_000,
    // The console makes its own sounds, and nothing is to be loaded from elsewhere.
    sounds: Object.fromEntries(Object.values(Device.SoundName).map((name) => [name, silence])),
    tokenRefreshMs: 60_000,
  };
  return simulator === null ? { ...options, edge: [...voiceEdges] } : { ...options, ...simulator };
}

/** A running audio context takes as much of the processor as a call does, all day long: it runs during calls only. */
function restBetweenCalls(device: Device): void {
  // With the context at rest the SDK's own ring would never begin, and calls would be told of only when it gave up on that.
  device.audio?.incoming(false);
  setAudio('resting');
}

function setAudio(state: 'running' | 'resting'): void {
  const context = Device.audioContext;
  const done = state === 'running' ? context?.resume() : context?.suspend();
  // Only refused once the page is about to go.
  done?.catch(() => undefined);
}
