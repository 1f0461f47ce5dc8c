/** The carrier's device in this window, in our words. The one implementation is `voice-device.ts`. */
export interface VoiceDevice {
  /** For this call and the next ones; null is the system's own choice. */
  setMicrophone(deviceId: string | null): void;
  /** Hangs up, unregisters, and reports nothing more. */
  close(): void;
}

/** Where voices are heard; null is the system's own choice. */
export interface ChosenSpeaker {
  current(): string | null;
  /** Returns the undo. */
  onChange(listener: () => void): () => void;
}

export type OpenVoiceDevice = (options: VoiceDeviceOptions) => Promise<VoiceDevice>;

export interface VoiceDeviceOptions {
  /** Asked for a fresh access token when the device starts, and again before and after one expires. */
  fetchToken(): Promise<string>;
  /** Whether a leg with these custom parameters is for this window. The others keep ringing elsewhere. */
  isOurs(parameters: LegParameters): boolean;
  /** Whether it is a test call to this window. It is told of as one, and gives way to a leg that is ours. */
  isTest(parameters: LegParameters): boolean;
  onEvent(event: VoiceEvent): void;
  /** Many times a second during a call. */
  onLevels(levels: SoundLevels): void;
}

export type LegParameters = Readonly<Record<string, string>>;

/** Each from 0 to 1. */
export interface SoundLevels {
  readonly microphone: number;
  readonly speaker: number;
}

export type VoiceEvent =
  | { readonly type: 'registered' }
  /** Neither registered nor, on a call, connected, for longer than a blink. It heals by itself or ends in another event. */
  | { readonly type: 'interrupted' }
  | { readonly type: 'rung'; readonly leg: VoiceLeg; readonly parameters: LegParameters }
  | { readonly type: 'test-rung'; readonly leg: TestLeg }
  | { readonly type: 'test-ended'; readonly registered: boolean }
  | { readonly type: 'answered' }
  /** The call is connected again after `interrupted`. */
  | { readonly type: 'restored' }
  /** What is wrong with the call that goes on; empty when all is well again. */
  | { readonly type: 'quality-changed'; readonly troubles: readonly LineTrouble[] }
  | { readonly type: 'ended'; readonly registered: boolean }
  | { readonly type: 'failed'; readonly reason: VoiceFailure };

export type LineTrouble = 'nothing-heard' | 'nothing-sent' | 'silent-microphone' | 'poor-network';

export type VoiceFailure =
  | 'microphone-denied'
  | 'microphone-missing'
  | 'browser-unsupported'
  | 'token-refused'
  | 'carrier-unreachable'
  | 'sound-failed';

/** A call of the agent to themself. */
export interface TestLeg {
  answer(): void;
  /** Also when it was not answered. */
  hangUp(): void;
}

export interface VoiceLeg {
  answer(): void;
  mute(muted: boolean): void;
  /** Telephone keys: 0 to 9, * and #. */
  press(digits: string): void;
  hangUp(): void;
}
