import type { Viewer } from '../../auth/visibility.ts';
import type { CallPublisher } from '../../calls/call-publisher.ts';
import type { CallStore } from '../../calls/call-store.ts';
import { visibleCall } from '../../calls/visible-call.ts';
import type { AgentId, CallId, HandoffId } from '../../contract/ids.ts';
import type { HandoffRouting, Queue } from '../../contract/routing.ts';
import { Refusal } from '../../kernel/errors.ts';
import type { HandoffDeadlines } from '../handoff-deadlines.ts';
import type { HandoffRow, HandoffStore } from '../handoff-store.ts';
import type { RoutingDecisionStore } from './routing-decision-store.ts';

export interface RoutingView {
  /** Throws `not-found` for a handoff of a call that the viewer may not see. */
  ofHandoff(viewer: Viewer, handoffId: HandoffId): HandoffRouting;
  /** The customers who wait, of the calls that the viewer may see. */
  queue(viewer: Viewer): Queue;
}

interface RoutingViewOptions {
  readonly handoffs: Pick<HandoffStore, 'find' | 'open' | 'offersOf'>;
  readonly decisions: Pick<RoutingDecisionStore, 'ofHandoff'>;
  readonly calls: Pick<CallStore, 'find'>;
  readonly publisher: Pick<CallPublisher, 'audience'>;
  readonly deadlines: Pick<HandoffDeadlines, 'giveUpAt'>;
  readonly nameOfAgent: (agentId: AgentId) => string;
  readonly companyOf: (callId: CallId) => string;
}

/** Why agents were or were not asked, and who waits for one. */
export function createRoutingView(options: RoutingViewOptions): RoutingView {
  const { handoffs, decisions, nameOfAgent } = options;

  function isVisible(viewer: Viewer, callId: CallId): boolean {
    try {
      visibleCall(options, viewer, callId);
      return true;
    } catch (error) {
      if (error instanceof Refusal) return false;
      throw error;
    }
  }

  function entryOf(handoff: HandoffRow, waitingSince: Date): Queue['waiting'][number] {
    const open = handoffs.offersOf(handoff.id).filter(({ status }) => status === 'open');
    const asked = handoff.agentId === null ? open.map(({ agentId }) => agentId) : [handoff.agentId];
    return {
      callId: handoff.callId,
      handoffId: handoff.id,
      company: options.companyOf(handoff.callId),
      reason: handoff.connectReason ?? handoff.reason,
      waitingSince: waitingSince.toISOString(),
      givenUpAt: options.deadlines.giveUpAt(handoff.id)?.toISOString() ?? null,
      asked: asked.map((id) => ({ id, name: nameOfAgent(id) })),
    };
  }

  return {
    ofHandoff(viewer, handoffId) {
      const handoff = handoffs.find(handoffId);
      if (handoff === null) throw new Refusal('not-found', 'there is no such handoff');
      visibleCall(options, viewer, handoff.callId);
      return {
        handoffId,
        callId: handoff.callId,
        decisions: decisions.ofHandoff(handoffId).map(({ at, step, strategy, verdicts }) => ({
          at: at.toISOString(),
          step,
          strategy,
          agents: verdicts.map((verdict) => ({ name: nameOfAgent(verdict.agentId), verdict })),
        })),
      };
    },
    queue(viewer) {
      const waiting = handoffs
        .open()
        .filter((handoff) => isAwaited(handoff) && isVisible(viewer, handoff.callId))
        .map((handoff) => entryOf(handoff, handoff.waitingSince ?? handoff.requestedAt))
        .toSorted((a, b) => a.waitingSince.localeCompare(b.waitingSince));
      return { waiting, longestSince: waiting[0]?.waitingSince ?? null };
    },
  };
}

/** The customer waits until somebody is with them. */
function isAwaited({ status, urgency, askerLegId }: HandoffRow): boolean {
  const nobodyYet = status === 'offering' || status === 'joining' || status === 'standby';
  return urgency === 'connect' && askerLegId === null && nobodyYet;
}
