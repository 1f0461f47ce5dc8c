import { isAPIError } from 'better-auth/api';
import { Refusal } from '../kernel/errors.ts';

/** What the sign-in library refuses, in our words. */
export async function translated<T>(asked: Promise<T>): Promise<T> {
  try {
    return await asked;
  } catch (error) {
    throw refusalOf(error) ?? error;
  }
}

function refusalOf(error: unknown): Refusal | null {
  if (!isAPIError(error)) return null;
  switch (error.body?.code) {
    case 'INVALID_PASSWORD':
      return new Refusal('password-wrong', 'The password is wrong.');
    case 'INVALID_CODE':
      return new Refusal('sign-in-code-wrong', 'The code is wrong.');
    case 'TOTP_ALREADY_ENABLED':
    case 'TOTP_NOT_ENABLED':
    case 'TWO_FACTOR_NOT_ENABLED':
      return new Refusal('changed-elsewhere', 'It was switched on or off meanwhile.');
    default:
      return null;
  }
}
