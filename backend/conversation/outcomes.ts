import type { NextAction } from '../contract/calls.ts';

export const NOTHING_NEXT: NextAction = { kind: 'none', at: null };

/** To call back, at a time when one was named. */
export function callBack(at: Date | null): NextAction {
  return { kind: 'call-back', at: at === null ? null : at.toISOString() };
}
