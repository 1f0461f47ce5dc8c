import { z } from 'zod';
import { callStatusSchema } from '../call-status.ts';
import { conferenceSettings } from '../conference-settings.ts';
import { createTwilioClient } from '../twilio-client.ts';
import { type Answer, answerOf } from './answer.ts';

/** The few requests of a probe's call. */
export interface ProbeLine {
  /** Calls somebody into the conference, and gives the id of their call. */
  invite(conferenceName: string, guest: Guest): Promise<Answer<string>>;
  statusOf(callSid: string): Promise<Answer<z.infer<typeof callStatusSchema>>>;
  hangUp(callSid: string): Promise<unknown>;
}

interface Guest {
  readonly from: string;
  readonly to: string;
  readonly label: string;
}

interface ProbeLineOptions {
  readonly accountSid: string;
  readonly authToken: string;
  /** The simulator's address, or null for Twilio. */
  readonly restBaseUrl: string | null;
}

/** Our number is answered at once or not at all. */
const ringSeconds = 15;
/** Whatever happens to the command, this ends its calls. */
const longestSeconds = 60;

export function createProbeLine({ accountSid, authToken, restBaseUrl }: ProbeLineOptions): ProbeLine {
  const client = createTwilioClient(
    { accountSid, apiKeySid: accountSid, apiKeySecret: authToken },
    restBaseUrl,
  );
  return {
    invite: (conferenceName, guest) =>
      answerOf(
        client
          .conferences(conferenceName)
          .participants.create({
            ...guest,
            timeout: ringSeconds,
            timeLimit: longestSeconds,
            ...conferenceSettings,
          })
          .then(({ callSid }) => z.string().parse(callSid)),
      ),
    statusOf: (callSid) =>
      answerOf(
        client
          .calls(callSid)
          .fetch()
          .then(({ status }) => callStatusSchema.parse(status)),
      ),
    hangUp: (callSid) => answerOf(client.calls(callSid).update({ status: 'completed' })),
  };
}
