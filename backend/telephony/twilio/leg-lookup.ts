import type { AskedLeg, CarrierOutcome } from '../carrier-command.ts';
import { outcomeOfError } from './error-outcome.ts';
import type { TwilioClient } from './twilio-client.ts';

/** Conference names are random: more than one of a name would be Twilio's own doing. */
const mostConferences = 5;

/** Whether a leg that was asked for exists, found by its conference's name and its label. */
export async function findLeg(
  client: TwilioClient,
  leg: Exclude<AskedLeg, { readonly type: 'ring-telephone' }>,
): Promise<CarrierOutcome | { readonly type: 'not-done' }> {
  const { conferenceName: friendlyName, label } = leg;
  const conferences = await client.conferences.list({ friendlyName, limit: mostConferences });
  for (const conference of conferences) {
    const legRef = await participantWithLabel(client, conference.sid, label);
    if (legRef !== null) return { type: 'done', leg: { legRef, conferenceRef: conference.sid } };
  }
  // Twilio forgets participants who left. A conference that is over had them all, and without its customer it would not exist.
  const over = conferences.length > 0 && conferences.every(({ status }) => status === 'completed');
  const dialled = conferences.length > 0 && leg.type === 'dial-customer';
  return over || dialled ? { type: 'gone' } : { type: 'not-done' };
}

async function participantWithLabel(
  client: TwilioClient,
  conferenceRef: string,
  label: string,
): Promise<string | null> {
  try {
    const participant = await client.conferences(conferenceRef).participants(label).fetch();
    return participant.callSid;
  } catch (error) {
    if (outcomeOfError(error).type === 'gone') return null;
    throw error;
  }
}
