import { introduceToPerson, opening } from './introduction.ts';
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

/** From here on in English: who is calling and why, for the Japanese opening was not understood, and a human who speaks more of it. */
export function replyToForeignLanguage(scene: Scene): Move {
  const { language, position } = scene.state;
  if (language === 'en-US') return connect(scene, 'foreign-language', 'english_again');
  return prepare(scene, 'foreign-language', [...opening(scene), 'english'], {
    introduced: true,
    position: position.at === 'opening' ? { at: 'explained' } : position,
    language: 'en-US',
    question: 'human-is-coming',
  });
}
