import { CALLBACK_BY_THEM, NOTHING_NEXT } from '../outcomes.ts';
import type { Remark } from '../remarks/remark.ts';
import type { TemplateKey } from '../templates.ts';
import { mayAsk } from './asking.ts';
import { introduce } from './introduction.ts';
import { answerOnHold, keepHolding } from './keep-holding.ts';
import { end, holdOn, listen } from './moves.ts';
import { openQuestion, transferQuestion } from './open-question.ts';
import { companyAnswer, purposeAnswer } from './reply-to-inquiry.ts';
import { closeOffer } from './reply-to-noise.ts';
import { replyToTransfer } from './reply-to-person.ts';
import { replyToAbsence, replyToCallback } from './reply-with-good-bye.ts';
import { always, type Row, sideOf } from './row.ts';
import type { Move, Said, Scene } from './scene.ts';
import { freshWording } from './speaking.ts';

type Answer = (scene: Scene) => readonly TemplateKey[];

/** One row, one remark. */
const REMARK_REPLIES: Readonly<Record<Remark, Row>> = {
  'number-source': answered(() => ['number_source']),
  recording: answered(({ settings }) => [settings.recorded ? 'recorded' : 'transcribed']),
  'our-number': answered(() => ['our_number']),
  'personal-data': answered(() => ['personal_data']),
  spelling: answered(() => ['spelling']),
  'how-long': answered(() => ['how_long']),
  'company-and-purpose': { talking: explain, holding: answerOnHold(companyAndPurpose) },
  'number-to-call-back': always(awaitTheirCall),
  'for-whom': { talking: sayWhom, holding: answerOnHold(whom) },
  'confirms-whom': { talking: agreeOnWhom, holding: answerOnHold(() => ['whom_confirmed']) },
  'no-such-department': { talking: askWhoever, holding: answerOnHold(() => ['ask_whoever']) },
  suspicion: answered(() => ['suspicion']),
  'names-time': always(replyToCallback),
  'declines-human': always(replyToNo),
  'offers-to-wait': { talking: putOnHold('hold_yes'), holding: waitOn('hold_yes', 'hold_thanks') },
  'passes-on': { talking: putOnHold('hold_thanks'), holding: waitOn('hold_thanks', 'hold_yes') },
  // Who wants no human instead of the machine has refused nothing.
  'keeps-machine': always(closeOffer),
  'may-call': always(replyToPoliteNo),
  'person-gone': always(replyToPersonGone),
  'no-successor': always(replyToAbsence),
};

/** Answers what an intent alone says too little of. */
export function replyToRemark(scene: Scene, remark: Remark, said: Said): Move {
  return REMARK_REPLIES[remark][sideOf(scene)](scene, said);
}

/** Honestly and briefly, and then what is open between us. */
function answered(answer: Answer): Row {
  return {
    talking: (scene) =>
      scene.state.introduced
        ? listen(scene, [...answer(scene), ...openQuestion(scene)])
        : introduce(scene, answer(scene)),
    holding: answerOnHold(answer),
  };
}

/** The opening says both. */
function explain(scene: Scene): Move {
  const { introduced, pitch } = scene.state;
  if (!introduced) return introduce(scene);
  return listen(scene, [...companyAndPurpose(scene), ...transferQuestion(scene)], {
    pitch: pitch === 'none' ? 'short' : pitch,
  });
}

function companyAndPurpose(scene: Scene): readonly TemplateKey[] {
  return [...companyAnswer(scene), ...purposeAnswer(scene)];
}

/** Who asks for our number in order to call us writes it down before we say good-bye. */
function awaitTheirCall(scene: Scene): Move {
  return listen(scene, ['our_number'], { position: { at: 'explained' }, question: 'their-call' });
}

/** Somebody asks whether we wait, or tells who comes next: yes, or thanks. */
function putOnHold(thanks: TemplateKey): (scene: Scene) => Move {
  return (scene) => replyToTransfer(scene, thanks);
}

function waitOn(first: TemplateKey, second: TemplateKey): (scene: Scene) => Move {
  return (scene) => {
    const waited = keepHolding(scene);
    return waited.act.type === 'hold' ? holdOn(scene, [freshWording(scene, first, second)]) : waited;
  };
}

/** Whom we want to speak with. */
function sayWhom(scene: Scene): Move {
  if (!scene.state.introduced) return introduce(scene);
  return listen(scene, whom(scene), { question: 'put-through' });
}

function whom({ settings }: Scene): readonly TemplateKey[] {
  return [settings.callee.person === null ? 'for_whom' : 'for_person'];
}

function agreeOnWhom(scene: Scene): Move {
  if (!scene.state.introduced) return introduce(scene);
  return listen(scene, ['whom_confirmed'], { question: 'put-through' });
}

/** They have no such department: whoever it concerns will do. */
function askWhoever(scene: Scene): Move {
  if (!scene.state.introduced) return introduce(scene);
  if (!mayAsk(scene, 'putThrough')) return replyToNo(scene);
  return listen(scene, ['ask_whoever'], { question: 'put-through' });
}

/** A plain No is one: nobody is asked again, and nothing is promised. */
function replyToNo(scene: Scene): Move {
  return end(scene, { result: 'follow_up', reason: 'closing', nextAction: NOTHING_NEXT }, 'closing');
}

/** Who would rather not be called is promised no call. */
function replyToPoliteNo(scene: Scene): Move {
  return end(scene, CALLBACK_BY_THEM, 'callback_if_needed');
}

/** Whom we ask for has left: we ask, once, for whoever has their place. */
function replyToPersonGone(scene: Scene, said: Said): Move {
  if (!scene.state.introduced) return introduce(scene);
  if (!mayAsk(scene, 'successor')) return replyToAbsence(scene, said);
  return listen(scene, ['ask_successor'], { position: { at: 'explained' }, question: 'successor' });
}
