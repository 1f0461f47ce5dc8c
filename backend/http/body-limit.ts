import type { MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import type { Log } from '../kernel/log.ts';
import { answer } from './error-translator.ts';

/**
 * Bytes. Ten times the longest request there is: a note of 2,000 characters, each escaped in six, or a webhook with a minute of speech.
 * Little enough that hundreds of them at once fit into memory.
 */
const mostBytes = 128 * 1_024;

/** Refuses a larger body before anybody parses it: by its announced length, else as soon as so much of it has come. */
export function limitBodies(log: Log, most = mostBytes): MiddlewareHandler {
  return bodyLimit({
    maxSize: most,
    onError: (c) => {
      log.warn({ method: c.req.method, path: c.req.path }, 'a body that is too large was turned away');
      return answer(c, 'too-large', `A body may have ${most} bytes at most.`);
    },
  });
}
