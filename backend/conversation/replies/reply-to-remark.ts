import { NOTHING_NEXT } from '../outcomes.ts';
import type { QuestionRemark, Remark } from '../remarks/remark.ts';
import type { TemplateKey } from '../templates.ts';
import { introduce } from './introduction.ts';
import { answerOnHold, keepHolding } from './keep-holding.ts';
import { LIMITS } from './limits.ts';
import { end, holdOn, listen } from './moves.ts';
import { openQuestion, transferQuestion } from './open-question.ts';
import { replyToAcknowledgement } from './reply-to-courtesy.ts';
import { companyAnswer, purposeAnswer } from './reply-to-inquiry.ts';
import { closeOffer } from './reply-to-noise.ts';
import { replyToTransfer } from './reply-to-person.ts';
import { replyToAbsence } from './reply-with-good-bye.ts';
import type { Move, Said, Scene } from './scene.ts';
import { freshWording } from './speaking.ts';

/** Answers what an intent alone says too little of. */
export function replyToRemark(scene: Scene, remark: Remark, said: Said): Move {
  switch (remark) {
    case 'number-source':
    case 'recording':
    case 'our-number':
    case 'company-and-purpose':
    case 'personal-data':
    case 'spelling':
    case 'how-long':
      return answer(scene, remark, said);
    case 'keeps-machine':
      return keepMachine(scene, said);
    case 'offers-to-wait':
      return wait(scene, ['hold_yes', 'hold_thanks']);
    case 'passes-on':
      return wait(scene, ['hold_thanks', 'hold_yes']);
    case 'may-call':
      return replyToPoliteNo(scene);
    case 'person-gone':
      return replyToPersonGone(scene, said);
    case 'no-successor':
      return replyToAbsence(scene, said);
  }
}

/** Honestly and briefly, and then what is open between us. */
function answer(scene: Scene, question: QuestionRemark, said: Said): Move {
  const { state } = scene;
  if (question === 'our-number' && CALLS_BACK.test(said.text)) return awaitTheirCall(scene);
  if (state.position.at === 'holding') return answerOnHold((held) => answerTo(held, question))(scene, said);
  // The opening says both.
  if (question === 'company-and-purpose' && !state.introduced) return introduce(scene);
  const keys = answerTo(scene, question);
  if (!state.introduced) return introduce(scene, keys);
  if (question !== 'company-and-purpose') return listen(scene, [...keys, ...openQuestion(scene)]);
  const pitch = state.pitch === 'none' ? 'short' : state.pitch;
  return listen(scene, [...keys, ...transferQuestion(scene)], { pitch });
}

/** Who asks for our number in order to call us. */
const CALLS_BACK = /折り?返|かけ直|から.{0,10}(連絡|電話)(いた|し|させ|差)/;

function awaitTheirCall(scene: Scene): Move {
  const outcome = { result: 'follow_up', reason: 'callback', nextAction: NOTHING_NEXT } as const;
  return end(scene, outcome, 'our_number', 'callback_by_them');
}

function answerTo(scene: Scene, question: QuestionRemark): readonly TemplateKey[] {
  switch (question) {
    case 'number-source':
      return ['number_source'];
    case 'recording':
      return [scene.settings.recorded ? 'recorded' : 'transcribed'];
    case 'our-number':
      return ['our_number'];
    case 'company-and-purpose':
      return [...companyAnswer(scene), ...purposeAnswer(scene)];
    case 'personal-data':
      return ['personal_data'];
    case 'spelling':
      return ['spelling'];
    case 'how-long':
      return ['how_long'];
  }
}

/** Who wants no human instead of the machine has refused nothing. */
function keepMachine(scene: Scene, said: Said): Move {
  const { question, position } = scene.state;
  if (position.at === 'holding') return keepHolding(scene);
  return question === 'human-instead' ? closeOffer(scene) : replyToAcknowledgement(scene, said);
}

/** Somebody asks whether we wait, or tells who comes next: yes, and thanks. */
function wait(scene: Scene, [first, second]: readonly [TemplateKey, TemplateKey]): Move {
  if (scene.state.position.at !== 'holding') return replyToTransfer(scene, first);
  const waited = keepHolding(scene);
  return waited.act.type === 'hold' ? holdOn(scene, [freshWording(scene, first, second)]) : waited;
}

/** Who would rather not be called is promised no call. */
function replyToPoliteNo(scene: Scene): Move {
  const outcome = { result: 'follow_up', reason: 'callback', nextAction: NOTHING_NEXT } as const;
  return end(scene, outcome, 'callback_if_needed');
}

/** Whom we ask for has left: we ask, once, for whoever has their place. */
function replyToPersonGone(scene: Scene, said: Said): Move {
  const { introduced, asked } = scene.state;
  if (!introduced) return introduce(scene);
  if (asked.successor >= LIMITS.successor) return replyToAbsence(scene, said);
  return listen(scene, ['ask_successor'], { position: { at: 'explained' }, question: 'successor' });
}
