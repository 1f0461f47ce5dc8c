import type { CallId } from '../../../backend/contract/ids.ts';
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
    case 'testing':
    case 'failed':
      return null;
  }
}

/** Cannot be in a call now. One that is only ready may leave the call to another window. */
function isLineDown({ phase }: SoftphoneState): boolean {
  return phase === 'off' || phase === 'registering' || phase === 'reconnecting' || phase === 'failed';
}

/** Where the call is, seen from this window: on its softphone, out of its softphone's reach, or somewhere else. */
export function whereIs(callId: CallId, state: SoftphoneState): 'here' | 'down' | 'elsewhere' {
  if (isLineDown(state)) return 'down';
  return lineOf(state)?.callId === callId ? 'here' : 'elsewhere';
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
