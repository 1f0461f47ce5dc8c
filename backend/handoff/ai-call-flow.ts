import type { CallLegs } from '../calls/call-legs.ts';
import type { CallId } from '../contract/ids.ts';
import type { AiStep } from '../conversation/ai-step.ts';
import type { ConversationService } from '../conversation/conversation-service.ts';
import type { AiInstruction, AiLeg, CarrierEvents } from '../telephony/carrier-events.ts';
import type { HandoffDeadlines } from './handoff-deadlines.ts';
import type { HandoffRequests } from './handoff-requests.ts';
import type { HandoffRunner } from './handoff-runner.ts';
import type { HandoffStore } from './handoff-store.ts';

interface AiCallFlowOptions {
  readonly conversations: ConversationService;
  readonly handoffs: HandoffStore;
  readonly requests: HandoffRequests;
  readonly runner: HandoffRunner;
  readonly callLegs: CallLegs;
  readonly deadlines: Pick<HandoffDeadlines, 'cancelLeftAlone'>;
}

export type AiCallFlow = Pick<CarrierEvents, 'aiStarted' | 'aiHeard' | 'aiFinished'>;

/** The AI's leg between dialogue and handoff: the engine says when it wants a human, the handoff says when one is there. */
export function createAiCallFlow(options: AiCallFlowOptions): AiCallFlow {
  const { conversations, handoffs, requests, runner, callLegs } = options;

  function follow(leg: AiLeg, step: AiStep): AiInstruction {
    if (step.wants === null) return step.instruction;
    requests.request(leg.callId, { ...step.wants, floorFree: false });
    return step.instruction.type === 'leave' ? spoken(leg) : step.instruction;
  }

  /** The AI has said 「おつなぎします」: from now on a human may be heard. */
  function spoken(leg: AiLeg): AiInstruction {
    freeFloor(leg.callId);
    return follow(leg, conversations.next(leg));
  }

  function freeFloor(callId: CallId): void {
    if (conversations.phase(callId) !== 'handing-over') return;
    conversations.advance(callId, 'floor-freed');
    const open = handoffs.openOfCall(callId);
    if (open === null) conversations.advance(callId, 'handoff-failed');
    else runner.apply(open.id, { type: 'floor-freed' });
  }

  /** It listens or is about to speak: whoever waited for it must hear it. */
  function meetCustomer(callId: CallId): void {
    options.deadlines.cancelLeftAlone(callId);
    callLegs.holdCustomer(callId, false);
  }

  return {
    /** A leg that comes in place of a broken one finds the floor free: nothing that was being said is said to its end. */
    aiStarted(leg) {
      if (conversations.phase(leg.callId) === 'frozen') options.deadlines.cancelLeftAlone(leg.callId);
      else meetCustomer(leg.callId);
      freeFloor(leg.callId);
      return follow(leg, conversations.resume(leg));
    },
    aiHeard(leg, round, heard) {
      const isHere = callLegs.openAi(leg.callId)?.id === leg.legId;
      if (isHere && conversations.phase(leg.callId) === 'talking') meetCustomer(leg.callId);
      return follow(leg, conversations.hear(leg, round, heard));
    },
    aiFinished: (leg) => spoken(leg),
  };
}
