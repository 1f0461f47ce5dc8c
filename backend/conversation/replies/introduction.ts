import type { TemplateKey } from '../templates.ts';
import { listen, prepare } from './moves.ts';
import type { Move, Scene } from './scene.ts';

const INTRODUCED = { introduced: true, position: { at: 'explained' }, question: 'put-through' } as const;

/** Company, caller, product and purpose, after an answer to what was asked first. */
export function introduce(scene: Scene, answer: readonly TemplateKey[] = []): Move {
  return listen(scene, [...answer, ...opening(scene)], INTRODUCED);
}

/** Who is calling and what about, or whom they have reached, and that it is recorded where the company wants that said. */
export function opening(scene: Scene): readonly TemplateKey[] {
  return noticed(scene, scene.settings.caller === null ? 'initial' : 'inbound_greeting');
}

/** The person in charge answered the telephone: the same, and the question whether our human may speak. */
export function introduceToPerson(scene: Scene): Move {
  return prepare(scene, 'asked-for-consent', noticed(scene, 'initial_consent'), {
    introduced: true,
    position: { at: 'person' },
    question: 'consent',
  });
}

function noticed({ settings }: Scene, key: TemplateKey): readonly TemplateKey[] {
  return settings.recordingNotice ? [key, 'recording_notice'] : [key];
}
