import type { CallStatus } from '../contract/vocabulary.ts';

export type CallEvent =
  | { readonly type: 'customer-ringing' }
  /** The customer is in the conference and the AI speaks with them. */
  | { readonly type: 'ai-met-customer' }
  /** The customer is being put through, or the agent's line dropped. */
  | { readonly type: 'transfer-began' }
  | { readonly type: 'human-met-customer' }
  /** No human could be had; the AI goes on. */
  | { readonly type: 'transfer-failed' }
  | { readonly type: 'ended'; readonly failed: boolean };

/**
 * The call's status after `event` (design 2). Every pair that is not listed changes nothing: callbacks come late, twice and out of order.
 */
export function transitionCall(status: CallStatus, event: CallEvent): CallStatus {
  if (status === 'completed' || status === 'failed') return status;
  switch (event.type) {
    case 'customer-ringing':
      return status === 'initiated' ? 'ringing' : status;
    case 'ai-met-customer':
      return status === 'initiated' || status === 'ringing' ? 'ai-responding' : status;
    case 'transfer-began':
      return status === 'ai-responding' || status === 'human-connected' ? 'transferring' : status;
    case 'human-met-customer':
      return 'human-connected';
    case 'transfer-failed':
      return status === 'transferring' ? 'ai-responding' : status;
    case 'ended':
      return event.failed ? 'failed' : 'completed';
  }
}

export function isOver(status: CallStatus): boolean {
  return status === 'completed' || status === 'failed';
}
