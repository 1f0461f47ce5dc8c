import type { NextAction } from '../contract/calls.ts';
import type { CallResult, ResultReason } from '../contract/vocabulary.ts';
import type { RefusalReason } from '../telephony/carrier-command.ts';
import type { LegEndReason } from '../telephony/carrier-events.ts';
import type { DialObstacle } from './dial-rules.ts';

/** Why a call ends. */
export type EndCause =
  | { readonly type: 'customer-left' }
  /** The customer's telephone never came into the conference. */
  | { readonly type: 'not-reached'; readonly reason: LegEndReason }
  /** By the carrier. */
  | { readonly type: 'dial-refused'; readonly reason: RefusalReason }
  /** By us: the customer must not be called any more, or not now. */
  | { readonly type: 'not-dialled'; readonly reason: DialObstacle }
  /** The AI has said its last words. */
  | { readonly type: 'ai-closed' }
  /** The AI's leg broke again and again. */
  | { readonly type: 'ai-broken' }
  | { readonly type: 'ended-by-agent' }
  /** Dialled by hand, and the agent's softphone never came up. */
  | { readonly type: 'agent-missing' };

export interface Outcome {
  readonly result: CallResult;
  readonly reason: ResultReason;
}

export interface CallCourse {
  /** What the dialogue led to before the call ended, if it did. */
  readonly proposal: Outcome | null;
  readonly humanTalked: boolean;
  readonly heard: HeardVoice;
  /** Who rings us wants something, however early they give up. */
  readonly theyCalled: boolean;
}

/** What kind of recorded voice answered. */
export type Recording = 'voicemail' | 'ivr' | 'preamble' | 'out-of-service';

/** Who was heard of the customer, at last. */
export type HeardVoice = 'nobody' | 'person' | Recording;

/** The result where nobody has decided one yet (design 2, "Result where no human and no AI decided"). */
export function resultOf(cause: EndCause, course: CallCourse): Outcome {
  // Who answered, and never came into the conference, was taken leave of.
  if (cause.type === 'not-reached' && course.proposal === null)
    return course.theyCalled ? hungUp : notReached(cause.reason);
  if (cause.type === 'dial-refused') {
    return { result: 'failed', reason: refused(cause.reason) };
  }
  if (cause.type === 'not-dialled') return { result: 'failed', reason: cause.reason };
  if (cause.type === 'agent-missing') return { result: 'failed', reason: 'no-agent' };
  if (course.proposal !== null) return course.proposal;
  if (course.humanTalked && course.heard !== 'nobody') return talkedWith(course.heard);
  if (cause.type === 'ai-broken') return { result: 'failed', reason: 'carrier' };
  if (cause.type === 'ended-by-agent') return { result: 'follow_up', reason: 'ended-by-agent' };
  // Where nothing was transcribed, a human may still have been talked with.
  return course.heard === 'nobody' && !course.humanTalked && !course.theyCalled
    ? { result: 'failed', reason: 'hung-up-early' }
    : hungUp;
}

const hungUp: Outcome = { result: 'follow_up', reason: 'hung-up' };

/** Who talks to a machine has reached nobody. */
function talkedWith(heard: Exclude<HeardVoice, 'nobody'>): Outcome {
  switch (heard) {
    case 'person':
      return { result: 'success', reason: 'talked' };
    case 'voicemail':
      return { result: 'absent', reason: 'voicemail' };
    case 'ivr':
    case 'preamble':
      return { result: 'follow_up', reason: 'ivr' };
    case 'out-of-service':
      return { result: 'failed', reason: 'out-of-service' };
  }
}

/** The result that a number's block allows: nobody is called again who must not be called. */
export function consistent(
  outcome: Outcome,
  nextAction: NextAction | null,
  staysBlocked: boolean,
): Outcome & { readonly nextAction: NextAction | null } {
  const promises = outcome.result === 'success' || outcome.result === 'follow_up';
  const { result, reason } =
    staysBlocked && promises ? ({ result: 'rejected', reason: 'do-not-call' } as const) : outcome;
  const nothingFollows = result === 'rejected' || (staysBlocked && nextAction?.kind === 'call-back');
  return { result, reason, nextAction: nothingFollows && nextAction !== null ? nothingNext : nextAction };
}

const nothingNext: NextAction = { kind: 'none', at: null };

function notReached(reason: LegEndReason): Outcome {
  switch (reason) {
    case 'no-answer':
    case 'canceled':
      return { result: 'absent', reason: 'no-answer' };
    case 'line-busy':
      return { result: 'absent', reason: 'line-busy' };
    case 'hung-up':
      return { result: 'failed', reason: 'hung-up-early' };
    default:
      return { result: 'failed', reason: refused(reason) };
  }
}

/** What an agent can know of it: whether it is this number, our line, or neither. */
function refused(reason: RefusalReason): ResultReason {
  switch (reason) {
    case 'invalid-number':
      return 'invalid-number';
    case 'number-barred':
    case 'country-not-allowed':
    case 'number-not-verified':
      return 'number-not-allowed';
    case 'caller-number':
    case 'credentials':
    case 'account':
    case 'application':
    case 'public-address':
      return 'line-not-ready';
    case 'leg-not-added':
    case 'carrier':
      return 'carrier';
  }
}
