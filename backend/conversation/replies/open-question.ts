import type { TemplateKey } from '../templates.ts';
import { mayAsk } from './asking.ts';
import type { Scene } from './scene.ts';
import { freshWording } from './speaking.ts';

/** What is still open between us, so that an answer of ours does not end in silence; empty once it was asked often enough. */
export function openQuestion(scene: Scene): readonly TemplateKey[] {
  if (scene.state.position.at === 'person') return consentQuestion(scene);
  return mayAsk(scene, 'putThrough') ? [freshWording(scene, 'ask_person', 'ask_person_again')] : [];
}

/** The same after an explanation: to be put through. */
export function transferQuestion(scene: Scene): readonly TemplateKey[] {
  if (scene.state.position.at === 'person') return consentQuestion(scene);
  return mayAsk(scene, 'putThrough') ? [freshWording(scene, 'ask_transfer', 'ask_transfer_again')] : [];
}

function consentQuestion(scene: Scene): readonly TemplateKey[] {
  return mayAsk(scene, 'consent') ? [freshWording(scene, 'consent_again', 'pitch_human')] : [];
}
