import { type Handler, Hono } from 'hono';
import { z } from 'zod';
import type { CallId, LegId } from '../../contract/ids.ts';
import type { Database } from '../../db/database.ts';
import type { Clock } from '../../kernel/clock.ts';
import type { Log } from '../../kernel/log.ts';
import type { CarrierEvents, Consider } from '../carrier-events.ts';
import {
  aiStartedWebhook,
  finishedWebhook,
  gatherWebhook,
  partialWebhook,
  type SpeechTransport,
} from './ai-webhooks.ts';
import { callStatusWebhook } from './call-status-webhook.ts';
import { conferenceWebhook } from './conference-webhook.ts';
import {
  type EchoWebhooksOptions,
  echoEndedWebhook,
  echoPlayedWebhook,
  echoWebhook,
} from './echo-webhooks.ts';
import { incomingEndedWebhook } from './incoming-ended-webhook.ts';
import { incomingWebhook } from './incoming-webhook.ts';
import { machineDetectionWebhook } from './machine-detection-webhook.ts';
import { createPartialOrder } from './partial-order.ts';
import type { PlacedCalls } from './placement/placed-call.ts';
import { placeAi } from './placement/placed-webhooks.ts';
import {
  isProbe,
  probeHeardWebhook,
  probeListenerWebhook,
  probeResultWebhook,
  probeSpeakerWebhook,
  probeTurnWebhook,
} from './probe/probe-webhooks.ts';
import { recordingWebhook } from './recording-webhook.ts';
import type { After } from './relay/alarm.ts';
import { relayEndedWebhook } from './relay/relay-ended-webhook.ts';
import { createRelayReceipts } from './relay/relay-receipts.ts';
import { relayRoutes } from './relay/relay-routes.ts';
import { createSpeech } from './speech.ts';
import { telephoneKeyWebhook, telephoneWebhook } from './telephone-webhooks.ts';
import { transcriptionWebhook } from './transcription-webhook.ts';
import { createTwimlWriter, type TwimlWriter } from './twiml.ts';
import type { Webhook } from './webhook.ts';
import type { WebhookReceiptsStore } from './webhook-receipts-store.ts';
import { type SignedWebhook, verifySignature } from './webhook-signature.ts';
import { createWebhookUrls } from './webhook-urls.ts';

interface TwilioWebhooksOptions extends Pick<EchoWebhooksOptions, 'testCalls' | 'forgetTestRecordings'> {
  readonly events: CarrierEvents;
  readonly receipts: WebhookReceiptsStore;
  readonly database: Database;
  readonly authToken: string;
  /** Where Twilio reaches us, without a slash at its end. */
  readonly publicUrl: string;
  /** One of Twilio's; without it the default. */
  readonly japaneseVoice?: Parameters<typeof createTwimlWriter>[1];
  /** What legs speak and listen over. Those that already do go on. */
  readonly transport: SpeechTransport;
  /** Times the silences in a ConversationRelay. */
  readonly after: After;
  /** Left out where nobody is to look at what was heard. */
  readonly consider?: Consider | undefined;
  /** Told of each webhook whose signature is wrong. */
  readonly onForgery?: (() => void) | undefined;
  /** Resolves when one more leg may be asked for. */
  readonly turn: () => Promise<void>;
  readonly clock: Clock;
  readonly log: Log;
  /** The leg of a call that has this label in the conference; null when there is none. */
  readonly legByLabel: (callId: CallId, label: string) => LegId | null;
  /** The leg of an open call that is this call of Twilio's; null when there is none. */
  readonly legByRef: (legRef: string) => { readonly callId: CallId; readonly legId: LegId } | null;
  /** Given where the AI is on the customer's leg. */
  readonly placed?: PlacedCalls | undefined;
}

/**
 * Everything that Twilio sends us, to be mounted at `/webhooks/twilio`. Answered once its effects are committed: 403 for a wrong signature,
 * 400 for parameters that are not Twilio's or contradict each other, 500 when we failed and Twilio is to try again.
 */
export function createTwilioWebhooks(options: TwilioWebhooksOptions): Hono<SignedWebhook> {
  const { log, placed } = options;
  const urls = createWebhookUrls(options.publicUrl);
  const onCustomer = placed === undefined ? null : placeAi({ ...options, placed, urls });
  const events = onCustomer?.events ?? options.events;
  const twiml = onCustomer?.twiml ?? createTwimlWriter(urls, options.japaneseVoice);
  const speak = createSpeech(options.japaneseVoice);
  const echo = { ...options, urls, speak, receiveCustomer: onCustomer?.receiveCustomer };
  const shared = { ...options, events, twiml, partials: createPartialOrder() };
  const receive = receiver(options);
  const app = new Hono<SignedWebhook>();
  app.onError((error, c) => {
    log.error({ error, path: c.req.path }, 'a webhook failed');
    return c.body(null, 500);
  });
  // Signed for another address than what follows.
  app.route(
    '/',
    relayRoutes({
      ...options,
      receipts: createRelayReceipts(options.database, options.receipts),
      audioUrl: urls.templateAudio,
    }),
  );
  app.use(verifySignature(options));
  probeRoutes(app, { ...options, urls, speak }, receive);
  app.post('/incoming', receive(incomingWebhook(echo)));
  app.post('/incoming-ended', receive(incomingEndedWebhook(options)));
  if (onCustomer !== null) app.post('/customer', receive(onCustomer.webhook));
  app.post('/telephone', receive(telephoneWebhook(echo)));
  app.post('/telephone/key', receive(telephoneKeyWebhook(echo)));
  app.post('/ai', receive(aiStartedWebhook(shared)));
  app.post('/gather', receive(gatherWebhook(shared)));
  app.post('/finished', receive(finishedWebhook(shared)));
  app.post('/partial', receive(partialWebhook(shared)));
  app.post('/relay-ended', receive(relayEndedWebhook(shared)));
  app.post('/call-status', receive(callStatusWebhook(shared)));
  app.post('/conference', receive(conferenceWebhook(shared)));
  app.post('/recording', receive(recordingWebhook(events)));
  app.post('/transcription', receive(transcriptionWebhook(shared)));
  app.post('/amd', receive(machineDetectionWebhook(events)));
  app.post('/hold', receive(holdWebhook(twiml)));
  app.post('/announce', receive(announcementWebhook(twiml)));
  app.post('/echo', receive(echoWebhook(echo)));
  app.post('/echo/played', receive(echoPlayedWebhook(echo)));
  app.post('/echo/ended', receive(echoEndedWebhook(echo)));
  return app;
}

/** In front of the webhooks whose addresses it shares, because a number and an application have but one. */
function probeRoutes(
  app: Hono<SignedWebhook>,
  options: Parameters<typeof probeSpeakerWebhook>[0],
  receive: ReturnType<typeof receiver>,
): void {
  const speaker = probeSpeakerWebhook(options);
  const listener = probeListenerWebhook(options);
  app.post('/incoming', when(isProbe(speaker), receive(speaker)));
  app.post('/ai', when(isProbe(listener), receive(listener)));
  app.post('/probe/turn', receive(probeTurnWebhook(options)));
  app.post('/probe/heard', receive(probeHeardWebhook(options)));
  app.post('/probe/result', receive(probeResultWebhook(options)));
}

/** Others are for whoever comes next. */
function when(
  isMeant: (parameters: unknown) => boolean,
  handler: Handler<SignedWebhook>,
): Handler<SignedWebhook> {
  return (c, next) => (isMeant(c.get('parameters')) ? handler(c, next) : next());
}

function receiver({ database, receipts, clock, log }: TwilioWebhooksOptions) {
  /** The receipt stands or falls with the effects. */
  function once(key: string, now: Date, answer: () => string): string {
    const earlier = receipts.find(key);
    if (earlier !== null) return earlier;
    const body = answer();
    receipts.add(key, body, now);
    return body;
  }

  /** What may come again has effects all the same, and all of them are one. */
  function answerTo<Input>(webhook: Webhook<Input>, input: Input): string {
    const now = clock.now();
    const key = webhook.key(input);
    const answer = () => webhook.answer(input, now);
    return database.transaction(() => (key === null ? answer() : once(key, now, answer)));
  }

  function isRepeat(key: string | null): boolean {
    return key !== null && receipts.find(key) !== null;
  }

  return function receive<Input>(webhook: Webhook<Input>): Handler<SignedWebhook> {
    return (c) => {
      const parsed = webhook.schema.safeParse(c.get('parameters'));
      if (!parsed.success) {
        const names = parsed.error.issues.map((issue) => issue.path.join('.'));
        log.warn({ path: c.req.path, parameters: names }, 'a webhook has unexpected parameters');
        return c.body(null, 400);
      }
      const { prepare } = webhook;
      const respond = (input: Input) => {
        const body = answerTo(webhook, input);
        return body === '' ? c.body(null, 204) : c.body(body, 200, xml);
      };
      return prepare === undefined || isRepeat(webhook.key(parsed.data))
        ? respond(parsed.data)
        : prepare(parsed.data, clock.now()).then(respond);
    };
  };
}

const xml = { 'content-type': 'text/xml; charset=utf-8' };

/** `HoldUrl`: what a leg hears on hold. */
function holdWebhook(twiml: TwimlWriter): Webhook<{ readonly language?: string | undefined }> {
  return {
    schema: z.object({ language: z.string().optional() }),
    key: () => null,
    answer: ({ language }) => twiml.hold(language),
  };
}

/** `AnnounceUrl`: the text is in the address, which is signed. */
function announcementWebhook(twiml: TwimlWriter): Webhook<{ readonly text: string }> {
  return {
    schema: z.object({ text: z.string().min(1) }),
    key: () => null,
    answer: ({ text }) => twiml.announcement(text),
  };
}
