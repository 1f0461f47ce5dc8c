import type { TemplateKey } from '../templates.ts';
import { mayAsk } from './asking.ts';
import type { Scene } from './scene.ts';
import { freshWording } from './speaking.ts';

/** What is still open between us, so that an answer of ours does not end in silence; empty once it was asked often enough. */
export function openQuestion(scene: Scene): readonly TemplateKey[] {
  if (scene.settings.caller !== null) return callerQuestion(scene);
  if (scene.state.question === 'their-call') return [];
  return offerQuestion(scene) ?? putThroughQuestion(scene, ['ask_person', 'ask_person_again']);
}

/** The same after an explanation: to be put through. */
export function transferQuestion(scene: Scene): readonly TemplateKey[] {
  if (scene.settings.caller !== null) return callerQuestion(scene);
  return offerQuestion(scene) ?? putThroughQuestion(scene, ['ask_transfer', 'ask_transfer_again']);
}

/** Whether a human of ours may speak, in other words than last time; null where nobody was offered one. */
export function offerQuestion(scene: Scene): readonly TemplateKey[] | null {
  const { question, position } = scene.state;
  if (question === 'human-instead') {
    return mayAsk(scene, 'humanInstead') ? [freshWording(scene, 'offer_human', 'offer_human_again')] : [];
  }
  if (question !== 'consent' && position.at !== 'person') return null;
  return mayAsk(scene, 'consent') ? [freshWording(scene, 'consent_again', 'pitch_human')] : [];
}

/** Whoever rang us is asked what they want, once nobody is free to ask them. */
function callerQuestion(scene: Scene): readonly TemplateKey[] {
  if (scene.state.message.is === 'asked') return ['inbound_ask_message'];
  return mayAsk(scene, 'consent') ? [freshWording(scene, 'consent_again', 'pitch_human')] : [];
}

function putThroughQuestion(
  scene: Scene,
  [first, second]: readonly [TemplateKey, TemplateKey],
): readonly TemplateKey[] {
  return mayAsk(scene, 'putThrough') ? [freshWording(scene, first, second)] : [];
}
