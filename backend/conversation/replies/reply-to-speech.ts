import type { HandoffReason } from '../../contract/handoffs.ts';
import type { Intent } from '../../contract/vocabulary.ts';
import type { MachineKind } from '../understanding/classification.ts';
import { answerOnHold, keepHolding } from './keep-holding.ts';
import { connect } from './moves.ts';
import { replyToAcknowledgement, replyToClarification, replyToUnknown } from './reply-to-courtesy.ts';
import {
  aiAnswer,
  appointmentAnswer,
  companyAnswer,
  purposeAnswer,
  replyToAiInquiry,
  replyToAppointmentInquiry,
  replyToCompanyInquiry,
  replyToPurposeInquiry,
} from './reply-to-inquiry.ts';
import { leave, replyToMachine } from './reply-to-machine.ts';
import {
  replyToAgentRequest,
  replyToForeignLanguage,
  replyToInterest,
  replyToPerson,
  replyToTransfer,
} from './reply-to-person.ts';
import { replyToRemark } from './reply-to-remark.ts';
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
import type { Heard, Move, Said, Scene } from './scene.ts';

type Reply = (scene: Scene, said: Said) => Move;

/** One row, one intent. While they are fetching somebody only what concerns us acts; everything else keeps listening. */
interface Row {
  readonly talking: Reply;
  readonly holding: Reply;
}

const REPLIES: Readonly<Record<Exclude<Intent, 'machine'>, Row>> = {
  acknowledgement: { talking: replyToAcknowledgement, holding: keepHolding },
  clarification: { talking: replyToClarification, holding: keepHolding },
  company_inquiry: { talking: replyToCompanyInquiry, holding: answerOnHold(companyAnswer) },
  purpose_inquiry: { talking: replyToPurposeInquiry, holding: answerOnHold(purposeAnswer) },
  appointment_inquiry: { talking: replyToAppointmentInquiry, holding: answerOnHold(appointmentAnswer) },
  ai_inquiry: { talking: replyToAiInquiry, holding: answerOnHold(aiAnswer) },
  transfer_hold: { talking: (scene) => replyToTransfer(scene), holding: keepHolding },
  person_on_line: always(replyToPerson),
  interested: always(replyToInterest),
  agent_request: always(replyToAgentRequest),
  absent: always(replyToAbsence),
  busy: always(replyToBusy),
  callback: always(replyToCallback),
  rejection: always(replyToRejection),
  do_not_call: always(replyToDoNotCall),
  website_redirect: always(replyToWebsiteRedirect),
  wrong_number: always(replyToWrongNumber),
  language_inquiry: { talking: replyToForeignLanguage, holding: keepHolding },
  closing: { talking: replyToClosing, holding: keepHolding },
  unknown: { talking: replyToUnknown, holding: keepHolding },
};

/** Once a human was promised, these are theirs to answer. */
const FOR_THE_HUMAN: ReadonlySet<Intent> = new Set([
  'clarification',
  'company_inquiry',
  'purpose_inquiry',
  'appointment_inquiry',
  'ai_inquiry',
  'unknown',
]);

/** What is said and done for what was understood, by the table. */
export function replyToSpeech(scene: Scene, { meant, remark, text }: Heard): Move {
  const { intent, confidence } = meant;
  const at = scene.state.position.at === 'holding' ? 'holding' : 'talking';
  if (scene.state.question === 'human-is-coming' && FOR_THE_HUMAN.has(intent)) {
    return connect(scene, promisedFor(scene), 'connecting_apology');
  }
  if (remark !== null) return replyToRemark(scene, remark, { text, confidence });
  if (meant.intent === 'machine') return replyToRecording(scene, at, meant.kind);
  return REPLIES[meant.intent][at](scene, { text, confidence });
}

/** A recorded voice during a hold is part of it, unless it wants a message. */
function replyToRecording(scene: Scene, at: keyof Row, kind: MachineKind): Move {
  if (at === 'talking') return replyToMachine(scene, kind);
  return kind.type === 'voicemail' ? leave(scene) : keepHolding(scene);
}

function always(reply: Reply): Row {
  return { talking: reply, holding: reply };
}

function promisedFor({ state }: Scene): HandoffReason {
  return state.standby.is === 'none' ? 'not-understood' : state.standby.reason;
}
