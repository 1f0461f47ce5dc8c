import type { Carrier } from '../carrier.ts';
import type { Endpoint } from '../endpoint.ts';
import type { HeldNumber } from '../holdings/holdings.ts';
import { type DocumentRequest, type FetchedDocument, fetchDocument } from '../twiml/fetch-document.ts';
import { callParameters, identityOf } from '../webhooks/call-parameters.ts';
import type { Callback, CallProgressEvent } from '../webhooks/status-callback.ts';
import type { Leg } from './leg.ts';
import type { Programs } from './programs.ts';

/** Somebody who rings a number of the account. */
export interface Caller {
  /** What the account is shown: E.164, or what stands for a number that is withheld. */
  readonly from: string;
  /** Rings until it is told that it was answered. */
  readonly endpoint: Endpoint;
  answered(): void;
}

/** The number that is rung, and what answers it. */
export type RungNumber = Pick<
  HeldNumber,
  | 'phoneNumber'
  | 'voiceUrl'
  | 'voiceMethod'
  | 'voiceFallbackUrl'
  | 'voiceFallbackMethod'
  | 'statusCallback'
  | 'statusCallbackMethod'
>;

/** What Twilio shows for a number that was withheld: ANONYMOUS on a telephone's keys. */
export const WITHHELD_NUMBER = '+266696687';

interface Incoming {
  readonly leg: Leg;
  readonly caller: Caller;
  readonly number: RungNumber;
  readonly programs: Pick<Programs, 'run'>;
}

/**
 * Asks the application while the caller's telephone rings, and answers with what it says (twilio.com/docs/voice/twiml#twilio-phone-numbers).
 * A number without a voice URL takes no calls.
 */
export async function takeIn({ leg, caller, number, programs }: Incoming, carrier: Carrier): Promise<void> {
  if (number.voiceUrl === '') {
    leg.hangUp();
    return;
  }
  const document = await voiceDocument(leg, number, carrier);
  if (leg.phase().type !== 'ringing') return;
  caller.answered();
  programs.run(leg, { type: 'document', document });
}

/** Of a number, the end of the call alone is reported. */
export function callbackOf({
  statusCallback,
  statusCallbackMethod,
}: RungNumber): Callback<CallProgressEvent> | null {
  return statusCallback === ''
    ? null
    : { url: statusCallback, method: statusCallbackMethod, events: ['completed'] };
}

async function voiceDocument(leg: Leg, number: RungNumber, carrier: Carrier): Promise<FetchedDocument> {
  const parameters = callParameters(identityOf(leg, carrier.accountSid), leg.phase());
  const request: DocumentRequest = { url: number.voiceUrl, method: number.voiceMethod, parameters };
  const document = await fetchDocument(request, carrier.webhooks);
  if (document.type === 'document' || number.voiceFallbackUrl === '') return document;
  carrier.report(document.code, leg.sid);
  const errorUrl = { ErrorCode: String(document.code), ErrorUrl: number.voiceUrl };
  return fetchDocument(
    {
      url: number.voiceFallbackUrl,
      method: number.voiceFallbackMethod,
      parameters: { ...parameters, ...errorUrl },
    },
    carrier.webhooks,
  );
}
