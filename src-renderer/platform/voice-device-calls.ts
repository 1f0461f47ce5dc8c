import { type CallReport, isPending, reportCall, reportTest, type SdkCall } from './voice-device-call.ts';
import type { VoiceDeviceOptions } from './voice-device-port.ts';
import type { CallSound } from './voice-device-sound.ts';

export interface CallsDeps {
  readonly options: VoiceDeviceOptions;
  readonly sound: CallSound;
  readonly isRegistered: () => boolean;
  /** Whether sound is worked on at all: only during calls. */
  readonly setAudio: (state: 'running' | 'resting') => void;
}

type Current =
  | { readonly kind: 'none' }
  | { readonly kind: 'call'; readonly call: SdkCall }
  | { readonly kind: 'test'; readonly call: SdkCall };

/** Takes what the carrier rings with: one call at a time, for which a test gives way. Call the result with each that rings. */
export function createCalls({ options, sound, isRegistered, setAudio }: CallsDeps): (call: SdkCall) => void {
  let current: Current = { kind: 'none' };

  const answer = async (kind: 'call' | 'test', call: SdkCall): Promise<void> => {
    current = { kind, call };
    setAudio('running');
    await sound.begin();
    // The customer may have hung up while the microphone was fetched.
    if (isPending(call)) call.accept();
  };
  const answerSoon = (kind: 'call' | 'test', call: SdkCall): void => {
    answer(kind, call).catch((cause: unknown) => {
      options.onCaught('call-not-answered', cause);
      leave(call);
      options.onEvent({ type: 'failed', reason: 'sound-failed' });
    });
  };
  const release = (call: SdkCall): void => {
    if (current.kind === 'none' || current.call !== call) return;
    current = { kind: 'none' };
    setAudio('resting');
    sound.end();
  };
  const reportOf = (call: SdkCall): CallReport => ({
    onEvent: options.onEvent,
    onLevels: options.onLevels,
    sound,
    isRegistered,
    onEnd: () => release(call),
  });

  const rungForTest = (call: SdkCall): void => {
    reportTest(call, reportOf(call));
    const leg = { answer: () => answerSoon('test', call), hangUp: () => leave(call) };
    options.onEvent({ type: 'test-rung', leg });
  };

  return (call) => {
    const parameters = Object.fromEntries(call.customParameters);
    if (options.isTest(parameters)) return rungForTest(call);
    if (!options.isOurs(parameters) || current.kind === 'call') return call.ignore();
    reportCall(call, reportOf(call));
    const leg = {
      answer: () => answerSoon('call', call),
      mute: (muted: boolean) => call.mute(muted),
      press: (digits: string) => call.sendDigits(digits),
      hangUp: () => leave(call),
    };
    options.onEvent({ type: 'rung', leg, parameters });
  };
}

function leave(call: SdkCall): void {
  if (isPending(call)) call.reject();
  else call.disconnect();
}
