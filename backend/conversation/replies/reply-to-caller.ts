import type { Intent } from '../../contract/vocabulary.ts';
import type { CallerEvent } from '../conversation-state.ts';
import type { HeardSpeech } from '../hear-speech.ts';
import { isQuestion, type QuestionRemark } from '../remarks/remark.ts';
import type { TemplateKey } from '../templates.ts';
import type { Caller } from '../turn-settings.ts';
import { agrees } from '../understanding/agreement.ts';
import { opening } from './introduction.ts';
import { keepHolding } from './keep-holding.ts';
import { LIMITS } from './limits.ts';
import { connect, listen, prepare } from './moves.ts';
import { agreeOnTime, takeMessage } from './reply-to-callers-message.ts';
import { aiAnswer, companyAnswer, replyToAiInquiry } from './reply-to-inquiry.ts';
import { replyToMachine } from './reply-to-machine.ts';
import { replyToForeignLanguage, replyToTransfer } from './reply-to-person.ts';
import { replyToRemark } from './reply-to-remark.ts';
import {
  replyToClosing,
  replyToDoNotCall,
  replyToRejection,
  replyToWebsiteRedirect,
  replyToWrongNumber,
} from './reply-with-good-bye.ts';
import { saysTheyReturnCall } from './returns-call.ts';
import type { Move, Said, Scene } from './scene.ts';

type Reply = (scene: Scene, said: Said, caller: Caller) => Move;

/** One row, one intent. Where nobody is free what they say is taken down. */
interface Row {
  readonly attended: Reply;
  readonly unattended: Reply;
}

/** What whoever rings us says, and what comes of it: they are put through, leave a message, refuse, or name a time. */
const REPLIES: Readonly<Record<Exclude<Intent, 'machine'>, Row>> = {
  acknowledgement: { attended: followAcknowledgement, unattended: askOn },
  clarification: always(greetAgain),
  company_inquiry: always(explain),
  purpose_inquiry: always(explain),
  appointment_inquiry: { attended: putThrough, unattended: takeMessage },
  ai_inquiry: { attended: (scene) => replyToAiInquiry(scene), unattended: answerHonestly },
  transfer_hold: { attended: (scene) => replyToTransfer(scene), unattended: waitForWords },
  person_on_line: { attended: putThrough, unattended: askOn },
  interested: { attended: putThrough, unattended: takeMessage },
  agent_request: { attended: putThrough, unattended: takeMessage },
  // They were out when we called.
  absent: { attended: putThrough, unattended: takeMessage },
  busy: always(agreeOnTime),
  callback: { attended: followCallback, unattended: agreeOnTime },
  rejection: always(replyToRejection),
  do_not_call: always(replyToDoNotCall),
  website_redirect: always(replyToWebsiteRedirect),
  wrong_number: always(replyToWrongNumber),
  language_inquiry: { attended: replyToForeignLanguage, unattended: askInEnglish },
  closing: { attended: replyToClosing, unattended: endWithMessage },
  unknown: { attended: putThrough, unattended: takeMessage },
};

/** These count also before they have heard whom they reached. */
const REFUSALS: ReadonlySet<Intent> = new Set(['rejection', 'do_not_call']);

/** What ends the call must be clear: who rings us rather wants something. */
const FINAL: ReadonlySet<Intent> = new Set([
  'rejection',
  'do_not_call',
  'website_redirect',
  'wrong_number',
  'closing',
]);
const CLEAR = 0.7;

/** What is said and done for what somebody said who rang us, by the table. */
export function replyToCaller(scene: Scene, caller: Caller, heard: HeardSpeech): Move {
  const { meant, remark, text, words } = heard;
  const { introduced, position, message } = scene.state;
  const { confidence } = meant;
  const said = { text, words, confidence };
  if (!introduced && !(REFUSALS.has(meant.intent) && confidence >= CLEAR)) return greetCaller(scene, caller);
  if (isQuestion(remark) && !isAnswered(remark, text)) return replyToRemark(scene, remark, said);
  if (meant.intent === 'machine') {
    return position.at === 'holding' ? keepHolding(scene) : replyToMachine(scene, meant.kind);
  }
  const wish = wishOf(meant.intent, said);
  return REPLIES[wish][message.is === 'asked' ? 'unattended' : 'attended'](scene, said, caller);
}

/** Who gives the name of a company has not dialled a wrong number. */
function wishOf(intent: Exclude<Intent, 'machine'>, { text, confidence }: Said): Exclude<Intent, 'machine'> {
  if (intent === 'wrong_number' && !/間違|まちが/.test(text)) return 'acknowledgement';
  return FINAL.has(intent) && confidence < CLEAR ? 'unknown' : intent;
}

/** Who has called us back needs no number for it. */
function isAnswered(question: QuestionRemark, text: string): boolean {
  return (question === 'our-number' || question === 'number-to-call-back') && saysTheyReturnCall(text);
}

/** Whom they have reached, and what we can do for them. An agent is asked meanwhile. */
export function greetCaller(scene: Scene, caller: Caller): Move {
  const event = eventOf(caller);
  const greeted = { ...scene, state: { ...scene.state, course: [event, ...scene.state.course] } };
  const counts = { ...scene.state.counts, silencesInARow: 0 };
  const changes = { introduced: true, position: { at: 'explained' }, counts } as const;
  return caller.isSomebodyFree()
    ? prepare(greeted, event, [...opening(scene), 'inbound_ask'], changes)
    : askForMessage({ ...greeted, state: { ...greeted.state, ...changes } }, caller, opening(scene));
}

/** Nobody is free: what may we pass on, or when may we call? */
export function askForMessage(scene: Scene, caller: Caller, before: readonly TemplateKey[]): Move {
  const number = caller.showsNumber ? [] : (['inbound_ask_number'] as const);
  return listen(scene, [...before, 'inbound_ask_message', ...number], {
    position: { at: 'explained' },
    question: 'none',
    standby: { is: 'none' },
    message: { is: 'asked', words: '' },
  });
}

function eventOf({ returnsCall }: Caller): CallerEvent {
  return returnsCall ? 'called-back' : 'called-us';
}

function putThrough(scene: Scene, _said: Said, caller: Caller): Move {
  return connect(scene, eventOf(caller), 'connecting');
}

/** 「はい、山田商事です」 is how somebody begins who wants something; a noise agrees to nothing that we asked. */
function followAcknowledgement(scene: Scene, said: Said, caller: Caller): Move {
  const isAsked = scene.state.question === 'consent' || scene.state.question === 'human-instead';
  if (!isAsked || agrees(said.words)) return putThrough(scene, said, caller);
  return scene.state.counts.acknowledgementsInARow < LIMITS.noisesInARow
    ? listen(scene, ['inbound_ask'])
    : putThrough(scene, said, caller);
}

/** Who calls back is put through; who asks to be called names a time. */
function followCallback(scene: Scene, said: Said, caller: Caller): Move {
  return saysTheyReturnCall(said.text) ? putThrough(scene, said, caller) : agreeOnTime(scene, said, caller);
}

/** Who we are and why we called; who asks again hears it from a human. */
function explain(scene: Scene, said: Said, caller: Caller): Move {
  const isUnattended = scene.state.message.is === 'asked';
  if (scene.state.pitch !== 'none') {
    return isUnattended
      ? listen(scene, ['pitch_long', 'inbound_ask_message'])
      : putThrough(scene, said, caller);
  }
  const answer: readonly TemplateKey[] = [...companyAnswer(scene), 'inbound_purpose'];
  return isUnattended
    ? listen(scene, [...answer, 'inbound_ask_message'], { pitch: 'short' })
    : listen(scene, [...answer, 'consent_again'], { pitch: 'short', question: 'consent' });
}

function greetAgain(scene: Scene, said: Said, caller: Caller): Move {
  if (scene.state.message.is === 'asked') return listen(scene, ['inbound_ask_message']);
  return scene.state.counts.clarifications < LIMITS.clarificationsBeforeStandby
    ? listen(scene, [...opening(scene), 'inbound_ask'])
    : putThrough(scene, said, caller);
}

function answerHonestly(scene: Scene): Move {
  return listen(scene, [...aiAnswer(scene), 'inbound_ask_message']);
}

function waitForWords(scene: Scene): Move {
  return listen(scene, ['hold_thanks']);
}

function askInEnglish(scene: Scene): Move {
  const inEnglish = { ...scene, state: { ...scene.state, language: 'en-US' as const } };
  return listen(inEnglish, [...opening(scene), 'inbound_ask_message']);
}

/** Says nothing that could be passed on. */
const BARE = /^[、。\s]*(はい|ええ|うん|もしもし|あの|えっと)*[、。\s]*$/;

/** A name, or 「はい」: more is to come. */
function askOn(scene: Scene, said: Said, caller: Caller): Move {
  const { message, counts } = scene.state;
  if (counts.acknowledgementsInARow > 1) return takeMessage(scene, said, caller);
  const before = message.is === 'asked' ? message.words : '';
  const words = BARE.test(said.text) ? before : `${before}${said.text}`;
  return listen(scene, ['inbound_ask_more'], { message: { is: 'asked', words } });
}

function endWithMessage(scene: Scene, said: Said, caller: Caller): Move {
  const { message } = scene.state;
  return message.is === 'asked' && message.words !== ''
    ? takeMessage(scene, said, caller)
    : replyToClosing(scene);
}

function always(reply: Reply): Row {
  return { attended: reply, unattended: reply };
}
