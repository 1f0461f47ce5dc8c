import { z } from 'zod';
import type { CarrierEvents } from '../carrier-events.ts';
import { enterConference, turnAway } from './incoming-twiml.ts';
import type { ReceiveCustomer } from './placement/customer-webhook.ts';
import type { Speak } from './speech.ts';
import type { Webhook } from './webhook.ts';
import type { WebhookUrls } from './webhook-urls.ts';

interface IncomingOptions {
  readonly events: Pick<CarrierEvents, 'callReceived'>;
  readonly urls: WebhookUrls;
  readonly speak: Speak;
  /** Where the AI is on the customer's leg: what the leg hears instead of the conference. */
  readonly receiveCustomer?: ReceiveCustomer | undefined;
}

/** (twilio.com/docs/voice/twiml#request-parameters) */
const incomingSchema = z.object({ CallSid: z.string(), From: z.string().default('') });

/** The voice URL of our number: somebody rings it. The same call asked about again is the same call. */
export function incomingWebhook({
  events,
  urls,
  speak,
  receiveCustomer,
}: IncomingOptions): Webhook<z.infer<typeof incomingSchema>> {
  return {
    schema: incomingSchema,
    key: ({ CallSid }) => `incoming:${CallSid}`,
    answer({ CallSid, From }, now) {
      const reception = events.callReceived({ legRef: CallSid, phoneNumber: shownNumber(From) });
      switch (reception.type) {
        case 'received':
          return receiveCustomer === undefined
            ? enterConference(reception.leg, urls)
            : receiveCustomer(reception.leg.callId, CallSid, now);
        case 'nobody-to-speak-for':
          return turnAway(speak);
      }
    },
  };
}

/** What Twilio gives for a number that was withheld: these words, or the keys that spell them. */
const withheldWords = ['anonymous', 'restricted', 'blocked', 'unknown', 'unavailable'];
const withheldNumbers = new Set(withheldWords.map((word) => `+${keysOf(word)}`));

function shownNumber(from: string): string | null {
  return /^\+[1-9]\d{6,14}$/.test(from) && !withheldNumbers.has(from) ? from : null;
}

function keysOf(word: string): string {
  return [...word].map(keyOf).join('');
}

/** The letters on a telephone's keys, ABC on 2 to WXYZ on 9. */
function keyOf(letter: string): number {
  return (
    ['abc', 'def', 'ghi', 'jkl', 'mno', 'pqrs', 'tuv', 'wxyz'].findIndex((key) => key.includes(letter)) + 2
  );
}
