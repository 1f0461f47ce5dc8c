import { z } from 'zod';
import { beginTestCallSchema } from '../../contract/test-calls.ts';
import type { TestCallEvents, TestLine } from '../test-line.ts';
import { callStatusSchema } from './call-status.ts';
import { askForWords, playBack } from './echo-twiml.ts';
import type { Speak } from './speech.ts';
import type { Webhook } from './webhook.ts';
import type { WebhookUrls } from './webhook-urls.ts';

export interface EchoWebhooksOptions {
  readonly testCalls: TestCallEvents;
  readonly testLine: Pick<TestLine, 'forgetRecordings'>;
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
  testLine,
  speak,
}: EchoWebhooksOptions): Webhook<z.infer<typeof playedSchema>> {
  return {
    schema: playedSchema,
    key: () => null,
    async prepare(input) {
      if (input.Digits === 'hangup') await testLine.forgetRecordings(input.CallSid);
      else testCalls.playing(input.testCallId);
      return input;
    },
    answer: ({ language, RecordingUrl }) => playBack(speak, RecordingUrl, language),
  };
}

/** The call is over. It counts as received only once nothing is left of what was said, so that the carrier tells it again until then. */
export function echoEndedWebhook({
  testCalls,
  testLine,
}: EchoWebhooksOptions): Webhook<z.infer<typeof endedSchema>> {
  const tell = ({ testCallId, CallStatus }: z.infer<typeof endedSchema>): void =>
    testCalls.ended(testCallId, CallStatus === 'completed' ? 'over' : 'failed');
  return {
    schema: endedSchema,
    key: () => null,
    async prepare(input) {
      tell(input);
      await testLine.forgetRecordings(input.CallSid);
      return input;
    },
    answer: () => '',
  };
}
