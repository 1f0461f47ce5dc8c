import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { StartProblem } from '../config/start-problem.ts';

/** Of what is made here, and far from what could be guessed. */
const leastCharacters = 32;

/**
 * The secret that signs the sessions: made once, and kept in the data folder where only its owner can read it. Throws a `StartProblem`
 * when it cannot be read or is not whole.
 */
export function authSecretIn(dataFolder: string): string {
  const path = join(dataFolder, 'auth-secret');
  const secret = readOrMake(path).trim();
  if (secret.length >= leastCharacters) return secret;
  throw new StartProblem(
    `The secret in ${path} is not whole: remove the file, and everybody signs in again.`,
  );
}

function readOrMake(path: string): string {
  try {
    if (!existsSync(path)) {
      writeFileSync(path, randomBytes(48).toString('base64url'), { mode: 0o600, flag: 'wx' });
    }
    return readFileSync(path, 'utf8');
  } catch (cause) {
    throw new StartProblem(`The secret in ${path} cannot be read: change who owns it, or set AUTH_SECRET.`, {
      cause,
    });
  }
}
