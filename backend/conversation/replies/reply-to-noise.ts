import { NOTHING_NEXT } from '../outcomes.ts';
import { LIMITS } from './limits.ts';
import { end, listen, prepare } from './moves.ts';
import { offerQuestion, transferQuestion } from './open-question.ts';
import type { Move, Scene } from './scene.ts';

/**
 * 「ふーん」 after the offer of a human: asked once more in other words; then a human is prepared, and it is asked once more; then nobody
 * is pressed any further.
 */
export function replyToNoise(scene: Scene): Move {
  const question = offerQuestion(scene) ?? [];
  const noises = scene.state.counts.acknowledgementsInARow;
  if (question.length === 0 || noises >= LIMITS.noisesInARow) return closeOffer(scene);
  if (noises === 1) return listen(scene, question);
  return prepare(scene, 'asked-for-consent', question);
}

/** A receptionist is asked to put us through instead; the person in charge is left in peace. */
export function closeOffer(scene: Scene): Move {
  const withoutOffer = { ...scene, state: { ...scene.state, question: 'put-through' } } as const;
  const question = scene.state.question === 'human-instead' ? transferQuestion(withoutOffer) : [];
  if (question.length > 0) return listen(withoutOffer, question);
  return end(scene, { result: 'follow_up', reason: 'closing', nextAction: NOTHING_NEXT }, 'closing');
}
