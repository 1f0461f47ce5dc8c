import { z } from 'zod';
import { lineOfText } from '../contract/text.ts';
import { passwordLength } from '../contract/users.ts';
import type { NewAccount } from './auth.ts';
import type { PasswordOwner, PasswordStrength, PasswordWeakness } from './password-strength.ts';
import type { Questions } from './questions.ts';

interface NewAdminOptions {
  readonly questions: Questions;
  readonly say: (line: string) => void;
  readonly strength: PasswordStrength;
  /** Whether an account has this address already. */
  readonly isTaken: (email: string) => boolean;
}

/** Asks for a new admin, each question until its answer is right; null when the person gives up or there are no more answers. */
export async function askForAdmin(options: NewAdminOptions): Promise<NewAccount | null> {
  const email = await untilRight(options, () => options.questions.ask('E-mail: '), emailProblem(options));
  if (email === null || email === '') return null;
  const name = await untilRight(options, () => options.questions.ask('Name: '), nameProblem);
  if (name === null) return null;
  const problemOf = passwordProblem(options.strength, { email, name, company: null });
  const password = await untilRight(options, () => askPassword(options, problemOf), problemOf);
  return password === null ? null : { email, name, password, role: 'admin' };
}

type Problem = (answer: string) => string | null;

async function untilRight(
  { say }: NewAdminOptions,
  ask: () => Promise<string | null>,
  problemOf: Problem,
): Promise<string | null> {
  for (;;) {
    const answer = await ask();
    const problem = answer === null ? null : problemOf(answer);
    if (problem === null) return answer;
    say(problem);
  }
}

/** Twice at a terminal, where nobody sees what is typed. */
async function askPassword({ questions, say }: NewAdminOptions, problemOf: Problem): Promise<string | null> {
  for (;;) {
    const password = await questions.askSecret(`Password (at least ${passwordLength.least} characters): `);
    if (!questions.atTerminal || password === null || problemOf(password) !== null) return password;
    const again = await questions.askSecret('Password again: ');
    if (again === null || again === password) return again;
    say('These are two different passwords.');
  }
}

function emailProblem({ isTaken }: NewAdminOptions): Problem {
  return (email) => {
    if (email === '') return null;
    if (!z.email().safeParse(email).success) return 'That is not an e-mail address.';
    return isTaken(email) ? 'There is an account with this address already.' : null;
  };
}

function nameProblem(name: string): string | null {
  if (name === '') return 'A name is needed: colleagues see it.';
  const { error } = lineOfText(60).safeParse(name);
  return error === undefined ? null : `A name ${error.issues[0]?.message}.`;
}

function passwordProblem(strength: PasswordStrength, owner: PasswordOwner): Problem {
  return (password) => {
    const { least, most } = passwordLength;
    if (password.length < least) return `A password needs at least ${least} characters.`;
    if (password.length > most) return `A password has at most ${most} characters.`;
    const weakness = strength.weaknessOf(password, owner);
    return weakness === null ? null : weaknessWords[weakness];
  };
}

const weaknessWords = {
  guessable: 'That is easy to guess: use three or four words that do not belong together.',
  personal: 'That is made of the name or the address: use words that have nothing to do with them.',
} as const satisfies Record<PasswordWeakness, string>;
