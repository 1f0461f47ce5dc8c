import type { SdkCall, SdkCallEvents } from '../../../src-renderer/platform/voice-device-call.ts';

/** A call of the carrier's that the test plays. */
export interface PlayedCall extends SdkCall {
  /** What was done with it. */
  readonly done: readonly string[];
  happen(event: 'accept' | 'cancel' | 'disconnect' | 'reject', status: string): void;
  /** `status` is what the call is in afterwards. */
  fail(code: number, status: string): void;
  warn(warning: string): void;
}

type Listeners = {
  [Name in keyof SdkCallEvents]: ((...told: SdkCallEvents[Name]) => void)[];
};

export function playCall(parameters: Readonly<Record<string, string>>): PlayedCall {
  const done: string[] = [];
  const listeners: Listeners = {
    accept: [],
    cancel: [],
    disconnect: [],
    reject: [],
    reconnecting: [],
    reconnected: [],
    volume: [],
    warning: [],
    'warning-cleared': [],
    error: [],
  };
  let current = 'pending';
  function tell<Name extends keyof SdkCallEvents>(name: Name, ...told: SdkCallEvents[Name]): void {
    for (const listener of listeners[name]) listener(...told);
  }

  return {
    done,
    customParameters: new Map(Object.entries(parameters)),
    on: (name, listener) => listeners[name].push(listener),
    status: () => current,
    accept: () => done.push('accepted'),
    reject: () => done.push('rejected'),
    ignore: () => done.push('ignored'),
    disconnect: () => done.push('disconnected'),
    mute: (muted) => done.push(muted ? 'muted' : 'unmuted'),
    sendDigits: (digits) => done.push(`pressed ${digits}`),
    happen: (event, status) => {
      current = status;
      tell(event);
    },
    fail: (code, status) => {
      current = status;
      tell('error', { code });
    },
    warn: (warning) => tell('warning', warning),
  };
}
