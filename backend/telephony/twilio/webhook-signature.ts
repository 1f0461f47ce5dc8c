import type { MiddlewareHandler } from 'hono';
import { validateRequest } from 'twilio/lib/webhooks/webhooks.js';
import type { Log } from '../../kernel/log.ts';

export interface SignedWebhook {
  readonly Variables: {
    /** The parameters of address and body together. */
    readonly parameters: Readonly<Record<string, string>>;
  };
}

interface SignatureOptions {
  readonly authToken: string;
  /** As Twilio knows us. The Host header is the sender's word and is not asked. */
  readonly publicUrl: string;
  readonly log: Log;
}

/**
 * Lets through what the holder of the auth token has signed, with or without the port in its address, and leaves no trace of anything
 * else but a log line. (twilio.com/docs/usage/security)
 */
export function verifySignature({
  authToken,
  publicUrl,
  log,
}: SignatureOptions): MiddlewareHandler<SignedWebhook> {
  return async (c, next) => {
    const body = new URLSearchParams(await c.req.text());
    const signature = c.req.header('x-twilio-signature') ?? '';
    if (!validateRequest(authToken, signature, publicUrl + pathAndQuery(c.req.url), signedForm(body))) {
      log.warn(
        { path: c.req.path, signed: signature !== '' },
        'a webhook with a wrong signature was turned away',
      );
      return c.body(null, 403);
    }
    c.set('parameters', { ...c.req.query(), ...Object.fromEntries(body) });
    return next();
  };
}

/** Exactly as it was sent: the signature is over these very characters. */
function pathAndQuery(url: string): string {
  return url.slice(url.indexOf('/', url.indexOf('://') + 3));
}

function signedForm(body: URLSearchParams): Record<string, string | string[]> {
  const form: Record<string, string | string[]> = {};
  for (const name of new Set(body.keys())) {
    const values = body.getAll(name);
    form[name] = values.length === 1 ? (values[0] ?? '') : values;
  }
  return form;
}
