import { callBack } from '../outcomes.ts';
import { mayAsk } from './asking.ts';
import { introduce } from './introduction.ts';
import { keepHolding } from './keep-holding.ts';
import { LIMITS } from './limits.ts';
import { end, listen, stay } from './moves.ts';
import { offerQuestion } from './open-question.ts';
import { waitForHuman } from './reply-to-courtesy.ts';
import { leaveMessage } from './reply-to-machine.ts';
import { isAwaitingWords, replyToSilentCaller } from './reply-to-silent-caller.ts';
import { leaveCallToThem } from './reply-with-good-bye.ts';
import type { Move, Scene } from './scene.ts';
import { freshWording } from './speaking.ts';

/** Nobody spoke for a whole round. Nobody has to during a hold; otherwise the third time in a row is the last. */
export function replyToSilence(scene: Scene): Move {
  const { state, settings } = scene;
  if (state.machine === 'takes-messages') return leaveMessage(scene);
  if (state.position.at === 'holding') return keepHolding(scene);
  if (settings.caller !== null && !isAwaitingWords(state)) return replyToSilentCaller(scene, settings.caller);
  if (isMachine(scene)) return leaveMessage(scene);
  if (state.question === 'their-call') return leaveCallToThem(scene);
  if (state.counts.silencesInARow >= LIMITS.silencesInARow || !mayAsk(scene, 'anybodyThere'))
    return giveUp(scene);
  if (!state.introduced) return isMachineRinging(scene) ? stay(scene) : introduce(scene);
  if (state.question === 'human-is-coming') return waitForHuman(scene);
  // A 「はい」 to this must not agree to an offer that was made before it: the offer is made again.
  return listen(scene, [freshWording(scene, 'silence', 'silence_again'), ...(offerQuestion(scene) ?? [])]);
}

/** The carrier may err, and who listens is silent: only who is silent again after our words is believed to be the machine it suspects. */
function isMachine({ state }: Scene): boolean {
  return state.machine === 'suspected' && !state.heardPerson && state.counts.silencesInARow > 1;
}

/** After a recorded notice or a menu the telephone of a person rings first. */
function isMachineRinging({ state }: Scene): boolean {
  return (state.machine === 'preamble' || state.machine === 'pressed') && state.counts.silencesInARow === 1;
}

function giveUp(scene: Scene): Move {
  const outcome = { result: 'failed', reason: 'no-response', nextAction: callBack(null) } as const;
  return end(scene, outcome, 'silence_closing');
}
