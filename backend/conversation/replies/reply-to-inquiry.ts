import type { TemplateKey } from '../templates.ts';
import { mayAsk } from './asking.ts';
import { introduce } from './introduction.ts';
import { connect, listen, prepare } from './moves.ts';
import { openQuestion, transferQuestion } from './open-question.ts';
import type { Move, Scene } from './scene.ts';
import { freshWording } from './speaking.ts';

/** Who is calling. */
export function replyToCompanyInquiry(scene: Scene): Move {
  if (!scene.state.introduced) return introduce(scene);
  return listen(scene, [...companyAnswer(scene), ...openQuestion(scene)]);
}

/** What it is about: in ten seconds, then in thirty, then by a human. */
export function replyToPurposeInquiry(scene: Scene): Move {
  if (!scene.state.introduced) return introduce(scene);
  switch (scene.state.pitch) {
    case 'none':
      return listen(scene, ['pitch_short', ...transferQuestion(scene)], { pitch: 'short' });
    case 'short':
      return listen(scene, ['pitch_long', ...transferQuestion(scene)], { pitch: 'long' });
    case 'long':
      return prepare(scene, 'asked-for-consent', ['pitch_human'], {
        pitch: 'human-offered',
        question: 'consent',
      });
    case 'human-offered':
      return connect(scene, 'no-progress', 'connecting_apology');
  }
}

/** Whether there is an appointment: honestly, no. */
export function replyToAppointmentInquiry(scene: Scene): Move {
  if (!scene.state.introduced) return introduce(scene, ['appointment']);
  return listen(scene, [...appointmentAnswer(scene), ...transferQuestion(scene)]);
}

/** Whether this is a machine: honestly, yes. */
export function replyToAiInquiry(scene: Scene): Move {
  if (!scene.state.introduced) return introduce(scene, ['ai_inquiry']);
  if (!mayAsk(scene, 'humanInstead')) return listen(scene, aiAnswer(scene));
  const offer = freshWording(scene, 'offer_human', 'offer_human_again');
  return listen(scene, [...aiAnswer(scene), offer], { question: 'human-instead' });
}

/** The bare answers, for those who ask while they are fetching somebody. */
export function companyAnswer(scene: Scene): readonly TemplateKey[] {
  return [freshWording(scene, 'company_confirmation', 'company_confirmation_again')];
}

export function purposeAnswer(scene: Scene): readonly TemplateKey[] {
  return [freshWording(scene, 'pitch_short', 'pitch_long')];
}

export function appointmentAnswer(scene: Scene): readonly TemplateKey[] {
  return [freshWording(scene, 'appointment', 'appointment_again')];
}

export function aiAnswer(scene: Scene): readonly TemplateKey[] {
  return [freshWording(scene, 'ai_inquiry', 'ai_inquiry_again')];
}
