/** Where a phone call stands (twilio.com/docs/voice/api/call-resource#call-status-values). */
export type CallPhase =
  | { readonly type: 'queued' }
  | { readonly type: 'dialing' }
  | { readonly type: 'ringing' }
  | { readonly type: 'in-progress'; readonly answeredAt: Date }
  | EndedCall;

export interface EndedCall {
  readonly type: 'ended';
  readonly status: FinalCallStatus;
  /** Null when nobody answered. */
  readonly answeredAt: Date | null;
  readonly endedAt: Date;
}

export type FinalCallStatus = 'completed' | 'busy' | 'no-answer' | 'failed' | 'canceled';

export type CallEvent =
  | { readonly type: 'dialed' }
  | { readonly type: 'rang' }
  | { readonly type: 'answered'; readonly at: Date }
  | { readonly type: 'refused'; readonly reason: 'busy' | 'no-answer' | 'failed'; readonly at: Date }
  /** By either side, or over REST; before the answer it cancels the ringing. */
  | { readonly type: 'hung-up'; readonly at: Date };

/** What comes too late, or twice, leaves the phase as it is: the very same object. */
export function transitionCall(phase: CallPhase, event: CallEvent): CallPhase {
  if (phase.type === 'ended') return phase;
  switch (event.type) {
    case 'dialed':
      return phase.type === 'queued' ? { type: 'dialing' } : phase;
    case 'rang':
      return phase.type === 'dialing' ? { type: 'ringing' } : phase;
    case 'answered':
      return phase.type === 'in-progress' ? phase : { type: 'in-progress', answeredAt: event.at };
    case 'refused':
      if (phase.type === 'in-progress') return phase;
      return { type: 'ended', status: event.reason, answeredAt: null, endedAt: event.at };
    case 'hung-up':
      return phase.type === 'in-progress'
        ? { type: 'ended', status: 'completed', answeredAt: phase.answeredAt, endedAt: event.at }
        : { type: 'ended', status: 'canceled', answeredAt: null, endedAt: event.at };
  }
}

/** Whole seconds between answer and end; null unless the call was answered and is over. */
export function callSeconds(phase: CallPhase): number | null {
  if (phase.type !== 'ended' || phase.answeredAt === null) return null;
  return Math.round((phase.endedAt.getTime() - phase.answeredAt.getTime()) / 1_000);
}
