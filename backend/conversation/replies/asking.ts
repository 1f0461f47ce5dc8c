import type { Asked } from '../conversation-state.ts';
import type { TemplateKey } from '../templates.ts';
import { LIMITS } from './limits.ts';
import type { Scene } from './scene.ts';

/** What each wording asks for: two wordings of one question are one question. */
const QUESTION: Readonly<Partial<Record<TemplateKey, keyof Asked>>> = {
  ask_person: 'putThrough',
  ask_person_again: 'putThrough',
  ask_transfer: 'putThrough',
  ask_transfer_again: 'putThrough',
  ask_whoever: 'putThrough',
  ask_successor: 'successor',
  consent: 'consent',
  consent_again: 'consent',
  pitch_human: 'consent',
  offer_human: 'humanInstead',
  offer_human_again: 'humanInstead',
  unclear: 'repeat',
  silence: 'anybodyThere',
  silence_again: 'anybodyThere',
  waiting: 'patience',
  waiting_again: 'patience',
};

/** With what is asked now. */
export function countAsked(asked: Asked, keys: readonly TemplateKey[]): Asked {
  const counted = { ...asked };
  for (const key of keys) {
    const question = QUESTION[key];
    if (question !== undefined) counted[question] += 1;
  }
  return counted;
}

/** Nobody wants to be asked the same thing over and over. */
export function mayAsk({ state }: Scene, question: keyof Asked): boolean {
  return state.asked[question] < LIMITS.asked[question];
}
