import type { CallId } from '../../../contract/ids.ts';
import type { AskedLeg, CarrierCommand, CarrierOutcome } from '../../carrier-command.ts';
import { outcomeOfError } from '../error-outcome.ts';
import { madeCall } from '../made-call.ts';
import { customerRingSeconds, machineDetection } from '../new-participant.ts';
import type { TwilioAccount, TwilioClient } from '../twilio-client.ts';
import type { WebhookUrls } from '../webhook-urls.ts';
import { type DialledCalls, roomOf } from './placed-call.ts';

export interface CustomerDialOptions {
  readonly client: TwilioClient;
  readonly account: TwilioAccount;
  readonly urls: WebhookUrls;
  readonly placed: DialledCalls;
}

/** A telephone call of its own: once answered it asks us who talks with it. (voice/api/call-resource) */
export async function dialCustomer(
  { callId, legId, to, from }: Extract<CarrierCommand, { readonly type: 'dial-customer' }>,
  { client, account, urls }: Omit<CustomerDialOptions, 'placed'>,
): Promise<CarrierOutcome> {
  try {
    const { sid } = await client.calls.create({
      from: from ?? account.number,
      to,
      url: urls.customer(callId, { type: 'start' }),
      ...fallbackOf(callId, urls),
      timeout: customerRingSeconds,
      statusCallback: urls.callStatus({ callId, legId }),
      statusCallbackEvent: ['ringing', 'answered', 'completed'],
      ...machineDetection,
      asyncAmd: 'true',
      asyncAmdStatusCallback: urls.machineDetection({ callId, legId }),
    });
    return { type: 'done', leg: { legRef: sid, conferenceRef: roomOf(callId) } };
  } catch (error) {
    const outcome = outcomeOfError(error);
    // Nothing can have ended before it began: a 404 here is about the account.
    return outcome.type === 'gone'
      ? { type: 'refused', reason: 'account', detail: 'the carrier found no such address' }
      : outcome;
  }
}

/** Whatever could not be had, the leg asks once more where it belongs, instead of hearing an error and being hung up on. */
export function fallbackOf(callId: CallId, urls: WebhookUrls) {
  return { fallbackUrl: urls.customer(callId, { type: 'back' }), fallbackMethod: 'POST' };
}

/** Twilio's clock may go after ours. The calls to a customer that were made shortly before are known to be others. */
const clockToleranceMs = 5_000;

/** A customer has one unresolved call. */
export async function findDialled(
  { callId }: AskedLeg,
  { client, account, placed }: Omit<CustomerDialOptions, 'urls'>,
): Promise<CarrierOutcome | { readonly type: 'not-done' }> {
  const customer = placed.find(callId)?.customer ?? null;
  if (customer === null) return { type: 'not-done' };
  const { phoneNumber: to } = customer;
  const askedAt = new Date(customer.askedAt.getTime() - clockToleranceMs);
  const from = customer.callerNumber ?? account.number;
  const calls = await client.calls.list({ to, from, limit: mostCalls });
  const { legRefs: otherRefs, nextAskedAt } = placed.othersOf(callId);
  const legRef = madeCall(calls, { askedAt, nextAskedAt, otherRefs });
  if (legRef === null) return { type: 'not-done' };
  return { type: 'done', leg: { legRef, conferenceRef: roomOf(callId) } };
}

const mostCalls = 20;
