import type { CallId } from '../../../backend/contract/ids.ts';
import type { LineTrouble } from '../../platform/voice-device-port.ts';
import { isTalk, type Line, type SoftphoneState } from './softphone-machine.ts';
import type { SoftphoneSnapshot } from './softphone-store.ts';

/** The call the softphone is in, also while the line to it is being mended. */
export function lineOf(state: SoftphoneState): Line | null {
  switch (state.phase) {
    case 'connecting':
    case 'on-call':
    case 'line-interrupted':
      return state.line;
    case 'off':
    case 'registering':
    case 'reconnecting':
    case 'ready':
    case 'testing':
    case 'failed':
      return null;
  }
}

/** Where the call is, seen from this window: on its softphone, out of its softphone's reach, or somewhere else. */
export function whereIs(callId: CallId, state: SoftphoneState): 'here' | 'down' | 'elsewhere' {
  if (isLineDown(state)) return 'down';
  return lineOf(state)?.callId === callId ? 'here' : 'elsewhere';
}

/** Whether the agent is muted; null while nobody could hear them. */
export function mutedOf(state: SoftphoneState): boolean | null {
  return isTalk(state) ? state.muted : null;
}

/** The one trouble that matters most now: who is muted sends nothing, and means to. */
export function lineTrouble(state: SoftphoneState): LineTrouble | null {
  if (state.phase !== 'on-call') return null;
  const { troubles, muted } = state;
  return (
    mostSevereFirst.find((trouble) => troubles.includes(trouble) && !(muted && isOfMute(trouble))) ?? null
  );
}

/** What the agent speaks into: null, the system's own choice, also where the chosen one is gone. */
export function microphoneInUse({
  state,
  chosenMicrophone,
}: Pick<SoftphoneSnapshot, 'state' | 'chosenMicrophone'>): string | null {
  const isLost = isTalk(state) && state.troubles.includes('microphone-lost');
  return isLost ? null : chosenMicrophone;
}

/** The call's sound is away, or the softphone cannot be in a call now. One that is only ready may leave the call to another window. */
function isLineDown({ phase }: SoftphoneState): boolean {
  switch (phase) {
    case 'off':
    case 'registering':
    case 'reconnecting':
    case 'line-interrupted':
    case 'failed':
      return true;
    case 'ready':
    case 'connecting':
    case 'on-call':
    case 'testing':
      return false;
  }
}

const mostSevereFirst = [
  'nothing-heard',
  'nothing-sent',
  'microphone-lost',
  'speaker-lost',
  'silent-microphone',
  'poor-network',
] as const satisfies readonly LineTrouble[];

function isOfMute(trouble: LineTrouble): boolean {
  return trouble === 'nothing-sent' || trouble === 'silent-microphone';
}
