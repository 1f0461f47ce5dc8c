import { z } from 'zod';
import type { NewAccount } from './auth.ts';
import { passwordLength } from './auth.ts';
import type { Questions } from './questions.ts';

const emailSchema = z.email();

/** Asks for a new admin until the answers make one; null when the person gives up (an empty answer to all). */
export async function askForAdmin(
  questions: Questions,
  say: (line: string) => void,
): Promise<NewAccount | null> {
  const email = await questions.ask('E-mail: ');
  if (email === '') return null;
  if (!emailSchema.safeParse(email).success) {
    say('That is not an e-mail address.');
    return askForAdmin(questions, say);
  }
  const name = await questions.ask('Name: ');
  const password = await questions.askSecret(`Password (at least ${passwordLength} characters): `);
  if (name === '' || password.length < passwordLength) {
    say(`A name is needed, and a password of at least ${passwordLength} characters.`);
    return askForAdmin(questions, say);
  }
  return { email, name, password, role: 'admin' };
}
