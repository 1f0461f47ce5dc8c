import VoiceResponse from 'twilio/lib/twiml/VoiceResponse.js';
import { z } from 'zod';
import { type CallId, callIdSchema, type LegId, legIdSchema } from '../../../contract/ids.ts';
import type { CarrierEvents } from '../../carrier-events.ts';
import type { SpeechTransport } from '../ai-webhooks.ts';
import { enterConference } from '../incoming-twiml.ts';
import type { TwimlWriter } from '../twiml.ts';
import type { Webhook } from '../webhook.ts';
import type { WebhookUrls } from '../webhook-urls.ts';
import { aiRefOf, type PlacedAi, type PlacedCall, type PlacedCalls, roomOf } from './placed-call.ts';

interface CustomerWebhookOptions {
  readonly events: CarrierEvents;
  readonly placed: PlacedCalls;
  readonly twiml: TwimlWriter;
  readonly transport: SpeechTransport;
  readonly urls: WebhookUrls;
}

/** What the customer's leg is told when it asks with whom it is. */
export type ReceiveCustomer = (callId: CallId, legRef: string, at: Date) => string;

const customerSchema = z.object({
  callId: callIdSchema,
  CallSid: z.string(),
  asked: z.enum(['start', 'ai-comes', 'ai-left', 'told', 'back']),
  /** The AI's. */
  legId: legIdSchema.optional(),
  text: z.string().optional(),
});
type CustomerInput = z.infer<typeof customerSchema>;

/** The customer's leg was answered, or moved: where it belongs is what is stored of the call, and told in the words of a conference. */
export function customerWebhook(options: CustomerWebhookOptions): Webhook<CustomerInput> {
  const receive = receiveCustomer(options);
  return {
    schema: customerSchema,
    key: ({ callId, asked, legId }) =>
      asked === 'start' || asked === 'ai-comes' ? `customer:${callId}:${asked}:${legId ?? ''}` : null,
    answer({ callId, CallSid, asked, legId, text }, at) {
      if (asked === 'told' && text !== undefined && options.placed.find(callId)?.withHuman !== true) {
        return options.twiml.announcement(text, options.urls.customer(callId, { type: 'back' }));
      }
      if (asked === 'ai-left' && legId !== undefined) leaveAi(options, { callId, legId, CallSid }, at);
      return receive(callId, CallSid, at);
    },
  };
}

/** Not told of a removal that we wanted: that leg has left already. */
function leaveAi(
  { events }: CustomerWebhookOptions,
  { callId, legId, CallSid }: { readonly callId: CallId; readonly legId: LegId; readonly CallSid: string },
  at: Date,
): void {
  events.legLeft({ callId, legId, legRef: aiRefOf({ callId, legId, customerRef: CallSid }), at });
}

export function receiveCustomer(options: CustomerWebhookOptions): ReceiveCustomer {
  const { events, placed, urls } = options;
  return (callId, legRef, at) => {
    const before = placed.find(callId)?.customer;
    if (before?.state === 'coming') events.legAnswered({ callId, legId: before.legId, legRef, at });
    const place = placed.find(callId);
    if (place?.customer == null || place.customer.state === 'left') return hangUp();
    if (place.ai !== null) return meetAi({ ...place, ai: place.ai }, { legRef, at }, options);
    const { legId, label } = place.customer;
    if (before?.state === 'here') events.conferenceEntered(callId);
    return enterConference({ ...place, legId, label }, urls);
  };
}

interface Arrival {
  readonly legRef: string;
  readonly at: Date;
}

/** Both are there at once, and hear each other. */
function meetAi(
  { callId, customer, ai }: PlacedCall & { readonly ai: PlacedAi },
  { legRef, at }: Arrival,
  { events, twiml, transport }: CustomerWebhookOptions,
): string {
  const leg = {
    callId,
    legId: ai.legId,
    legRef: aiRefOf({ callId, legId: ai.legId, customerRef: legRef }),
    at,
  };
  const entering = { conferenceRef: roomOf(callId), muted: false, onHold: false };
  events.legAnswered(leg);
  events.legJoined({ ...leg, ...entering });
  if (customer !== null) events.legJoined({ callId, legId: customer.legId, legRef, at, ...entering });
  events.conferenceStarted(callId, roomOf(callId));
  return transport === 'relay'
    ? twiml.relay(leg, events.hintsOf(callId))
    : twiml.instruction(leg, events.aiStarted({ ...leg, legRef }));
}

function hangUp(): string {
  const response = new VoiceResponse();
  response.hangup();
  return response.toString();
}
