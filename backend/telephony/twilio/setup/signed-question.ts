import { getExpectedTwilioSignature } from 'twilio/lib/webhooks/webhooks.js';
import { createWebhookUrls } from '../webhook-urls.ts';
import type { Request } from './fetched.ts';

/**
 * A webhook as Twilio would send it, to which the server answers with TwiML that says `word`, and which changes nothing there. The form
 * has something, so that a proxy that rewrites bodies is found out, too.
 */
export function signedQuestion(publicUrl: string, authToken: string, word: string): Request {
  const [url = ''] = createWebhookUrls(publicUrl).announcement(word).split('#');
  const form = { RoundTrip: `${word} 往復` };
  return {
    url,
    method: 'POST',
    headers: {
      'content-type': 'application/x-www-form-urlencoded; charset=UTF-8',
      'x-twilio-signature': getExpectedTwilioSignature(authToken, url, form),
    },
    body: new URLSearchParams(form).toString(),
  };
}
