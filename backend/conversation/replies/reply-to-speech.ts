import type { HandoffReason } from '../../contract/handoffs.ts';
import type { Intent } from '../../contract/vocabulary.ts';
import type { Classification } from '../understanding/classification.ts';
import { connect } from './moves.ts';
import { replyToAcknowledgement, replyToClarification, replyToUnknown } from './reply-to-courtesy.ts';
import {
  replyToAiInquiry,
  replyToAppointmentInquiry,
  replyToCompanyInquiry,
  replyToPurposeInquiry,
} from './reply-to-inquiry.ts';
import { replyToMachine } from './reply-to-machine.ts';
import {
  replyToAgentRequest,
  replyToForeignLanguage,
  replyToInterest,
  replyToPerson,
  replyToTransfer,
} from './reply-to-person.ts';
import {
  replyToAbsence,
  replyToBusy,
  replyToCallback,
  replyToClosing,
  replyToDoNotCall,
  replyToRejection,
  replyToWebsiteRedirect,
  replyToWrongNumber,
} from './reply-with-good-bye.ts';
import type { Move, Scene } from './scene.ts';

/** Once a human was promised, these are theirs to answer. */
const FOR_THE_HUMAN: ReadonlySet<Intent> = new Set([
  'clarification',
  'company_inquiry',
  'purpose_inquiry',
  'appointment_inquiry',
  'ai_inquiry',
  'unknown',
]);

/** The table of intents: one row, one reply. */
export function replyToSpeech(scene: Scene, understood: Classification, text: string): Move {
  if (scene.state.question === 'human-is-coming' && FOR_THE_HUMAN.has(understood.intent)) {
    return connect(scene, promisedFor(scene), 'connecting_apology');
  }
  switch (understood.intent) {
    case 'acknowledgement':
      return replyToAcknowledgement(scene);
    case 'clarification':
      return replyToClarification(scene);
    case 'company_inquiry':
      return replyToCompanyInquiry(scene);
    case 'purpose_inquiry':
      return replyToPurposeInquiry(scene);
    case 'appointment_inquiry':
      return replyToAppointmentInquiry(scene);
    case 'ai_inquiry':
      return replyToAiInquiry(scene);
    case 'transfer_hold':
      return replyToTransfer(scene);
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
    case 'rejection':
      return replyToRejection(scene);
    case 'do_not_call':
      return replyToDoNotCall(scene);
    case 'website_redirect':
      return replyToWebsiteRedirect(scene);
    case 'wrong_number':
      return replyToWrongNumber(scene);
    case 'machine':
      return replyToMachine(scene, understood.kind);
    case 'language_inquiry':
      return replyToForeignLanguage(scene);
    case 'closing':
      return replyToClosing(scene);
    case 'unknown':
      return replyToUnknown(scene);
  }
}

function promisedFor({ state }: Scene): HandoffReason {
  return state.standby.is === 'none' ? 'not-understood' : state.standby.reason;
}
