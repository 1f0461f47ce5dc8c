import { ZxcvbnFactory } from '@zxcvbn-ts/core';
import { adjacencyGraphs, dictionary as common } from '@zxcvbn-ts/language-common';
import { dictionary as japanese } from '@zxcvbn-ts/language-ja';

/** `personal`: made of what is known about its owner. `guessable`: a common password, a word with a number, a row of keys. */
export type PasswordWeakness = 'guessable' | 'personal';

export interface PasswordStrength {
  /** Null where nobody guesses it in 100 million tries. */
  weaknessOf(password: string, owner: PasswordOwner): PasswordWeakness | null;
}

/** What anybody might try first. */
export interface PasswordOwner {
  readonly name: string;
  readonly email: string;
  /** Null where it is not known yet. */
  readonly company: string | null;
}

/** Of the scale from 0 to 4: more than 10⁸ guesses. */
const leastScore = 3;

/** What further characters would add is not needed, and looking at them all would hold up the calls. */
const mostCharacters = 40;

/** Dictionaries are loaded with the first password. docs/decisions/0042-passwords-are-judged-by-guessing.md */
export function createPasswordStrength(): PasswordStrength {
  let guesser: ZxcvbnFactory | null = null;

  return {
    weaknessOf(password, owner) {
      guesser ??= createGuesser();
      const known = guesser;
      const isWeak = (text: string): boolean => known.check(text.slice(0, mostCharacters)).score < leastScore;
      if (isWeak(password)) return 'guessable';
      return isWeak(without(wordsAbout(owner), password)) ? 'personal' : null;
    },
  };
}

function createGuesser(): ZxcvbnFactory {
  return new ZxcvbnFactory({
    dictionary: { ...common, ...japanese },
    graphs: adjacencyGraphs,
    l33tMaxSubstitutions: 10,
  });
}

/** What is known counts for nothing: the rest has to be enough. */
function without(words: readonly string[], password: string): string {
  return words
    .toSorted((a, b) => b.length - a.length)
    .reduce((rest, word) => rest.replaceAll(word, ''), password.toLowerCase());
}

/** In small letters, as they are, and in the parts that a name or an address is made of. */
function wordsAbout({ name, email, company }: PasswordOwner): string[] {
  const [local = '', domain = ''] = email.split('@');
  const given = ['toritsugi', '取次', email, local, domain, name, name.replaceAll(/\s/g, ''), company ?? ''];
  const parts = given.flatMap((word) => [word, ...word.split(/[\s.\-_+@]+/)]);
  return [...new Set(parts.map((word) => word.toLowerCase()))].filter((word) => word.length > 1);
}
