import type { CallSession } from '../../../backend/contract/calls.ts';
import type { SoftphoneState } from './softphone-machine.ts';
import type { TransferView } from './transfer-view.ts';

/** What the bar says of the softphone and the call on it: one thing at a time. */
export interface BarStatus {
  readonly word: StatusWord;
  /** The colleague, or the colleagues, that the word speaks of; empty when of nobody. */
  readonly name: string;
  /** The customer is on hold, and the word does not say so. */
  readonly alsoHeld: boolean;
  /** The agent is muted, and the word does not say so. */
  readonly alsoMuted: boolean;
  readonly clock: StatusClock | null;
}

export type StatusWord =
  | SoftphoneState['phase']
  | 'dialling'
  | 'muted'
  | 'listening'
  | 'held'
  | 'together'
  | 'asking'
  | 'consulting'
  | 'declined'
  | 'unanswered';

/** What is being timed. A hold is timed by the server, the rest by this window. */
export type StatusClock =
  | { readonly of: 'hold'; readonly since: string }
  | { readonly of: 'call' | 'standby'; readonly since: Date };

export function barStatus(state: SoftphoneState, call: CallSession | null, view: TransferView): BarStatus {
  if (state.phase !== 'on-call') return plain(state.phase, null);
  const { muted, startedAt } = state;
  if (call?.status === 'initiated' || call?.status === 'ringing') return plain('dialling', null);
  if (call?.handoff?.status === 'standby') return plain('listening', { of: 'standby', since: startedAt });

  const { word, name } = talk(view, muted);
  const heldSince = view.type === 'none' ? null : view.heldSince;
  return {
    word,
    name,
    alsoHeld: heldSince !== null && word !== 'held',
    alsoMuted: muted && word !== 'muted',
    clock: heldSince === null ? { of: 'call', since: startedAt } : { of: 'hold', since: heldSince },
  };
}

function talk(view: TransferView, muted: boolean): Pick<BarStatus, 'word' | 'name'> {
  switch (view.type) {
    case 'asking':
      return { word: 'asking', name: view.name };
    case 'consulting':
    case 'consulted':
      return { word: 'consulting', name: view.name };
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
  return { word, name: '', alsoHeld: false, alsoMuted: false, clock };
}
