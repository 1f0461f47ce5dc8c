import type { TemplateKey } from '../templates.ts';
import { agrees } from '../understanding/agreement.ts';
import { wordsOfLastSpeaker } from '../understanding/last-speaker.ts';
import { introduceToPerson, opening } from './introduction.ts';
import { connect, listen, prepare } from './moves.ts';
import { offerQuestion } from './open-question.ts';
import type { Move, Said, Scene } from './scene.ts';

/** They are fetching somebody, or ask to wait. */
export function replyToTransfer(scene: Scene, thanks: TemplateKey = 'hold_thanks'): Move {
  return prepare(scene, 'put-on-hold', [thanks], {
    position: { at: 'holding', since: scene.at.toISOString() },
    question: 'none',
  });
}

/** The person in charge speaks: whoever waited for them connects, whoever met them by chance asks first. */
export function replyToPerson(scene: Scene, { words }: Said): Move {
  const { introduced, position } = scene.state;
  if (!introduced) return introduceToPerson(scene);
  if (wasFetched(words)) return connect(scene, 'person-on-line', 'person_connecting');
  switch (position.at) {
    case 'holding':
      return connect(scene, 'person-on-line', 'person_connecting');
    case 'person':
      return agrees(words) ? connect(scene, 'person-on-line', 'connecting') : askPersonAgain(scene);
    default:
      return prepare(scene, 'asked-for-consent', ['consent'], {
        position: { at: 'person' },
        question: 'consent',
      });
  }
}

/** 「少々お待ちください…お電話代わりました」 in one breath is a hold as well. */
function wasFetched(words: string): boolean {
  return wordsOfLastSpeaker(words) !== words;
}

/** Who gives their name has not agreed yet. */
function askPersonAgain(scene: Scene): Move {
  const question = offerQuestion(scene) ?? [];
  if (question.length === 0) return connect(scene, 'person-on-line', 'connecting_apology');
  return listen(scene, question, { question: 'consent' });
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
