import type { MiddlewareHandler } from 'hono';
import { cors } from 'hono/cors';
import { createMiddleware } from 'hono/factory';
import { Refusal } from '../kernel/errors.ts';

/** Lets the pages of the listed origins read answers; the desktop app's origin is one of them. */
export function crossOrigin(allowedOrigins: readonly string[]): MiddlewareHandler {
  return cors({
    origin: [...allowedOrigins],
    credentials: true,
    allowHeaders: ['authorization', 'content-type'],
    exposeHeaders: ['set-auth-token', 'retry-after'],
    maxAge: 3_600,
  });
}

/**
 * Against cross-site request forgery: a browser sends our cookie along with whatever page asks, but it also says which page that is. A
 * bearer token is never sent by itself, so requests that carry one need no origin.
 */
export function checkOrigin(allowedOrigins: readonly string[]): MiddlewareHandler {
  return createMiddleware(async (c, next) => {
    if (isUnsafe(c.req.method) && !isTrusted(c.req.raw.headers, allowedOrigins)) {
      throw new Refusal('not-allowed', 'This page may not use the API.');
    }
    await next();
  });
}

/** For the WebSocket's handshake, which is a GET but opens a door: a cookie counts only from a page of ours. */
export function isTrusted(headers: Headers, allowedOrigins: readonly string[]): boolean {
  const origin = headers.get('origin');
  if (origin !== null) return allowedOrigins.includes(origin);
  return !headers.has('cookie');
}

/** Whether a request with this method may change something. */
export function isUnsafe(method: string): boolean {
  return method !== 'GET' && method !== 'HEAD' && method !== 'OPTIONS';
}
