import type { CallId, LegId } from '../contract/ids.ts';
import type { EndCause } from './call-result.ts';
import type { LegRow } from './leg-store.ts';

/** What happened to a call, told to the domains above within the same transaction. */
export type CallNotice =
  /** The customer is in the conference. */
  | { readonly type: 'customer-joined'; readonly callId: CallId }
  | { readonly type: 'agent-joined'; readonly callId: CallId; readonly legId: LegId }
  /** An agent's leg is over, or never came up. */
  | { readonly type: 'agent-lost'; readonly callId: CallId; readonly legId: LegId }
  /** An agent's leg was taken out of the conference on purpose. */
  | { readonly type: 'agent-removed'; readonly callId: CallId; readonly legId: LegId }
  | { readonly type: 'supervisor-joined'; readonly callId: CallId; readonly legId: LegId }
  | { readonly type: 'supervisor-lost'; readonly callId: CallId; readonly legId: LegId }
  /** The carrier did not do what decides who hears a supervisor. */
  | { readonly type: 'supervisor-out-of-hand'; readonly callId: CallId; readonly legId: LegId }
  /** The carrier has done what lets the customer hear an agent who was a supervisor. */
  | { readonly type: 'successor-heard'; readonly callId: CallId; readonly legId: LegId }
  | { readonly type: 'ai-lost'; readonly callId: CallId; readonly legId: LegId }
  /** The customer is in the conference, hears nothing from us, and nobody is on the way to them. */
  | { readonly type: 'customer-alone'; readonly callId: CallId }
  /** The customer hears nobody: the conference with somebody of ours never began. */
  | { readonly type: 'conference-stuck'; readonly callId: CallId }
  /** They have answered, and never came into the conference. */
  | { readonly type: 'customer-missing'; readonly callId: CallId }
  /** The dialogue has led to a result: usually before the end, after it when its last words were late. */
  | { readonly type: 'result-proposed'; readonly callId: CallId }
  /** The call is about to end, and everything is still as it was. */
  | { readonly type: 'ending'; readonly callId: CallId }
  | { readonly type: 'ended'; readonly callId: CallId; readonly cause: EndCause['type'] };

/** What is told when a leg of this kind is over, or never came up. */
export const lossOf = {
  ai: 'ai-lost',
  agent: 'agent-lost',
  supervisor: 'supervisor-lost',
} as const satisfies Partial<Record<LegRow['kind'], CallNotice['type']>>;

export interface CallNotices {
  tell(notice: CallNotice): void;
  /** Returns its undo. */
  subscribe(listener: (notice: CallNotice) => void): () => void;
}

export function createCallNotices(): CallNotices {
  const listeners = new Set<(notice: CallNotice) => void>();
  return {
    tell(notice) {
      for (const listener of listeners) listener(notice);
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
