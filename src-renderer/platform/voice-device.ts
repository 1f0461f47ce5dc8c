import { Call, Device } from '@twilio/voice-sdk';
import silence from './silence.wav?no-inline';
import type { SimulatedCarrier } from './simulated-voice.ts';
import { createBlinkGuard } from './voice-device-blink.ts';
import { isTokenExpired, voiceFailureOf } from './voice-device-failure.ts';
import type { ChosenSpeaker, VoiceDevice, VoiceDeviceOptions } from './voice-device-port.ts';
import { createWarningLog } from './voice-device-warning.ts';

/** A server that is down, or that does not like the token, shows in nothing but silence. */
const REGISTRATION_MS = 10_000;
const TOKEN_RETRY_MS = 5_000;

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
  const calls = createCalls(device, options);
  const closed = new AbortController();
  keepTokenFresh(device, options, closed.signal);
  reportRegistration(device, options, closed.signal);
  keepSpeaker(device, speaker, closed.signal);
  device.on('error', ({ code }: SdkError) => {
    const reason = voiceFailureOf(code);
    if (reason !== null) options.onEvent({ type: 'failed', reason });
  });
  device.on('incoming', (call: Call) => calls.rung(call));
  // Only rejects when the SDK has closed the device, which is reported otherwise.
  device.register().catch(() => undefined);
  return {
    setMicrophone: calls.setMicrophone,
    close: () => {
      closed.abort();
      device.destroy();
    },
  };
}

function reportUnsupported({ onEvent }: VoiceDeviceOptions): VoiceDevice {
  onEvent({ type: 'failed', reason: 'browser-unsupported' });
  return { setMicrophone: () => undefined, close: () => undefined };
}

interface SdkError {
  readonly code: number;
}

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
  return simulator === null ? { ...options, edge: ['tokyo', 'roaming'] } : { ...options, ...simulator };
}

function keepTokenFresh(device: Device, { fetchToken }: VoiceDeviceOptions, closed: AbortSignal): void {
  let retry: ReturnType<typeof setTimeout> | undefined;
  let renewing = false;
  const renew = async (): Promise<void> => {
    if (renewing) return;
    renewing = true;
    clearTimeout(retry);
    try {
      const token = await fetchToken();
      if (!closed.aborted) device.updateToken(token);
    } catch {
      if (!closed.aborted) retry = setTimeout(renew, TOKEN_RETRY_MS);
    }
    renewing = false;
  };
  device.on('tokenWillExpire', renew);
  device.on('error', ({ code }: SdkError) => {
    if (isTokenExpired(code)) void renew();
  });
  closed.addEventListener('abort', () => clearTimeout(retry));
}

function reportRegistration(device: Device, { onEvent }: VoiceDeviceOptions, closed: AbortSignal): void {
  const guard = createBlinkGuard(() => onEvent({ type: 'interrupted' }));
  const patience = setTimeout(
    () => onEvent({ type: 'failed', reason: 'carrier-unreachable' }),
    REGISTRATION_MS,
  );
  device.on('unregistered', guard.lost);
  device.on('registered', () => {
    clearTimeout(patience);
    guard.back();
    onEvent({ type: 'registered' });
  });
  closed.addEventListener('abort', () => {
    clearTimeout(patience);
    guard.back();
  });
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

/** Asked for with every call, because the SDK knows a device only some time after it was plugged in. */
function keepSpeaker(device: Device, speaker: ChosenSpeaker, closed: AbortSignal): void {
  const use = (): void => {
    const speakers = device.audio?.speakerDevices;
    // Unplugged since it was chosen: the system's own choice is better than silence.
    speakers
      ?.set(speaker.current() ?? 'default')
      .catch(() => speakers.set('default'))
      .catch(() => undefined);
  };
  device.on('incoming', use);
  closed.addEventListener('abort', speaker.onChange(use));
}

interface Calls {
  rung(call: Call): void;
  setMicrophone(deviceId: string | null): void;
}

function createCalls(device: Device, options: VoiceDeviceOptions): Calls {
  let microphone: string | null = null;
  let current: Call | null = null;
  /** What is on is a test. */
  let testing = false;

  const answer = async (call: Call): Promise<void> => {
    current = call;
    setAudio('running');
    await hold(microphone);
    call.accept();
  };
  /** The microphone is held for the length of a call only, or the browser would show it as recording all day. */
  const hold = async (deviceId: string | null): Promise<void> => {
    if (deviceId === null) return;
    // Unplugged since it was chosen: the system's own choice is better than no call.
    await device.audio?.setInputDevice(deviceId).catch(() => undefined);
  };
  const release = (call: Call): void => {
    if (current !== call) return;
    current = null;
    testing = false;
    setAudio('resting');
    device.audio?.unsetInputDevice().catch(() => undefined);
  };

  const rungForTest = (call: Call): void => {
    reportTest(device, call, options, () => release(call));
    const leg = {
      answer: () => {
        testing = true;
        void answer(call);
      },
      hangUp: () => (call.status() === Call.State.Pending ? call.reject() : call.disconnect()),
    };
    options.onEvent({ type: 'test-rung', leg });
  };

  return {
    rung: (call) => {
      const parameters = Object.fromEntries(call.customParameters);
      if (options.isTest(parameters)) {
        rungForTest(call);
        return;
      }
      if (!options.isOurs(parameters) || (current !== null && !testing)) {
        call.ignore();
        return;
      }
      reportCall(device, call, options, () => release(call));
      const leg = {
        answer: () => {
          testing = false;
          void answer(call);
        },
        mute: (muted: boolean) => call.mute(muted),
        press: (digits: string) => call.sendDigits(digits),
        hangUp: () => call.disconnect(),
      };
      options.onEvent({ type: 'rung', leg, parameters });
    },
    setMicrophone: (deviceId) => {
      microphone = deviceId;
      if (current !== null) void hold(deviceId ?? 'default');
    },
  };
}

function reportCall(
  device: Device,
  call: Call,
  { onEvent, onLevels }: VoiceDeviceOptions,
  onEnd: () => void,
): void {
  const guard = createBlinkGuard(() => onEvent({ type: 'interrupted' }));
  const warnings = createWarningLog((troubles) => onEvent({ type: 'quality-changed', troubles }));
  let over = false;
  const end = (): void => {
    guard.back();
    if (over) return;
    over = true;
    onEnd();
    onEvent({ type: 'ended', registered: device.state === Device.State.Registered });
  };
  call.on('accept', () => onEvent({ type: 'answered' }));
  call.on('reconnecting', guard.lost);
  call.on('reconnected', () => {
    guard.back();
    onEvent({ type: 'restored' });
  });
  call.on('volume', (microphone: number, speaker: number) => onLevels({ microphone, speaker }));
  call.on('warning', warnings.raised);
  call.on('warning-cleared', warnings.cleared);
  call.on('cancel', end);
  call.on('disconnect', end);
  call.on('error', ({ code }: SdkError) => {
    const reason = voiceFailureOf(code);
    if (reason !== null) onEvent({ type: 'failed', reason });
    if (call.status() === Call.State.Closed) end();
  });
}

/** Its sound is shown, and of the rest only that it is over. */
function reportTest(
  device: Device,
  call: Call,
  { onEvent, onLevels }: VoiceDeviceOptions,
  onEnd: () => void,
): void {
  let over = false;
  const end = (): void => {
    if (over) return;
    over = true;
    onEnd();
    onEvent({ type: 'test-ended', registered: device.state === Device.State.Registered });
  };
  call.on('volume', (microphone: number, speaker: number) => onLevels({ microphone, speaker }));
  for (const last of ['cancel', 'disconnect', 'reject']) call.on(last, end);
  call.on('error', () => {
    if (call.status() === Call.State.Closed) end();
  });
}
