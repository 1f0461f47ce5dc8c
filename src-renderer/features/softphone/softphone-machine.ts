import type { CallId, HandoffId, LegId } from '../../../backend/contract/ids.ts';
import type { LineTrouble, VoiceFailure } from '../../platform/voice-device-port.ts';

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
  /** On a call whose sound is away for longer than a blink, and being mended. */
  | LineInterrupted
  /** Not on a call, and out of the carrier's reach for longer than a blink. */
  | { readonly phase: 'reconnecting' }
  | { readonly phase: 'failed'; readonly reason: VoiceFailure };

export interface OnCall extends Talk {
  readonly phase: 'on-call';
}

interface LineInterrupted extends Talk {
  readonly phase: 'line-interrupted';
}

/** What lasts as long as the call does, whatever becomes of its sound. */
interface Talk {
  readonly line: Line;
  readonly muted: boolean;
  /** What is wrong with the sound. */
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

export type SoftphoneEvent = RegistrationEvent | LineEvent;

type RegistrationEvent =
  | { readonly type: 'switched-on' }
  | { readonly type: 'switched-off' }
  | { readonly type: 'registered' }
  | { readonly type: 'registration-lost' }
  | { readonly type: 'failed'; readonly reason: VoiceFailure }
  | { readonly type: 'microphone-appeared' }
  /** The agent asks to try again. */
  | { readonly type: 'retry-chosen' }
  /** The computer woke up: what was connected before it slept is stale. */
  | { readonly type: 'woken' }
  /** The time set by `retry-soon` is over. */
  | { readonly type: 'retry-due' };

type LineEvent =
  | { readonly type: 'test-rung' }
  | { readonly type: 'test-ended'; readonly registered: boolean }
  | { readonly type: 'rung'; readonly line: Line }
  | { readonly type: 'answered'; readonly at: Date }
  | { readonly type: 'line-lost' }
  | { readonly type: 'line-restored' }
  /** The time set by `await-line` is over. */
  | { readonly type: 'line-not-back'; readonly legId: LegId }
  | { readonly type: 'quality-changed'; readonly troubles: readonly LineTrouble[] }
  /** `registered`: whether the carrier can ring us again right away. */
  | { readonly type: 'ended'; readonly registered: boolean }
  | { readonly type: 'mute-chosen'; readonly muted: boolean }
  | { readonly type: 'key-pressed'; readonly digit: Digit }
  /** The server says that this leg is in its call no more, whatever the device thinks of it. */
  | { readonly type: 'line-disowned'; readonly legId: LegId }
  /** Of this call only: the line may be another one's by the time the server has let the agent go. */
  | { readonly type: 'hang-up-chosen'; readonly callId: CallId }
  | { readonly type: 'test-end-chosen' };

export type Digit = '0' | '1' | '2' | '3' | '4' | '5' | '6' | '7' | '8' | '9' | '*' | '#';

export type SoftphoneEffect =
  | CarrierEffect
  /** Tells the server whether this client can be rung. */
  | { readonly type: 'report-registration'; readonly registered: boolean }
  /** Tells the agent that the line of this call was given up. */
  | { readonly type: 'tell-line-lost'; readonly callId: CallId };

export type CarrierEffect =
  | LegEffect
  | { readonly type: 'answer-test' }
  | { readonly type: 'hang-up-test' }
  | { readonly type: 'open-device' }
  | { readonly type: 'close-device' }
  /** Gives the device a new token and has it register again where it is not, without touching a call. */
  | { readonly type: 'renew-device' }
  /** Says when the sound of this leg has been away for too long. */
  | { readonly type: 'await-line'; readonly legId: LegId }
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
      return canStartAnew(state) ? reopen : [state, []];
    case 'woken':
      return canStartAnew(state) ? reopen : [state, hasCall(state) ? [{ type: 'renew-device' }] : []];
    case 'retry-due':
      return isOutOfReach(state) ? reopen : [state, []];
    case 'microphone-appeared':
      return lacksMicrophone(state) ? reopen : [state, []];
    case 'failed':
      return onFailed(state, event.reason);
    case 'registered':
      return onRegistered(state);
    case 'registration-lost':
      return onRegistrationLost(state);
    default:
      return onLineEvent(state, event);
  }
}

/** Whether there is a call on which the agent can be, or is, heard: also while its sound is away. */
export function isTalk(state: SoftphoneState): state is OnCall | LineInterrupted {
  return state.phase === 'on-call' || state.phase === 'line-interrupted';
}

const reachable: SoftphoneEffect = { type: 'report-registration', registered: true };
const unreachable: SoftphoneEffect = { type: 'report-registration', registered: false };
const reopen: Step = [
  { phase: 'registering' },
  [unreachable, { type: 'close-device' }, { type: 'open-device' }],
];

const hangUpAndReopen: Step = [reopen[0], [{ type: 'hang-up' }, ...reopen[1]]];

function closing(state: SoftphoneState): readonly SoftphoneEffect[] {
  const close: SoftphoneEffect = { type: 'close-device' };
  return hasLine(state) ? [{ type: 'hang-up' }, close, unreachable] : [close, unreachable];
}

function canStartAnew(state: SoftphoneState): boolean {
  return state.phase === 'registering' || state.phase === 'ready' || isOutOfReach(state);
}

function isOutOfReach({ phase }: SoftphoneState): boolean {
  return phase === 'failed' || phase === 'reconnecting';
}

function lacksMicrophone(state: SoftphoneState): boolean {
  return (
    state.phase === 'failed' &&
    (state.reason === 'microphone-denied' || state.reason === 'microphone-missing')
  );
}

/** While a customer may be on the line the device stays open, whatever it complains of: closing it would hang up on them. */
function onFailed(state: SoftphoneState, reason: VoiceFailure): Step {
  if (state.phase === 'off') return [state, []];
  if (hasLine(state)) return [state, [unreachable]];
  const healsByItself =
    reason === 'carrier-unreachable' || reason === 'token-refused' || reason === 'microphone-in-use';
  const effects: SoftphoneEffect[] = [{ type: 'close-device' }, unreachable];
  return [{ phase: 'failed', reason }, healsByItself ? [...effects, { type: 'retry-soon' }] : effects];
}

function onRegistered(state: SoftphoneState): Step {
  switch (state.phase) {
    case 'registering':
    case 'reconnecting':
      return [{ phase: 'ready' }, [reachable]];
    // The line of a call is another connection, and tells of itself.
    case 'connecting':
    case 'on-call':
    case 'line-interrupted':
    case 'testing':
      return [state, [reachable]];
    case 'off':
    case 'ready':
    case 'failed':
      return [state, []];
  }
}

function onRegistrationLost(state: SoftphoneState): Step {
  switch (state.phase) {
    case 'ready':
      return [{ phase: 'reconnecting' }, [unreachable]];
    case 'connecting':
    case 'on-call':
    case 'line-interrupted':
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
    case 'line-lost':
      return state.phase === 'on-call'
        ? [{ ...state, phase: 'line-interrupted' }, [{ type: 'await-line', legId: state.line.legId }]]
        : [state, []];
    case 'line-restored':
      return state.phase === 'line-interrupted' ? [{ ...state, phase: 'on-call' }, []] : [state, []];
    case 'line-not-back':
      return onLineNotBack(state, event.legId);
    case 'quality-changed':
      return isTalk(state) ? [{ ...state, troubles: event.troubles }, []] : [state, []];
    case 'ended':
      return onEnded(state, event.registered);
    case 'mute-chosen':
      return isTalk(state)
        ? [{ ...state, muted: event.muted }, [{ type: 'set-mute', muted: event.muted }]]
        : [state, []];
    case 'key-pressed':
      return state.phase === 'on-call' ? [state, [{ type: 'send-digit', digit: event.digit }]] : [state, []];
    case 'line-disowned':
      return hasLine(state) && state.line.legId === event.legId ? hangUpAndReopen : [state, []];
    case 'hang-up-chosen':
      return hasLine(state) && state.line.callId === event.callId
        ? [state, [{ type: 'hang-up' }]]
        : [state, []];
    case 'test-end-chosen':
      return state.phase === 'testing' ? [state, [{ type: 'hang-up-test' }]] : [state, []];
  }
}

/** Nobody is kept on a line that says nothing: the server takes it for lost, and asks the agent back to the customer on a new one. */
function onLineNotBack(state: SoftphoneState, legId: LegId): Step {
  if (state.phase !== 'line-interrupted' || state.line.legId !== legId) return [state, []];
  const [reopened, effects] = hangUpAndReopen;
  return [reopened, [...effects, { type: 'tell-line-lost', callId: state.line.callId }]];
}

/** A test gives way to every call. */
function onRung(state: SoftphoneState, line: Line): Step {
  const connecting: SoftphoneState = { phase: 'connecting', line };
  if (state.phase === 'testing') return [connecting, [{ type: 'hang-up-test' }, { type: 'answer' }]];
  return state.phase === 'ready' || state.phase === 'reconnecting'
    ? [connecting, [{ type: 'answer' }]]
    : [state, []];
}

function onEnded(state: SoftphoneState, registered: boolean): Step {
  return hasLine(state) ? afterCall(registered) : [state, []];
}

function afterCall(registered: boolean): Step {
  return registered
    ? [{ phase: 'ready' }, [reachable]]
    : // What the device complained of during the call may be why, and would not heal by itself.
      [{ phase: 'reconnecting' }, [unreachable, { type: 'retry-soon' }]];
}

function hasLine(state: SoftphoneState): state is Extract<SoftphoneState, { readonly line: Line }> {
  return state.phase === 'connecting' || isTalk(state);
}

/** With a customer, or to hear oneself. */
function hasCall(state: SoftphoneState): boolean {
  return hasLine(state) || state.phase === 'testing';
}
