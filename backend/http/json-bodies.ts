import { createMiddleware } from 'hono/factory';
import { Refusal } from '../kernel/errors.ts';
import { isUnsafe } from './origin-check.ts';

/** Refuses a body that is not declared as JSON, instead of reading it as an empty object. No body at all is fine. */
export const jsonBodies = createMiddleware(async (c, next) => {
  if (isUnsafe(c.req.method) && !isJson(c.req.header('content-type')) && (await hasBody(c.req.raw))) {
    throw new Refusal('not-json', 'Send JSON, and say so: Content-Type: application/json.');
  }
  await next();
});

function isJson(contentType = ''): boolean {
  return /^application\/([\w.-]+\+)?json\s*(;|$)/i.test(contentType);
}

/** Some clients announce an empty body, and some servers show a stream where nothing was sent. */
async function hasBody(request: Request): Promise<boolean> {
  if (request.body === null) return false;
  return (await request.clone().arrayBuffer()).byteLength > 0;
}
