import { createBlinkGuard } from './blink-guard.ts';
import { voiceFailureOf } from './voice-device-failure.ts';
import type { LineTrouble, VoiceDeviceOptions, VoiceFailure } from './voice-device-port.ts';
import type { CallSound } from './voice-device-sound.ts';
import { createWarningLog } from './voice-device-warning.ts';

interface SdkError {
  readonly code: number;
}

/** What the SDK tells of a call, with each. */
export interface SdkCallEvents {
  accept: [];
  cancel: [];
  disconnect: [];
  reject: [];
  reconnecting: [];
  reconnected: [];
  /** Microphone and speaker, each from 0 to 1. */
  volume: [number, number];
  warning: [string];
  'warning-cleared': [string];
  error: [SdkError];
}

/** The part of the SDK's call that is needed. */
export interface SdkCall {
  readonly customParameters: ReadonlyMap<string, string>;
  on<Name extends keyof SdkCallEvents>(name: Name, listener: (...told: SdkCallEvents[Name]) => void): unknown;
  status(): string;
  accept(): void;
  reject(): void;
  ignore(): void;
  disconnect(): void;
  mute(muted: boolean): void;
  sendDigits(digits: string): void;
}

export interface CallReport extends Pick<VoiceDeviceOptions, 'onEvent' | 'onLevels'> {
  readonly sound: CallSound;
  readonly isRegistered: () => boolean;
  /** Called before the end is told. */
  readonly onEnd: () => void;
}

/** Rung, and neither answered nor over. */
export function isPending(call: SdkCall): boolean {
  return call.status() === 'pending';
}

/** Tells what becomes of a call with a customer. */
export function reportCall(
  call: SdkCall,
  { onEvent, onLevels, sound, isRegistered, onEnd }: CallReport,
): void {
  let failure: VoiceFailure | null = null;
  const guard = createBlinkGuard(() => onEvent({ type: 'line-lost' }));
  call.on('accept', () => onEvent({ type: 'answered' }));
  const stopTroubles = reportTroubles(call, sound, (troubles) =>
    onEvent({ type: 'quality-changed', troubles }),
  );
  const isOver = onceOver(call, () => {
    guard.back();
    stopTroubles();
    onEnd();
    onEvent({ type: 'ended', registered: isRegistered() });
    if (failure !== null) onEvent({ type: 'failed', reason: failure });
  });
  call.on('reconnecting', guard.lost);
  call.on('reconnected', () => {
    guard.back();
    onEvent({ type: 'line-restored' });
  });
  call.on('volume', (microphone, speaker) => onLevels({ microphone, speaker }));
  // A reason is told after the end: before it, nothing may be done about it.
  call.on('error', ({ code }) => {
    const reason = voiceFailureOf(code);
    if (!isOver()) failure = reason ?? failure;
    else if (reason !== null) onEvent({ type: 'failed', reason });
  });
}

/** Of a test its sound is shown, and of the rest only that it is over. */
export function reportTest(call: SdkCall, { onEvent, onLevels, isRegistered, onEnd }: CallReport): void {
  onceOver(call, () => {
    onEnd();
    onEvent({ type: 'test-ended', registered: isRegistered() });
  });
  call.on('volume', (microphone, speaker) => onLevels({ microphone, speaker }));
}

/** Returns whether it is over already. */
function onceOver(call: SdkCall, act: () => void): () => boolean {
  let over = false;
  const end = (): void => {
    if (over) return;
    over = true;
    act();
  };
  for (const last of ['cancel', 'disconnect', 'reject'] as const) call.on(last, end);
  call.on('error', () => {
    if (call.status() === 'closed') end();
  });
  return () => over;
}

/** What the SDK warns of, and what the agent chose and has lost. Returns the undo. */
function reportTroubles(
  call: SdkCall,
  sound: CallSound,
  onTroubles: (troubles: readonly LineTrouble[]) => void,
): () => void {
  let warned: readonly LineTrouble[] = [];
  const tell = (): void => onTroubles([...warned, ...sound.lost()]);
  const warnings = createWarningLog((troubles) => {
    warned = troubles;
    tell();
  });
  call.on('warning', warnings.raised);
  call.on('warning-cleared', warnings.cleared);
  call.on('accept', () => {
    if (sound.lost().length > 0) tell();
  });
  return sound.onLostChange(tell);
}
