import type { CarrierEvents } from '../../carrier-events.ts';
import type { SpeechTransport } from '../ai-webhooks.ts';
import { createTwimlWriter, type LeaveAi, type TwimlWriter } from '../twiml.ts';
import type { Webhook } from '../webhook.ts';
import type { WebhookUrls } from '../webhook-urls.ts';
import { roomEvents } from './customer-events.ts';
import { customerWebhook, type ReceiveCustomer, receiveCustomer } from './customer-webhook.ts';
import type { PlacedCalls } from './placed-call.ts';

interface PlaceAiOptions {
  readonly events: CarrierEvents;
  readonly placed: PlacedCalls;
  readonly transport: SpeechTransport;
  readonly japaneseVoice?: Parameters<typeof createTwimlWriter>[1];
  readonly urls: WebhookUrls;
}

interface PlacedWebhooks {
  readonly events: CarrierEvents;
  readonly twiml: TwimlWriter;
  readonly webhook: Webhook<CustomerInput>;
  readonly receiveCustomer: ReceiveCustomer;
}

type CustomerInput = ReturnType<typeof customerWebhook> extends Webhook<infer Input> ? Input : never;

/** A removal by us moves the leg before that; this is for one that failed. */
const patienceSeconds = 5;

/** What is different of the webhooks where the AI is on the customer's leg. */
export function placeAi(options: PlaceAiOptions): PlacedWebhooks {
  const { placed, urls } = options;
  const twiml = createTwimlWriter(urls, options.japaneseVoice, leaveCustomer(placed, urls));
  const own = { ...options, twiml };
  return {
    events: roomEvents(options.events, placed),
    twiml,
    webhook: customerWebhook(own),
    receiveCustomer: receiveCustomer(own),
  };
}

/** The customer's leg stays, and asks where it belongs. */
function leaveCustomer(placed: PlacedCalls, urls: WebhookUrls): LeaveAi {
  return (response, { callId, legId }) => {
    if (placed.find(callId)?.ai?.legId !== legId) response.pause({ length: patienceSeconds });
    response.redirect({ method: 'POST' }, urls.customer(callId, { type: 'ai-left', legId }));
  };
}
