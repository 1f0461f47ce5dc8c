import type { TestLine, TestToRing } from '../test-line.ts';
import { outcomeOfError } from './error-outcome.ts';
import { softphoneIdentity } from './softphone-token.ts';
import { createTwilioClient, type TwilioAccount, type TwilioClient } from './twilio-client.ts';
import { createWebhookUrls } from './webhook-urls.ts';

interface TwilioTestLineOptions {
  readonly account: TwilioAccount;
  /** As for `createTwilioTelephony`. */
  readonly publicUrl: string;
  readonly restBaseUrl: string | null;
}

/** The softphone answers by itself: one that has not within this time will not. */
const ringSeconds = 10;
/** Instruction, five seconds, the same again, and a word. */
const longestSeconds = 60;

/** Test calls over Twilio's REST API. */
export function createTwilioTestLine({ account, publicUrl, restBaseUrl }: TwilioTestLineOptions): TestLine {
  const client = createTwilioClient(account, restBaseUrl);
  const urls = createWebhookUrls(publicUrl);
  return {
    async ring(test) {
      try {
        const call = await client.calls.create({
          from: account.number,
          to: `client:${softphoneIdentity(test.agentId)}?${parametersOf(test)}`,
          url: urls.echo(test.testCallId, test.language),
          statusCallback: urls.echoEnded(test.testCallId),
          statusCallbackEvent: ['completed'],
          timeout: ringSeconds,
          timeLimit: longestSeconds,
        });
        return { type: 'rung', legRef: call.sid };
      } catch (error) {
        const outcome = outcomeOfError(error);
        return { type: 'not-rung', detail: 'detail' in outcome ? outcome.detail : outcome.type };
      }
    },
    hangUp: (legRef) =>
      client
        .calls(legRef)
        .update({ status: 'completed' })
        .then(() => ({ type: 'done' }) as const, outcomeOfError),
    forgetRecordings: (legRef) => forgetRecordings(client, legRef),
  };
}

/** Tells the softphone that this leg is a test, and whose window is meant. */
function parametersOf({ testCallId, clientId }: TestToRing): URLSearchParams {
  return new URLSearchParams({ testCallId, clientId });
}

async function forgetRecordings(client: TwilioClient, callSid: string): Promise<void> {
  // Not `recording.remove()`: of a listed recording the SDK forgets the SID.
  for (const { sid } of await client.recordings.list({ callSid })) await client.recordings(sid).remove();
}
