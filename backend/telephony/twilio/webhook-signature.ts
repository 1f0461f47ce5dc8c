import type { MiddlewareHandler } from 'hono';
import { validateRequest } from 'twilio/lib/webhooks/webhooks.js';
import type { Log } from '../../kernel/log.ts';
import { inTime } from './in-time.ts';

export interface SignedWebhook {
  readonly Variables: {
    /** The parameters of address and body together. */
    readonly parameters: Readonly<Record<string, string>>;
  };
}

export interface SignatureOptions {
  readonly authToken: string;
  /** As Twilio knows us. The Host header is the sender's word and is not asked. */
  readonly publicUrl: string;
  readonly log: Log;
  /** How long a request may take to arrive whole, in milliseconds of real time. */
  readonly bodyPatienceMs?: number | undefined;
  /** Told of each webhook that is turned away. */
  readonly onForgery?: (() => void) | undefined;
}

/** Whoever sends a body by and by is not Twilio, which gives us five seconds for all of it (`webhook-urls.ts`). */
const bodyPatienceMs = 5_000;

/**
 * Lets through what the holder of the auth token has signed, with or without the port in its address, and leaves no trace of anything
 * else but a log line. 408 for a body that does not arrive. (twilio.com/docs/usage/security)
 */
export function verifySignature({
  authToken,
  publicUrl,
  log,
  onForgery,
  bodyPatienceMs: ms = bodyPatienceMs,
}: SignatureOptions): MiddlewareHandler<SignedWebhook> {
  return async (c, next) => {
    const text = await inTime(() => c.req.text(), { ms, late: null, after: inRealTime });
    if (text === null) {
      log.warn({ path: c.req.path }, 'a webhook did not arrive whole');
      return c.body(null, 408, { connection: 'close' });
    }
    const body = new URLSearchParams(text);
    const signature = c.req.header('x-twilio-signature') ?? '';
    if (!validateRequest(authToken, signature, publicUrl + pathAndQuery(c.req.url), signedForm(body))) {
      log.warn(
        { path: c.req.path, signed: signature !== '' },
        'a webhook with a wrong signature was turned away',
      );
      onForgery?.();
      return c.body(null, 403);
    }
    const parameters = oneValueEach([...new URL(c.req.url).searchParams, ...body]);
    if (parameters.type === 'ambiguous') {
      log.warn(
        { path: c.req.path, parameters: [parameters.name] },
        'a webhook has two values for a parameter',
      );
      return c.body(null, 400);
    }
    c.set('parameters', parameters.values);
    return next();
  };
}

function inRealTime(ms: number, act: () => void): () => void {
  const timer = setTimeout(act, ms);
  return () => clearTimeout(timer);
}

type Parameters =
  | { readonly type: 'clear'; readonly values: Readonly<Record<string, string>> }
  | { readonly type: 'ambiguous'; readonly name: string };

/** Twilio says everything once. Of two values for a call's id neither can be believed. */
function oneValueEach(entries: readonly (readonly [string, string])[]): Parameters {
  const values = new Map<string, string>();
  for (const [name, value] of entries) {
    if ((values.get(name) ?? value) !== value) return { type: 'ambiguous', name };
    values.set(name, value);
  }
  return { type: 'clear', values: Object.fromEntries(values) };
}

/** Exactly as it was sent: the signature is over these very characters. */
function pathAndQuery(url: string): string {
  return url.slice(url.indexOf('/', url.indexOf('://') + 3));
}

function signedForm(body: URLSearchParams): Record<string, string | string[]> {
  return Object.fromEntries(
    [...new Set(body.keys())].map((name) => {
      const values = body.getAll(name);
      return [name, values.length === 1 ? (values[0] ?? '') : values];
    }),
  );
}
