import { Hono } from 'hono';
import type { Log } from '../../../kernel/log.ts';
import { createTwimlWriter } from '../twiml.ts';
import { type SignedWebhook, verifySignature } from '../webhook-signature.ts';
import { createWebhookUrls } from '../webhook-urls.ts';

interface StandInOptions {
  readonly authToken: string;
  readonly publicUrl: string;
  readonly log: Log;
}

/** Answers the signed question where the server does not run yet, as it will: the same check, the same document. */
export function createStandIn(options: StandInOptions): Hono {
  const twiml = createTwimlWriter(createWebhookUrls(options.publicUrl));
  const webhooks = new Hono<SignedWebhook>().use(verifySignature(options)).post('/announce', (c) => {
    const { text = '' } = c.get('parameters');
    return c.body(twiml.announcement(text), 200, { 'content-type': 'text/xml; charset=utf-8' });
  });
  return new Hono().route('/webhooks/twilio', webhooks);
}
