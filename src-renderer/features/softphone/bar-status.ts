import type { CallSession } from '../../../backend/contract/calls.ts';
import type { SoftphoneState } from './softphone-machine.ts';
import type { TransferView } from './transfer-view.ts';

/** What the bar says of the softphone and the call on it: one thing at a time. */
export interface BarStatus {
  readonly word: StatusWord;
  /** The colleague, or the colleagues, that the word speaks of; empty when of nobody. */
  readonly name: string;
  /** The agent is muted, and the word does not say so. */
  readonly alsoMuted: boolean;
  readonly clock: StatusClock | null;
}

export type StatusWord =
  | SoftphoneState['phase']
  | 'dialling'
  | 'elsewhere'
  | 'cut-off'
  | 'muted'
  | 'listening'
  | 'supervising'
  | 'held'
  | 'together'
  | 'beside'
  | 'asking'
  | 'consulting'
  | 'declined'
  | 'unanswered'
  | 'gone';

/** What is being timed: by the server, but for the standby, which this window times. */
export type StatusClock =
  | { readonly of: 'call' | 'hold'; readonly since: string }
  | { readonly of: 'standby'; readonly since: Date };

export interface BarSituation {
  readonly state: SoftphoneState;
  /** The call on this softphone. */
  readonly call: CallSession | null;
  readonly view: TransferView;
  /** Whether it is somebody else's, on whose call an admin is. */
  readonly supervising: boolean;
  /** Whether the agent is on a call that is not on this softphone. */
  readonly engagedElsewhere: boolean;
  /** Whether the server, which rings this softphone, cannot be heard. */
  readonly connectionLost: boolean;
}

export function barStatus(situation: BarSituation): BarStatus {
  const { state, call, view, supervising, engagedElsewhere, connectionLost } = situation;
  if (state.phase === 'ready' && connectionLost) return plain('cut-off', null);
  if (state.phase === 'ready' && engagedElsewhere) return plain('elsewhere', null);
  if (state.phase === 'line-interrupted') {
    return { ...plain(state.phase, clockOf(call, null)), alsoMuted: state.muted };
  }
  if (state.phase !== 'on-call') return plain(state.phase, null);
  const { muted, startedAt } = state;
  if (call?.status === 'initiated' || call?.status === 'ringing') return plain('dialling', null);
  // The agent who stands by on the call is somebody else then.
  if (supervising) return { ...plain('supervising', clockOf(call, null)), alsoMuted: muted };
  if (call?.handoff?.status === 'standby') return plain('listening', { of: 'standby', since: startedAt });

  const { word, name } = talk(view, muted);
  const heldSince = view.type === 'none' ? null : view.heldSince;
  return {
    word,
    name,
    alsoMuted: muted && word !== 'muted',
    clock: clockOf(call, heldSince),
  };
}

/** The call's time is the one over its transcript. */
function clockOf(call: CallSession | null, heldSince: string | null): StatusClock | null {
  if (heldSince !== null) return { of: 'hold', since: heldSince };
  return call === null ? null : { of: 'call', since: call.answeredAt ?? call.startedAt };
}

function talk(view: TransferView, muted: boolean): Pick<BarStatus, 'word' | 'name'> {
  switch (view.type) {
    case 'asking':
      return { word: 'asking', name: view.name };
    case 'consulting':
    case 'consulted':
      return { word: 'consulting', name: view.name };
    case 'beside':
      return { word: 'beside', name: view.name };
    case 'talking':
      if (view.failed !== null) return { word: view.failed.how, name: view.failed.name };
      if (view.heldSince !== null) return { word: 'held', name: '' };
      if (muted) return { word: 'muted', name: '' };
      return view.companions.length > 0
        ? { word: 'together', name: view.companions.join('・') }
        : { word: 'on-call', name: '' };
    case 'none':
      return { word: muted ? 'muted' : 'on-call', name: '' };
  }
}

function plain(word: StatusWord, clock: StatusClock | null): BarStatus {
  return { word, name: '', alsoMuted: false, clock };
}
