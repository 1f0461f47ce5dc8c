import { z } from 'zod';
import { beginTestCallSchema } from '../../contract/test-calls.ts';
import type { TestCallEvents } from '../test-line.ts';
import { callStatusSchema } from './call-status.ts';
import { askForWords, playBack } from './echo-twiml.ts';
import type { Speak } from './speech.ts';
import type { Webhook } from './webhook.ts';
import type { WebhookUrls } from './webhook-urls.ts';

export interface EchoWebhooksOptions {
  readonly testCalls: TestCallEvents;
  /** What was said in the test call is to be deleted, after the answer: in its transaction, so that it is not forgotten to. */
  readonly forgetTestRecordings: (legRef: string) => void;
  readonly urls: WebhookUrls;
  readonly speak: Speak;
}

const testSchema = z.object({ testCallId: z.uuid(), language: beginTestCallSchema.shape.language });
const playedSchema = testSchema.extend({
  CallSid: z.string(),
  RecordingUrl: z.url(),
  Digits: z.string().default(''),
});
const endedSchema = z.object({ testCallId: z.uuid(), CallSid: z.string(), CallStatus: callStatusSchema });

/** The softphone has answered: it is asked for some words. All of it is safe to repeat, and needs nothing that a restart loses. */
export function echoWebhook({
  testCalls,
  urls,
  speak,
}: EchoWebhooksOptions): Webhook<z.infer<typeof testSchema>> {
  return {
    schema: testSchema,
    key: () => null,
    answer({ testCallId, language }) {
      testCalls.listening(testCallId);
      return askForWords(urls, speak, testCallId, language);
    },
  };
}

/** `<Record>` is over: what was said is played. Of somebody who hung up meanwhile there is nobody to play it to, and nothing to keep. */
export function echoPlayedWebhook({
  testCalls,
  forgetTestRecordings,
  speak,
}: EchoWebhooksOptions): Webhook<z.infer<typeof playedSchema>> {
  return {
    schema: playedSchema,
    key: () => null,
    answer({ testCallId, language, CallSid, RecordingUrl, Digits }) {
      if (Digits === 'hangup') forgetTestRecordings(CallSid);
      else testCalls.playing(testCallId);
      return playBack(speak, RecordingUrl, language);
    },
  };
}

/** The call is over, and nothing is to be left of what was said. */
export function echoEndedWebhook({
  testCalls,
  forgetTestRecordings,
}: EchoWebhooksOptions): Webhook<z.infer<typeof endedSchema>> {
  return {
    schema: endedSchema,
    key: () => null,
    answer({ testCallId, CallSid, CallStatus }) {
      testCalls.ended(testCallId, CallStatus === 'completed' ? 'over' : 'failed');
      forgetTestRecordings(CallSid);
      return '';
    },
  };
}
