import { outcomeOfError } from './error-outcome.ts';
import type { TwilioClient } from './twilio-client.ts';

/** twilio.com/docs/phone-numbers/api/incomingphonenumber-resource and /docs/voice/api/outgoing-caller-ids: from any other, error 21210. */
export async function callerNumbers(client: TwilioClient): Promise<readonly string[] | null> {
  try {
    const [owned, verified] = await Promise.all([
      client.incomingPhoneNumbers.list({ limit: mostNumbers }),
      client.outgoingCallerIds.list({ limit: mostNumbers }),
    ]);
    const voices = owned.filter(({ capabilities }) => capabilities.voice);
    return [...new Set([...voices, ...verified].map(({ phoneNumber }) => phoneNumber))];
  } catch (error) {
    outcomeOfError(error);
    return null;
  }
}

const mostNumbers = 200;
