import type { AgentId, CallId, LegId } from '../../contract/ids.ts';
import type { Ids } from '../../kernel/ids.ts';
import type { handoffs, offers } from '../schema/handoffs.ts';
import type { ScriptHandoff } from './demo-scripts.ts';
import { secondsAfter, type Timeline } from './demo-timeline.ts';

/** How a human came into a demo call, or did not. */
export interface DemoHandoff {
  readonly handoff: typeof handoffs.$inferInsert;
  readonly offer: typeof offers.$inferInsert;
  /** The agent's stay in the conference; null when there was none. */
  readonly stay: AgentStay | null;
}

export interface AgentStay {
  readonly legId: LegId;
  readonly acceptedAt: Date;
  readonly joinedAt: Date;
  readonly heardFrom: Date;
}

interface DemoHandoffOptions {
  readonly script: ScriptHandoff;
  readonly callId: CallId;
  readonly agentId: AgentId;
  readonly timeline: Timeline;
  readonly ids: Ids;
}

const offerSeconds = 15;

export function demoHandoff({ script, callId, agentId, timeline, ids }: DemoHandoffOptions): DemoHandoff {
  const { reason, connect, end } = script;
  const requestedAt = timeline.said[script.requestedAt] ?? timeline.answeredAt;
  const decidedAt = timeline.said[end.at] ?? timeline.endedAt;
  const id = ids.handoff();
  const handoff = {
    id,
    callId,
    urgency: 'connect',
    requestedBy: 'ai',
    reason,
    connectReason: connect.reason,
    requestedAt,
    waitingSince: timeline.said[connect.at] ?? timeline.endedAt,
  } as const;
  const offer = {
    id: ids.offer(),
    handoffId: id,
    agentId,
    offeredAt: requestedAt,
    deadline: secondsAfter(requestedAt, offerSeconds),
  };

  if (end.status !== 'connected') {
    return {
      handoff: { ...handoff, status: end.status, endedAt: decidedAt },
      offer: { ...offer, status: end.offer, respondedAt: offer.deadline },
      stay: null,
    };
  }
  const acceptedAt = secondsAfter(requestedAt, 3);
  const stay = { legId: ids.leg(), acceptedAt, joinedAt: secondsAfter(acceptedAt, 2), heardFrom: decidedAt };
  return {
    handoff: {
      ...handoff,
      status: 'connected',
      agentId,
      legId: stay.legId,
      floorFree: true,
      connectedAt: stay.heardFrom,
      endedAt: timeline.endedAt,
    },
    offer: { ...offer, status: 'accepted', respondedAt: acceptedAt },
    stay,
  };
}
