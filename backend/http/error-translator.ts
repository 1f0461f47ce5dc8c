import type { Context, ErrorHandler, NotFoundHandler } from 'hono';
import { HTTPException } from 'hono/http-exception';
import type { ErrorBody, ErrorCode } from '../contract/errors.ts';
import { ChangedElsewhere } from '../kernel/changed-elsewhere.ts';
import { Refusal } from '../kernel/errors.ts';
import { InvalidInput } from '../kernel/invalid-input.ts';
import type { Log } from '../kernel/log.ts';
import { TooManyAttempts } from '../kernel/too-many-attempts.ts';
import { refusalStatus } from './refusal-status.ts';

/** The one place where what was thrown becomes an answer. What we did not foresee is logged, and its message reaches nobody else. */
export function translateErrors(log: Log): ErrorHandler {
  return (error, c) => {
    if (error instanceof InvalidInput)
      return answer(c, error.code, error.message, { fields: [...error.fields] });
    if (error instanceof ChangedElsewhere) {
      return answer(c, error.code, error.message, { current: error.current });
    }
    if (error instanceof TooManyAttempts) return answerTooMany(c, error.retryAfter);
    if (error instanceof Refusal) return answer(c, error.code, error.message);
    if (error instanceof HTTPException && error.status < 500) {
      return answer(c, codeOf(error.status), error.message);
    }
    log.error({ error, method: c.req.method, route: c.req.routePath }, 'a request broke');
    return answer(c, 'internal', 'Something went wrong on our side.');
  };
}

export const answerNotFound: NotFoundHandler = (c) => answer(c, 'not-found', 'There is nothing here.');

/** A body as in `contract/errors.ts`, with the status that belongs to `code`. */
export function answer(
  c: Context,
  code: ErrorCode,
  message: string,
  details: Pick<ErrorBody['error'], 'fields' | 'current' | 'retryAfter'> = {},
): Response {
  const body: ErrorBody = { error: { code, message, ...details } };
  return c.json(body, refusalStatus[code]);
}

/** Says in the header, as HTTP has it, and in the body, which consoles read, after how many seconds it may be tried again. */
export function answerTooMany(c: Context, retryAfter: number): Response {
  c.header('retry-after', String(retryAfter));
  const message = `Too many attempts. Try again in ${retryAfter} seconds.`;
  return answer(c, 'too-many-requests', message, { retryAfter });
}

function codeOf(status: number): ErrorCode {
  if (status === 401) return 'not-signed-in';
  if (status === 403) return 'not-allowed';
  if (status === 404) return 'not-found';
  return status === 429 ? 'too-many-requests' : 'invalid-input';
}
