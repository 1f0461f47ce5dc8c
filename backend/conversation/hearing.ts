import { z } from 'zod';
import { normalise } from './understanding/normalise.ts';

/** The confidence of words that come without a figure for it. */
export const unknownConfidence = 0;

/** What the customer has said since they were last answered. */
export const hearingSchema = z.object({
  /** Said while the AI could not listen, as the live transcription recognised it. */
  overheard: z.string(),
  /** The newest guess at what is being said; the next one, or the round's result, takes its place. */
  guess: z.string(),
  /** `round`: the round of listening hears by itself, and the transcription of the same words is not needed. */
  guessedBy: z.enum(['nobody', 'transcription', 'round']),
  /** They have spoken over our answer to what they said before. Absent in calls that began before it was kept. */
  spokeOver: z.boolean().default(false),
  at: z.coerce.date(),
  /** The number of the turn that it became although nobody could answer it any more. */
  turn: z.int().positive().nullable(),
});
export type Hearing = z.infer<typeof hearingSchema>;

/** The round of listening guesses. */
export function guessed(before: Hearing | null, text: string, at: Date): Hearing {
  return { ...(before ?? nothing), guess: text, guessedBy: 'round', at };
}

/** They begin to speak over us, whatever they say. */
export function spokenOver(before: Hearing | null): Hearing {
  return { ...(before ?? nothing), spokeOver: true };
}

/** The transcription guesses, or is sure; null where the round hears for itself. */
export function overheard(
  before: Hearing | null,
  { text, final, at }: { readonly text: string; readonly final: boolean; readonly at: Date },
): Hearing | null {
  const hearing = before ?? nothing;
  if (hearing.guessedBy === 'round') return null;
  const words = final
    ? { overheard: joined(hearing.overheard, text), guess: '' }
    : { overheard: hearing.overheard, guess: text };
  return { ...hearing, ...words, guessedBy: 'transcription', at };
}

/** What is left when a round has passed without an answer. */
export function nextRound(before: Hearing | null): Hearing | null {
  if (before === null || (before.overheard === '' && !before.spokeOver)) return null;
  return { ...before, guess: '', guessedBy: 'nobody' };
}

/** What is left when nobody can hear the rest of it: a guess counts as sure (docs/decisions/0015-words-that-nobody-could-answer.md). */
export function brokenOff(before: Hearing | null): Hearing | null {
  return before === null ? null : { ...before, overheard: wordsOf(before), guess: '', guessedBy: 'nobody' };
}

/** Everything, as one turn. */
export function wordsOf({ overheard: before, guess }: Hearing): string {
  return joined(before, guess);
}

/** One after the other; once, where both recognised the same words. */
export function joined(first: string, second: string): string {
  if (isWithin(second, first)) return first;
  if (isWithin(first, second)) return second;
  return /[。、？！?!]$/.test(first) ? first + second : `${first}。${second}`;
}

/** Whether these words are among those, however either was spelt. */
export function isWithin(words: string, others: string): boolean {
  return normalise(others).includes(normalise(words));
}

const nothing: Hearing = {
  overheard: '',
  guess: '',
  guessedBy: 'nobody',
  spokeOver: false,
  at: new Date(0),
  turn: null,
};
