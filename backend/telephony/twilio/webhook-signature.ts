import type { MiddlewareHandler } from 'hono';
import { validateRequest } from 'twilio/lib/webhooks/webhooks.js';
import type { Log } from '../../kernel/log.ts';

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
  /** Told of each webhook that is turned away. */
  readonly onForgery?: (() => void) | undefined;
}

/**
 * Lets through what the holder of the auth token has signed, with or without the port in its address, and leaves no trace of anything
 * else but a log line. (twilio.com/docs/usage/security)
 */
export function verifySignature({
  authToken,
  publicUrl,
  log,
  onForgery,
}: SignatureOptions): MiddlewareHandler<SignedWebhook> {
  return async (c, next) => {
    const body = new URLSearchParams(await c.req.text());
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
