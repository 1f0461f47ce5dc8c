import type { CallNotice } from '../calls/call-notices.ts';
import type { LegStore } from '../calls/leg-store.ts';
import type { CallId, LegId } from '../contract/ids.ts';
import { unreachable } from '../kernel/errors.ts';
import type { SupervisionEvent } from './supervision-machine.ts';
import type { SupervisionRunner } from './supervision-runner.ts';
import type { SupervisionStore } from './supervision-store.ts';
import { talkingLeg } from './talking-leg.ts';

interface SupervisionReactionsOptions {
  readonly legs: LegStore;
  readonly supervisions: SupervisionStore;
  readonly runner: SupervisionRunner;
}

/** What a supervision makes of what happens to its call, in the transaction of the call. */
export function createSupervisionReactions({
  legs,
  supervisions,
  runner,
}: SupervisionReactionsOptions): (notice: CallNotice) => void {
  function talking(callId: CallId): LegId | null {
    return talkingLeg(legs.ofCall(callId));
  }

  function ofCall(callId: CallId, event: SupervisionEvent): void {
    const open = supervisions.openOfCall(callId);
    if (open !== null) runner.apply(open, event, null);
  }

  function ofLeg(legId: LegId, event: SupervisionEvent): void {
    const supervision = supervisions.find(legId);
    if (supervision !== null) runner.apply(supervision, event, null);
  }

  return (notice) => {
    switch (notice.type) {
      case 'supervisor-joined':
        ofLeg(notice.legId, { type: 'supervisor-arrived', talking: talking(notice.callId) });
        return;
      case 'supervisor-lost':
        ofLeg(notice.legId, { type: 'line-lost' });
        return;
      case 'supervisor-out-of-hand':
        ofLeg(notice.legId, { type: 'got-out-of-hand' });
        return;
      case 'agent-lost':
      case 'agent-removed': {
        const { legId, callId } = notice;
        ofCall(callId, { type: 'agent-gone', legId, talking: talking(callId) });
        return;
      }
      case 'ended':
        ofCall(notice.callId, { type: 'call-ended' });
        return;
      case 'customer-joined':
      case 'agent-joined':
      case 'successor-heard':
      case 'ai-lost':
      case 'customer-alone':
      case 'conference-stuck':
      case 'customer-missing':
      case 'result-proposed':
      case 'ending':
        return;
      default:
        unreachable(notice);
    }
  };
}
