import { introduceToPerson } from './introduction.ts';
import { connect, prepare } from './moves.ts';
import type { Move, Scene } from './scene.ts';

/** They are fetching somebody, or ask to wait. */
export function replyToTransfer(scene: Scene): Move {
  return prepare(scene, 'put-on-hold', ['hold_thanks'], {
    position: { at: 'holding', since: scene.at.toISOString() },
    question: 'none',
  });
}

/** The person in charge speaks: whoever waited for them connects, whoever met them by chance asks first. */
export function replyToPerson(scene: Scene): Move {
  const { introduced, position } = scene.state;
  if (!introduced) return introduceToPerson(scene);
  switch (position.at) {
    case 'holding':
      return connect(scene, 'person-on-line', 'person_connecting');
    case 'person':
      return connect(scene, 'person-on-line', 'connecting');
    default:
      return prepare(scene, 'asked-for-consent', ['consent'], {
        position: { at: 'person' },
        question: 'consent',
      });
  }
}

export function replyToInterest(scene: Scene): Move {
  if (!scene.state.introduced) return introduceToPerson(scene);
  return connect(scene, 'interested', 'connecting');
}

export function replyToAgentRequest(scene: Scene): Move {
  return connect(scene, 'agent-request', scene.state.introduced ? 'connecting' : 'person_connecting');
}

/** One English sentence, and somebody who speaks more of it. */
export function replyToForeignLanguage(scene: Scene): Move {
  if (scene.state.language === 'en-US') return connect(scene, 'foreign-language', 'english_again');
  return prepare(scene, 'foreign-language', ['english'], {
    language: 'en-US',
    question: 'human-is-coming',
  });
}
