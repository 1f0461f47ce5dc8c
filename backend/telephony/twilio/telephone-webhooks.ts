import { z } from 'zod';
import { callIdSchema, legIdSchema } from '../../contract/ids.ts';
import type { CarrierEvents, LegEvent } from '../carrier-events.ts';
import type { Speak } from './speech.ts';
import { telephoneTwiml } from './telephone-twiml.ts';
import type { Webhook } from './webhook.ts';
import type { WebhookUrls } from './webhook-urls.ts';

interface TelephoneOptions {
  readonly events: Pick<CarrierEvents, 'telephoneAnswered' | 'telephoneKeyPressed'>;
  readonly urls: WebhookUrls;
  readonly speak: Speak;
}

/** (twilio.com/docs/voice/twiml#request-parameters) */
const answeredSchema = z.object({ callId: callIdSchema, legId: legIdSchema, CallSid: z.string() });

/** (twilio.com/docs/voice/twiml/gather#action) */
const keySchema = answeredSchema.extend({ Digits: z.string() });

/** An agent's own telephone is answered, by whomever: it says what it is about, and asks for a key. */
export function telephoneWebhook({
  events,
  ...writing
}: TelephoneOptions): Webhook<z.infer<typeof answeredSchema>> {
  return {
    schema: answeredSchema,
    key: ({ CallSid }) => `telephone:${CallSid}`,
    answer: (input, now) => telephoneTwiml(input, events.telephoneAnswered(eventOf(input, now)), writing),
  };
}

/** A key was pressed. The same one told again finds the agent in already, and is answered as the first time. */
export function telephoneKeyWebhook({
  events,
  ...writing
}: TelephoneOptions): Webhook<z.infer<typeof keySchema>> {
  return {
    schema: keySchema,
    key: ({ CallSid }) => `telephone-key:${CallSid}`,
    answer: (input, now) =>
      telephoneTwiml(input, events.telephoneKeyPressed(eventOf(input, now), input.Digits), writing),
  };
}

function eventOf({ callId, legId, CallSid }: z.infer<typeof answeredSchema>, at: Date): LegEvent {
  return { callId, legId, legRef: CallSid, at };
}
