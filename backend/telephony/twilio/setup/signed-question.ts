import { getExpectedTwilioSignature } from 'twilio/lib/webhooks/webhooks.js';
import { createWebhookUrls } from '../webhook-urls.ts';
import type { Request } from './fetched.ts';

/**
 * A webhook as Twilio would send it, to which the server answers with TwiML that says `word`, and which changes nothing there. The form
 * has something, so that a proxy that rewrites bodies is found out, too.
 */
export function signedQuestion(publicUrl: string, authToken: string, word: string): Request {
  return signed(createWebhookUrls(publicUrl).announcement(word), authToken, { RoundTrip: `${word} 往復` });
}

/** Answered when the probe of that word may ask for a leg. */
export function signedProbeTurn(publicUrl: string, authToken: string, word: string): Request {
  return signed(createWebhookUrls(publicUrl).probeTurn(word), authToken, {});
}

/** What the listening leg of the probe of that word has heard. */
export function signedProbeQuestion(publicUrl: string, authToken: string, word: string): Request {
  return signed(createWebhookUrls(publicUrl).probeResult(word), authToken, {});
}

function signed(address: string, authToken: string, form: Readonly<Record<string, string>>): Request {
  const [url = ''] = address.split('#');
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
