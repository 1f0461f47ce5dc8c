import type { TemplateKey } from '../templates.ts';
import type { Scene } from './scene.ts';
import { freshWording } from './speaking.ts';

/** What is still open between us, so that an answer of ours never ends in silence. */
export function openQuestion(scene: Scene): readonly TemplateKey[] {
  if (scene.state.position.at === 'person') return [freshWording(scene, 'consent_again', 'pitch_human')];
  return [freshWording(scene, 'ask_person', 'ask_person_again')];
}

/** The same after an explanation: to be put through. */
export function transferQuestion(scene: Scene): readonly TemplateKey[] {
  if (scene.state.position.at === 'person') return openQuestion(scene);
  return [freshWording(scene, 'ask_transfer', 'ask_transfer_again')];
}
