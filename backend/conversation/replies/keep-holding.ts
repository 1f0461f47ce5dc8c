import { callBack } from '../outcomes.ts';
import type { TemplateKey } from '../templates.ts';
import { LIMITS } from './limits.ts';
import { secondsSince } from './listening.ts';
import { end, holdOn, stay } from './moves.ts';
import type { Move, Said, Scene } from './scene.ts';

/** Below this, what is heard during a hold is taken for music, announcements or talk in the background. */
const CLEARLY_MEANT_FOR_US = 0.6;

/** Waits on, for as long as it is decent. */
export function keepHolding(scene: Scene): Move {
  const { position } = scene.state;
  if (position.at !== 'holding' || secondsSince(position.since, scene.at) < LIMITS.holdingSeconds) {
    return stay(scene);
  }
  const outcome = { result: 'follow_up', reason: 'held-too-long', nextAction: callBack(null) } as const;
  return end(scene, outcome, 'hold_too_long');
}

/** A receptionist who comes back with a question gets an answer; the hold goes on. See docs/conversation.md. */
export function answerOnHold(
  answer: (scene: Scene) => readonly TemplateKey[],
): (scene: Scene, said: Said) => Move {
  return (scene, { confidence }) => {
    const waited = keepHolding(scene);
    const isAnswered = waited.act.type === 'hold' && confidence >= CLEARLY_MEANT_FOR_US;
    return isAnswered ? holdOn(scene, answer(scene)) : waited;
  };
}
