/** The carrier's device in this window, in our words. The one implementation is `voice-device.ts`. */
export interface VoiceDevice {
  /** For this call and the next ones; null is the system's own choice. */
  setMicrophone(deviceId: string | null): void;
  /** Takes a new token, and registers again where the carrier does not know us any more; a call goes on. */
  renew(): void;
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
  readonly onCaught: OnCaught;
}

/** Told of what went wrong and is got over, or told to the agent in other words: for the log. */
export type OnCaught = (what: CaughtFailure, cause: unknown) => void;

export type CaughtFailure =
  | 'softphone-not-opened'
  | 'softphone-not-registered'
  | 'softphone-token-not-fetched'
  | 'call-not-answered'
  | 'sound-device-not-used';

export type LegParameters = Readonly<Record<string, string>>;

/** Each from 0 to 1. */
export interface SoundLevels {
  readonly microphone: number;
  readonly speaker: number;
}

export type VoiceEvent =
  | { readonly type: 'registered' }
  /** The carrier cannot ring us for longer than a blink. It heals by itself and is told of as `registered`, or ends in another event. */
  | { readonly type: 'registration-lost' }
  | { readonly type: 'rung'; readonly leg: VoiceLeg; readonly parameters: LegParameters }
  | { readonly type: 'test-rung'; readonly leg: TestLeg }
  | { readonly type: 'test-ended'; readonly registered: boolean }
  | { readonly type: 'answered' }
  /** The call's sound is away for longer than a blink. Followed by `line-restored` or by the end. */
  | { readonly type: 'line-lost' }
  | { readonly type: 'line-restored' }
  /** What is wrong with the call that goes on; empty when all is well again. */
  | { readonly type: 'quality-changed'; readonly troubles: readonly LineTrouble[] }
  | { readonly type: 'ended'; readonly registered: boolean }
  | { readonly type: 'failed'; readonly reason: VoiceFailure };

export type LineTrouble =
  | 'nothing-heard'
  | 'nothing-sent'
  | 'silent-microphone'
  | 'poor-network'
  | LostSoundDevice;

/** Chosen, and not to be had: the call goes on with the system's own choice. */
export type LostSoundDevice = 'microphone-lost' | 'speaker-lost';

/** Why the softphone cannot be used. */
export type VoiceFailure =
  | 'microphone-denied'
  | 'microphone-missing'
  /** By another program, or the system does not hand it out; a try later may. */
  | 'microphone-in-use'
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
