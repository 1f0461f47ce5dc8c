import type { CallId, HandoffId, LegId } from '../../../backend/contract/ids.ts';
import type { LineTrouble } from '../../platform/voice-device-port.ts';

/** What the agent's softphone is doing, one thing at a time. */
export type SoftphoneState =
  | { readonly phase: 'off' }
  /** Asking for the microphone, fetching a token, registering at the carrier. */
  | { readonly phase: 'registering' }
  /** Can be rung. */
  | { readonly phase: 'ready' }
  /** Our leg was rung and is being answered; nobody is heard yet. */
  | { readonly phase: 'connecting'; readonly line: Line }
  | OnCall
  /** On a call to the agent themself, to hear whether they are heard. */
  | { readonly phase: 'testing' }
  /** Out of the carrier's reach for longer than a blink; `interrupted` is the call that waits for it, if any. */
  | { readonly phase: 'reconnecting'; readonly interrupted: OnCall | null }
  | { readonly phase: 'failed'; readonly reason: SoftphoneFailure };

export interface OnCall {
  readonly phase: 'on-call';
  readonly line: Line;
  readonly muted: boolean;
  /** What the carrier notices about the sound. */
  readonly troubles: readonly LineTrouble[];
  readonly startedAt: Date;
}

/** Our leg of a call, by what the server wrote on the invitation. */
export interface Line {
  readonly callId: CallId;
  readonly legId: LegId;
  /** Null when the agent dialled by hand. */
  readonly handoffId: HandoffId | null;
}

export type SoftphoneFailure =
  | 'microphone-denied'
  | 'microphone-missing'
  | 'browser-unsupported'
  | 'token-refused'
  | 'carrier-unreachable'
  | 'sound-failed';

export type SoftphoneEvent = RegistrationEvent | LineEvent;

type RegistrationEvent =
  | { readonly type: 'switched-on' }
  | { readonly type: 'switched-off' }
  | { readonly type: 'registered' }
  | { readonly type: 'interrupted' }
  | { readonly type: 'failed'; readonly reason: SoftphoneFailure }
  | { readonly type: 'microphone-appeared' }
  /** The agent asks to try again, or the computer woke up. */
  | { readonly type: 'retry-chosen' };

type LineEvent =
  | { readonly type: 'test-rung' }
  | { readonly type: 'test-ended'; readonly registered: boolean }
  | { readonly type: 'rung'; readonly line: Line }
  | { readonly type: 'answered'; readonly at: Date }
  | { readonly type: 'restored' }
  | { readonly type: 'quality-changed'; readonly troubles: readonly LineTrouble[] }
  /** `registered`: whether the carrier can ring us again right away. */
  | { readonly type: 'ended'; readonly registered: boolean }
  | { readonly type: 'mute-chosen'; readonly muted: boolean }
  | { readonly type: 'key-pressed'; readonly digit: Digit }
  | { readonly type: 'hang-up-chosen' };

export type Digit = '0' | '1' | '2' | '3' | '4' | '5' | '6' | '7' | '8' | '9' | '*' | '#';

export type SoftphoneEffect =
  | CarrierEffect
  /** Tells the server whether this client can be rung. */
  | { readonly type: 'report-registration'; readonly registered: boolean };

export type CarrierEffect =
  | LegEffect
  | { readonly type: 'answer-test' }
  | { readonly type: 'hang-up-test' }
  | { readonly type: 'open-device' }
  | { readonly type: 'close-device' }
  /** Tries again by itself, because what failed may heal without the agent. */
  | { readonly type: 'retry-soon' };

export type LegEffect =
  | { readonly type: 'answer' }
  | { readonly type: 'set-mute'; readonly muted: boolean }
  | { readonly type: 'send-digit'; readonly digit: Digit }
  | { readonly type: 'hang-up' };

type Step = readonly [SoftphoneState, readonly SoftphoneEffect[]];

/** Events that a state does not wait for change nothing: telephony is late and repeats itself. */
export function transitionSoftphone(state: SoftphoneState, event: SoftphoneEvent): Step {
  switch (event.type) {
    case 'switched-on':
      return state.phase === 'off' ? reopen : [state, []];
    case 'switched-off':
      return state.phase === 'off' ? [state, []] : [{ phase: 'off' }, closing(state)];
    case 'retry-chosen':
      return canReopen(state) ? reopen : [state, []];
    case 'microphone-appeared':
      return lacksMicrophone(state) ? reopen : [state, []];
    case 'failed':
      return onFailed(state, event.reason);
    case 'registered':
      return onRegistered(state);
    case 'interrupted':
      return onInterrupted(state);
    default:
      return onLineEvent(state, event);
  }
}

const reopen: Step = [{ phase: 'registering' }, [{ type: 'close-device' }, { type: 'open-device' }]];
const reachable: SoftphoneEffect = { type: 'report-registration', registered: true };
const unreachable: SoftphoneEffect = { type: 'report-registration', registered: false };

function closing(state: SoftphoneState): readonly SoftphoneEffect[] {
  const close: SoftphoneEffect = { type: 'close-device' };
  return state.phase === 'connecting' || state.phase === 'on-call'
    ? [{ type: 'hang-up' }, close, unreachable]
    : [close, unreachable];
}

function canReopen(state: SoftphoneState): boolean {
  return state.phase === 'failed' || state.phase === 'ready' || isIdleReconnecting(state);
}

function lacksMicrophone(state: SoftphoneState): boolean {
  return (
    state.phase === 'failed' &&
    (state.reason === 'microphone-denied' || state.reason === 'microphone-missing')
  );
}

function isIdleReconnecting(state: SoftphoneState): boolean {
  return state.phase === 'reconnecting' && state.interrupted === null;
}

function onFailed(state: SoftphoneState, reason: SoftphoneFailure): Step {
  if (state.phase === 'off') return [state, []];
  const healsByItself = reason === 'carrier-unreachable' || reason === 'token-refused';
  const effects: SoftphoneEffect[] = [{ type: 'close-device' }, unreachable];
  return [{ phase: 'failed', reason }, healsByItself ? [...effects, { type: 'retry-soon' }] : effects];
}

function onRegistered(state: SoftphoneState): Step {
  switch (state.phase) {
    case 'registering':
      return [{ phase: 'ready' }, [reachable]];
    case 'reconnecting':
      return [state.interrupted ?? { phase: 'ready' }, [reachable]];
    case 'connecting':
    case 'on-call':
    case 'testing':
      return [state, [reachable]];
    case 'off':
    case 'ready':
    case 'failed':
      return [state, []];
  }
}

function onInterrupted(state: SoftphoneState): Step {
  switch (state.phase) {
    case 'on-call':
      return [{ phase: 'reconnecting', interrupted: state }, [unreachable]];
    case 'ready':
    case 'connecting':
      return [{ phase: 'reconnecting', interrupted: null }, [unreachable]];
    // Its end is told of, whatever becomes of the connection.
    case 'testing':
      return [state, [unreachable]];
    case 'off':
    case 'registering':
    case 'reconnecting':
    case 'failed':
      return [state, []];
  }
}

function onLineEvent(state: SoftphoneState, event: LineEvent): Step {
  switch (event.type) {
    case 'rung':
      return onRung(state, event.line);
    case 'test-rung':
      // A test never comes in between.
      return state.phase === 'ready'
        ? [{ phase: 'testing' }, [{ type: 'answer-test' }]]
        : [state, [{ type: 'hang-up-test' }]];
    case 'test-ended':
      return state.phase === 'testing' ? afterCall(event.registered) : [state, []];
    case 'answered':
      return state.phase === 'connecting'
        ? [{ phase: 'on-call', line: state.line, muted: false, troubles: [], startedAt: event.at }, []]
        : [state, []];
    case 'restored':
      return state.phase === 'reconnecting' && state.interrupted !== null
        ? [state.interrupted, [reachable]]
        : [state, []];
    case 'quality-changed':
      return onQualityChanged(state, event.troubles);
    case 'ended':
      return onEnded(state, event.registered);
    case 'mute-chosen':
      return state.phase === 'on-call'
        ? [{ ...state, muted: event.muted }, [{ type: 'set-mute', muted: event.muted }]]
        : [state, []];
    case 'key-pressed':
      return state.phase === 'on-call' ? [state, [{ type: 'send-digit', digit: event.digit }]] : [state, []];
    case 'hang-up-chosen':
      if (state.phase === 'testing') return [state, [{ type: 'hang-up-test' }]];
      return hasLine(state) ? [state, [{ type: 'hang-up' }]] : [state, []];
  }
}

/** A test gives way to every call. */
function onRung(state: SoftphoneState, line: Line): Step {
  const connecting: SoftphoneState = { phase: 'connecting', line };
  if (state.phase === 'testing') return [connecting, [{ type: 'hang-up-test' }, { type: 'answer' }]];
  return state.phase === 'ready' || isIdleReconnecting(state)
    ? [connecting, [{ type: 'answer' }]]
    : [state, []];
}

function onQualityChanged(state: SoftphoneState, troubles: readonly LineTrouble[]): Step {
  if (state.phase === 'on-call') return [{ ...state, troubles }, []];
  return state.phase === 'reconnecting' && state.interrupted !== null
    ? [{ ...state, interrupted: { ...state.interrupted, troubles } }, []]
    : [state, []];
}

function onEnded(state: SoftphoneState, registered: boolean): Step {
  return hasLine(state) ? afterCall(registered) : [state, []];
}

function afterCall(registered: boolean): Step {
  return registered
    ? [{ phase: 'ready' }, [reachable]]
    : [{ phase: 'reconnecting', interrupted: null }, [unreachable]];
}

function hasLine(state: SoftphoneState): boolean {
  return (
    state.phase === 'connecting' ||
    state.phase === 'on-call' ||
    (state.phase === 'reconnecting' && state.interrupted !== null)
  );
}
