import VoiceResponse from 'twilio/lib/twiml/VoiceResponse.js';
import { z } from 'zod';
import type { Speak } from '../speech.ts';
import type { Webhook } from '../webhook.ts';
import type { WebhookReceiptsStore } from '../webhook-receipts-store.ts';
import type { WebhookUrls } from '../webhook-urls.ts';

interface ProbeOptions {
  readonly urls: WebhookUrls;
  readonly speak: Speak;
  readonly receipts: Pick<WebhookReceiptsStore, 'find'>;
  /** Resolves when one more leg may be asked for. */
  readonly turn: () => Promise<void>;
}

/** Tells one probe from another. */
const wordSchema = z.string().regex(/^[\w-]{8,40}$/);
const probedSchema = z.object({ probe: wordSchema });
const heardSchema = probedSchema.extend({ SpeechResult: z.string().trim().default('') });
const ownSchema = z
  .object({ From: z.string(), To: z.string() })
  .refine(({ From, To }) => From === To, 'is a call of somebody else');

/** What our own number says to a probe, and how long it goes on. */
const spokenWords = '音声の確認です。';
const timesSpoken = 8;
/** So long the application's leg listens: until our number, which is still ringing, has been answered and has spoken. */
const listenSeconds = 30;

/**
 * A call from our number to itself, as nobody else makes them: `twilio:doctor` finds out with it whether a `<Gather>` hears a conference.
 * It belongs to no call of ours.
 */
export function probeSpeakerWebhook({ speak }: ProbeOptions): Webhook<z.infer<typeof ownSchema>> {
  return {
    schema: ownSchema,
    key: () => null,
    answer() {
      const response = new VoiceResponse();
      for (let time = 0; time < timesSpoken; time += 1) {
        response.pause({ length: 1 });
        speak(response, { text: spokenWords, language: 'ja-JP', readings: [] });
      }
      response.hangup();
      return response.toString();
    },
  };
}

/** The application's leg in the probe's conference: it listens as the AI's does. */
export function probeListenerWebhook({ urls }: ProbeOptions): Webhook<z.infer<typeof probedSchema>> {
  return {
    schema: probedSchema,
    key: () => null,
    answer({ probe }) {
      const response = new VoiceResponse();
      response.gather({
        input: ['speech'],
        action: urls.probeHeard(probe),
        method: 'POST',
        actionOnEmptyResult: true,
        language: 'ja-JP',
        speechModel: 'phone_call',
        speechTimeout: '1',
        timeout: listenSeconds,
      });
      return response.toString();
    },
  };
}

/** Asked by the doctor, a process of its own, before each of its legs: they are counted with all others. */
export function probeTurnWebhook({ turn }: ProbeOptions): Webhook<z.infer<typeof probedSchema>> {
  return {
    schema: probedSchema,
    key: () => null,
    prepare: async (input) => {
      await turn();
      return input;
    },
    answer: () => '',
  };
}

/** What it heard. The answer is kept as every webhook's is, and is what the doctor asks for. */
export function probeHeardWebhook({ speak }: ProbeOptions): Webhook<z.infer<typeof heardSchema>> {
  return {
    schema: heardSchema,
    key: ({ probe }) => keyOf(probe),
    answer({ SpeechResult: text }) {
      const response = new VoiceResponse();
      if (text !== '') speak(response, { text, language: 'ja-JP', readings: [] });
      response.hangup();
      return response.toString();
    },
  };
}

/** Asked by the doctor: the answer to what was heard, whose `<Say>` has the words; nothing while it is not known. */
export function probeResultWebhook({ receipts }: ProbeOptions): Webhook<z.infer<typeof probedSchema>> {
  return { schema: probedSchema, key: () => null, answer: ({ probe }) => receipts.find(keyOf(probe)) ?? '' };
}

/** Whether a webhook to the same address is one of these. */
export function isProbe({ schema }: { readonly schema: z.ZodType }): (parameters: unknown) => boolean {
  return (parameters) => schema.safeParse(parameters).success;
}

function keyOf(probe: string): string {
  return `probe:${probe}`;
}
