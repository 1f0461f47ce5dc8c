import type { HandoffReason } from '../../contract/handoffs.ts';
import type { Intent } from '../../contract/vocabulary.ts';
import type { HeardSpeech } from '../hear-speech.ts';
import type { MachineKind } from '../understanding/classification.ts';
import { answerOnHold, keepHolding } from './keep-holding.ts';
import { connect } from './moves.ts';
import { replyToCaller } from './reply-to-caller.ts';
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
  leaveCallToThem,
  replyToAbsence,
  replyToBusy,
  replyToCallback,
  replyToClosing,
  replyToDoNotCall,
  replyToRejection,
  replyToWebsiteRedirect,
  replyToWrongNumber,
} from './reply-with-good-bye.ts';
import { always, type Row, sideOf } from './row.ts';
import type { Move, Scene } from './scene.ts';

/** One row, one intent. */
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

/** What somebody says who has written our number down. */
const HAS_NOTED: ReadonlySet<Intent> = new Set(['closing', 'callback', 'unknown', 'absent', 'transfer_hold']);

/** What is said and done for what was understood, by the table. */
export function replyToSpeech(scene: Scene, heard: HeardSpeech): Move {
  const { meant, remark, text, words } = heard;
  const { intent, confidence } = meant;
  const said = { text, words, confidence };
  const { caller } = scene.settings;
  if (caller !== null) return replyToCaller(scene, caller, heard);
  const at = sideOf(scene);
  if (scene.state.question === 'human-is-coming' && FOR_THE_HUMAN.has(intent)) {
    return connect(scene, promisedFor(scene), 'connecting_apology');
  }
  if (remark !== null) return replyToRemark(scene, remark, said);
  if (scene.state.question === 'their-call' && HAS_NOTED.has(intent)) return leaveCallToThem(scene);
  if (meant.intent === 'machine') return replyToRecording(scene, at, meant.kind);
  return REPLIES[meant.intent][at](scene, said);
}

/** A recorded voice during a hold is part of it, unless it wants a message. */
function replyToRecording(scene: Scene, at: keyof Row, kind: MachineKind): Move {
  if (at === 'talking') return replyToMachine(scene, kind);
  return kind.type === 'voicemail' ? leave(scene) : keepHolding(scene);
}

function promisedFor({ state }: Scene): HandoffReason {
  return state.standby.is === 'none' ? 'not-understood' : state.standby.reason;
}
