import type { Recording, Utterance } from '../endpoint.ts';

/** What is audible on a line, as it begins. */
export type Sound =
  | { readonly type: 'speech'; readonly utterance: Utterance }
  | { readonly type: 'recording'; readonly recording: Recording };

export function durationMs(sound: Sound): number {
  return sound.type === 'speech' ? sound.utterance.durationMs : sound.recording.durationMs;
}
