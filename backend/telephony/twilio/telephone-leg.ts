import type { AskedLeg, CarrierCommand, CarrierOutcome } from '../carrier-command.ts';
import { outcomeOfError } from './error-outcome.ts';
import { madeCall } from './made-call.ts';
import type { TwilioAccount, TwilioClient } from './twilio-client.ts';
import type { WebhookUrls } from './webhook-urls.ts';

/** Before most voicemails answer; Twilio adds up to 5 s of its own. */
const ringSeconds = 15;

type Ringing = Extract<CarrierCommand, { readonly type: 'ring-telephone' }>;

/**
 * A participant would be in the conference as soon as somebody, or something, answers: so it is a call of its own, whose TwiML dials the
 * conference later. (voice/api/call-resource)
 */
export async function ringTelephone(
  client: TwilioClient,
  { to, from, ...leg }: Ringing,
  { account, urls }: { readonly account: TwilioAccount; readonly urls: WebhookUrls },
): Promise<CarrierOutcome> {
  try {
    const call = await client.calls.create({
      from: from ?? account.number,
      to,
      url: urls.telephone(leg),
      // Whatever could not be had, it asks once more, instead of hearing an error and being hung up on.
      fallbackUrl: urls.telephone(leg),
      fallbackMethod: 'POST',
      timeout: ringSeconds,
      statusCallback: urls.callStatus(leg),
      statusCallbackEvent: ['ringing', 'answered', 'completed'],
    });
    return { type: 'rung', legRef: call.sid };
  } catch (error) {
    const outcome = outcomeOfError(error);
    return outcome.type === 'gone'
      ? { type: 'refused', reason: 'account', detail: 'the carrier found no such address' }
      : outcome;
  }
}

/** No agent is rung twice at once. */
export async function findTelephone(
  client: TwilioClient,
  { to, askedAt, others, from }: Extract<AskedLeg, { readonly type: 'ring-telephone' }>,
  { number }: Pick<TwilioAccount, 'number'>,
): Promise<CarrierOutcome | { readonly type: 'not-done' }> {
  const calls = await client.calls.list({ to, from: from ?? number, limit: mostCalls });
  const next = others?.nextAskedAt ?? null;
  const legRef = madeCall(calls, {
    askedAt: new Date(askedAt),
    nextAskedAt: next === null ? null : new Date(next),
    otherRefs: others?.legRefs ?? [],
  });
  return legRef === null ? { type: 'not-done' } : { type: 'rung', legRef };
}

/** What has not been answered yet cannot be told anything (21220). */
export async function dismissTelephone(
  client: TwilioClient,
  { legRef, text }: Extract<CarrierCommand, { readonly type: 'dismiss-telephone' }>,
  urls: Pick<WebhookUrls, 'announcement'>,
): Promise<CarrierOutcome> {
  const call = client.calls(legRef);
  try {
    await call.update(announced(urls.announcement(text)));
  } catch (error) {
    if (outcomeOfError(error).type !== 'gone') throw error;
    await call.update({ status: 'completed' });
  }
  return { type: 'done' };
}

/** An announcement for a leg in no conference, after which Twilio hangs up. What could not be had is asked for once more. */
export function announced(url: string): {
  url: string;
  method: string;
  fallbackUrl: string;
  fallbackMethod: string;
} {
  return { url, method: 'POST', fallbackUrl: url, fallbackMethod: 'POST' };
}

const mostCalls = 20;
