import { callBack } from '../outcomes.ts';
import type { Classification } from '../understanding/classification.ts';
import { LIMITS } from './limits.ts';
import { secondsSince } from './listening.ts';
import { end, holdOn, stay } from './moves.ts';
import { aiAnswer, appointmentAnswer, companyAnswer, purposeAnswer } from './reply-to-inquiry.ts';
import { leave } from './reply-to-machine.ts';
import { replyToAgentRequest, replyToInterest, replyToPerson } from './reply-to-person.ts';
import {
  replyToAbsence,
  replyToBusy,
  replyToCallback,
  replyToDoNotCall,
  replyToRejection,
  replyToWebsiteRedirect,
  replyToWrongNumber,
} from './reply-with-good-bye.ts';
import type { Move, Scene } from './scene.ts';

/** Below this, what is heard during a hold is taken for music, announcements or talk in the background. */
const CLEARLY_MEANT_FOR_US = 0.6;

/** While they are fetching somebody only what concerns us acts; everything else keeps listening. */
export function replyWhileHolding(scene: Scene, understood: Classification, text: string): Move {
  switch (understood.intent) {
    case 'person_on_line':
      return replyToPerson(scene);
    case 'interested':
      return replyToInterest(scene);
    case 'agent_request':
      return replyToAgentRequest(scene);
    case 'absent':
      return replyToAbsence(scene, text);
    case 'busy':
      return replyToBusy(scene, text);
    case 'callback':
      return replyToCallback(scene, text);
    case 'website_redirect':
      return replyToWebsiteRedirect(scene);
    case 'wrong_number':
      return replyToWrongNumber(scene);
    case 'rejection':
      return replyToRejection(scene);
    case 'do_not_call':
      return replyToDoNotCall(scene);
    case 'machine':
      return understood.kind.type === 'voicemail' ? leave(scene) : keepHolding(scene);
    default:
      return answerOrKeepHolding(scene, understood);
  }
}

/** Waits on, for as long as it is decent. */
export function keepHolding(scene: Scene): Move {
  const { position } = scene.state;
  if (position.at !== 'holding' || secondsSince(position.since, scene.at) < LIMITS.holdingSeconds) {
    return stay(scene);
  }
  const outcome = { result: 'follow_up', reason: 'held-too-long', nextAction: callBack(null) } as const;
  return end(scene, outcome, 'hold_too_long');
}

/** A receptionist who comes back with a question gets an answer; the hold goes on. See docs/conversation.md. */
function answerOrKeepHolding(scene: Scene, understood: Classification): Move {
  const tooLong = keepHolding(scene);
  if (tooLong.act.type === 'end' || understood.confidence < CLEARLY_MEANT_FOR_US) return tooLong;
  switch (understood.intent) {
    case 'company_inquiry':
      return holdOn(scene, companyAnswer(scene));
    case 'purpose_inquiry':
      return holdOn(scene, purposeAnswer(scene));
    case 'appointment_inquiry':
      return holdOn(scene, appointmentAnswer(scene));
    case 'ai_inquiry':
      return holdOn(scene, aiAnswer(scene));
    default:
      return tooLong;
  }
}
