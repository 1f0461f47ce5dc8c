import type { CallSession } from '../../../backend/contract/calls.ts';
import type { LineTrouble } from '../../platform/voice-device-port.ts';
import type { Line, SoftphoneState } from './softphone-machine.ts';

/** The call the softphone is in, also while the line to it is being mended. */
export function lineOf(state: SoftphoneState): Line | null {
  switch (state.phase) {
    case 'connecting':
    case 'on-call':
      return state.line;
    case 'reconnecting':
      return state.interrupted?.line ?? null;
    case 'off':
    case 'registering':
    case 'ready':
    case 'failed':
      return null;
  }
}

/** Cannot be in a call now. One that is only ready may leave the call to another window. */
export function isLineDown({ phase }: SoftphoneState): boolean {
  return phase === 'off' || phase === 'registering' || phase === 'reconnecting' || phase === 'failed';
}

export type SoftphoneWord = SoftphoneState['phase'] | 'dialling' | 'muted' | 'listening';

/** The one word for what the softphone is doing; on standby it is connected, but nobody hears the agent. */
export function softphoneWord(state: SoftphoneState, call: CallSession | null): SoftphoneWord {
  if (state.phase !== 'on-call') return state.phase;
  if (call?.status === 'initiated' || call?.status === 'ringing') return 'dialling';
  if (call?.handoff?.status === 'standby') return 'listening';
  return state.muted ? 'muted' : 'on-call';
}

/** The one trouble that matters most now: who is muted sends nothing, and means to. */
export function lineTrouble(state: SoftphoneState): LineTrouble | null {
  if (state.phase !== 'on-call') return null;
  const { troubles, muted } = state;
  return (
    mostSevereFirst.find((trouble) => troubles.includes(trouble) && !(muted && isOfMute(trouble))) ?? null
  );
}

const mostSevereFirst = [
  'nothing-heard',
  'nothing-sent',
  'silent-microphone',
  'poor-network',
] as const satisfies readonly LineTrouble[];

function isOfMute(trouble: LineTrouble): boolean {
  return trouble === 'nothing-sent' || trouble === 'silent-microphone';
}
