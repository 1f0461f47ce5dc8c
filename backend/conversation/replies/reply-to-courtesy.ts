import { agrees } from '../understanding/agreement.ts';
import { mayAsk } from './asking.ts';
import { introduce } from './introduction.ts';
import { LIMITS } from './limits.ts';
import { connect, listen, prepare } from './moves.ts';
import { offerQuestion, openQuestion, transferQuestion } from './open-question.ts';
import { replyToNoise } from './reply-to-noise.ts';
import { leaveCallToThem } from './reply-with-good-bye.ts';
import type { Move, Said, Scene } from './scene.ts';
import { freshWording } from './speaking.ts';

/** A bare 「はい」 agrees to what was asked last; where nothing can be agreed to, it is a back-channel. */
export function replyToAcknowledgement(scene: Scene, said: Said): Move {
  const { state } = scene;
  if (!state.introduced) return introduce(scene);
  switch (state.question) {
    case 'consent':
      return agrees(said.words) ? connect(scene, 'person-on-line', 'connecting') : replyToNoise(scene);
    case 'human-instead':
      return agrees(said.words) ? connect(scene, 'agent-request', 'connecting') : replyToNoise(scene);
    case 'human-is-coming':
      return waitForHuman(scene);
    case 'their-call':
      return leaveCallToThem(scene);
    case 'none':
    case 'put-through':
    case 'successor':
      return askToBePutThrough(scene);
  }
}

/** Says it again, differently the second time; then a human has to. */
export function replyToClarification(scene: Scene): Move {
  const { introduced, counts, question } = scene.state;
  if (!introduced) return introduce(scene);
  if (question === 'their-call') return listen(scene, ['our_number']);
  if (counts.clarifications >= LIMITS.clarificationsBeforeStandby) {
    return prepare(scene, 'not-understood', ['clarification_prepare'], { question: 'human-is-coming' });
  }
  const wording = counts.clarifications === 1 ? 'clarification' : 'clarification_again';
  return listen(scene, [wording, ...openQuestion(scene)]);
}

/** Asks once; the second time in a row a human is fetched. */
export function replyToUnknown(scene: Scene): Move {
  const { introduced, counts } = scene.state;
  if (!introduced) return introduce(scene);
  if (counts.unknownsInARow >= LIMITS.unknownsBeforeStandby || !mayAsk(scene, 'repeat')) {
    return prepare(scene, 'not-understood', ['unclear_prepare'], { question: 'human-is-coming' });
  }
  const offer = offerQuestion(scene) ?? [];
  // A 「はい」 to 「もう一度」 must not agree to an offer that was made before it.
  return listen(scene, offer.length > 0 ? offer : ['unclear']);
}

/** A human was promised: connects as soon as one stands by, and after some waiting to whoever can be had. */
export function waitForHuman(scene: Scene): Move {
  const { standby } = scene.state;
  if (standby.is === 'ready') return connect(scene, standby.reason, 'connecting_apology');
  if (!mayAsk(scene, 'patience')) return connect(scene, 'not-understood', 'connecting_apology');
  return listen(scene, [freshWording(scene, 'waiting', 'waiting_again')]);
}

function askToBePutThrough(scene: Scene): Move {
  const question = transferQuestion(scene);
  if (question.length > 0 && scene.state.counts.acknowledgementsInARow < LIMITS.acknowledgementsInARow) {
    return listen(scene, question, { question: 'put-through' });
  }
  return prepare(scene, 'put-on-hold', ['ask_transfer_waiting'], {
    position: { at: 'holding', since: scene.at.toISOString() },
    question: 'none',
  });
}
