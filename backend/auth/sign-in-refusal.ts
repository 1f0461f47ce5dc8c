import type { Context } from 'hono';
import { z } from 'zod';
import { answer, answerTooMany } from '../http/error-translator.ts';
import { secondFactorLock } from './auth-library.ts';

/** How the library says why. */
const reasonSchema = z.object({ code: z.string() }).catch({ code: '' });

/** What the sign-in library refuses, in our words. */
export async function answerSignInRefusal(c: Context, response: Response): Promise<Response> {
  const { code } = reasonSchema.parse(await response.json().catch(() => null));
  switch (code) {
    case 'INVALID_CODE':
    case 'INVALID_BACKUP_CODE':
      return answer(c, 'sign-in-code-wrong', 'The code is wrong.');
    case 'INVALID_TWO_FACTOR_COOKIE':
    case 'TOO_MANY_ATTEMPTS_REQUEST_NEW_CODE':
    case 'TOTP_NOT_ENABLED':
    case 'BACKUP_CODES_NOT_ENABLED':
      return answer(c, 'sign-in-over', 'Begin again with the password.');
    case 'ACCOUNT_TEMPORARILY_LOCKED':
      return answerTooMany(c, secondFactorLock.seconds);
    case 'BANNED_USER':
      return answer(c, 'account-disabled', 'An admin has disabled this account.');
    default:
      return byStatus(c, response);
  }
}

function byStatus(c: Context, { status, headers }: Response): Response {
  if (status === 401) return answer(c, 'not-signed-in', 'The e-mail address or the password is wrong.');
  if (status === 403) return answer(c, 'not-allowed', 'This page may not sign in.');
  if (status === 429) return answerTooMany(c, Number(headers.get('x-retry-after') ?? 60));
  return status < 500
    ? answer(c, 'invalid-input', 'The sign-in library does not take this request.')
    : answer(c, 'internal', 'Something went wrong on our side.');
}
