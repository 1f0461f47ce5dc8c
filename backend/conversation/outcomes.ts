import type { NextAction } from '../contract/calls.ts';
import type { Outcome } from './turn-result.ts';

export const NOTHING_NEXT: NextAction = { kind: 'none', at: null };

/** They will call, or may: no call of ours is promised. */
export const CALLBACK_BY_THEM: Outcome = {
  result: 'follow_up',
  reason: 'callback',
  nextAction: NOTHING_NEXT,
};

/** To call back, at a time when one was named. */
export function callBack(at: Date | null): NextAction {
  return { kind: 'call-back', at: at === null ? null : at.toISOString() };
}
