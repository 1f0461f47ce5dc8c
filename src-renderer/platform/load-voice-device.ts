import type { Session } from '../../backend/contract/session.ts';
import type { SimulatedCarrier } from './simulated-voice.ts';
import type { ChosenSpeaker, OpenVoiceDevice } from './voice-device-port.ts';

/** Loads the Voice SDK when it is first needed, and before it, in simulated telephony only, the way to the simulator. */
export function voiceDeviceLoader(
  telephony: Session['telephony'],
  backendUrl: string,
  speaker: ChosenSpeaker = systemSpeaker,
): OpenVoiceDevice {
  let simulator: Promise<SimulatedCarrier> | null = null;
  return async (options) => {
    if (telephony.carrier === 'simulated') simulator ??= loadSimulator(telephony.gateway, backendUrl);
    const found = await simulator;
    const { openVoiceDevice } = await import('./voice-device.ts');
    return openVoiceDevice(options, { simulator: found, speaker });
  };
}

const systemSpeaker: ChosenSpeaker = { current: () => null, onChange: () => () => undefined };

async function loadSimulator(gateway: string, backendUrl: string): Promise<SimulatedCarrier> {
  const { reachSimulator } = await import('./simulated-voice.ts');
  return reachSimulator(gateway, backendUrl);
}
