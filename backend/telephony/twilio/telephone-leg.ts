import type { AskedLeg, CarrierCommand, CarrierOutcome } from '../carrier-command.ts';
import { outcomeOfError } from './error-outcome.ts';
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
  { to, ...leg }: Ringing,
  { account, urls }: { readonly account: TwilioAccount; readonly urls: WebhookUrls },
): Promise<CarrierOutcome> {
  try {
    const call = await client.calls.create({
      from: account.number,
      to,
      url: urls.telephone(leg),
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

/** No agent is rung twice at once, so that a call to their number since then is the one. */
export async function findTelephone(
  client: TwilioClient,
  { to, askedAt }: Extract<AskedLeg, { readonly type: 'ring-telephone' }>,
  { number: from }: Pick<TwilioAccount, 'number'>,
): Promise<CarrierOutcome | { readonly type: 'not-done' }> {
  const calls = await client.calls.list({ to, from, limit: mostCalls });
  const since = wholeSecond(new Date(askedAt));
  const [call] = calls.filter(({ dateCreated }) => dateCreated >= since);
  return call === undefined ? { type: 'not-done' } : { type: 'rung', legRef: call.sid };
}

/** What has not been answered yet cannot be told anything (21220). */
export async function dismissTelephone(
  client: TwilioClient,
  { legRef, text }: Extract<CarrierCommand, { readonly type: 'dismiss-telephone' }>,
  urls: Pick<WebhookUrls, 'announcement'>,
): Promise<CarrierOutcome> {
  const call = client.calls(legRef);
  try {
    await call.update({ url: urls.announcement(text), method: 'POST' });
  } catch (error) {
    if (outcomeOfError(error).type !== 'gone') throw error;
    await call.update({ status: 'completed' });
  }
  return { type: 'done' };
}

const mostCalls = 20;

/** Twilio's times have no finer part. */
function wholeSecond(date: Date): Date {
  return new Date(Math.floor(date.getTime() / 1_000) * 1_000);
}
