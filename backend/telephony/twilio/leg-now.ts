import type { LegNow, LiveConference, PresentLeg } from '../telephony.ts';
import { callStatusSchema, endReason } from './call-status.ts';
import { outcomeOfError } from './error-outcome.ts';
import type { TwilioClient } from './twilio-client.ts';

/** A call that Twilio does not know any more is over. */
export async function legNow(client: TwilioClient, legRef: string): Promise<LegNow> {
  try {
    const { status, duration } = await client.calls(legRef).fetch();
    const CallStatus = callStatusSchema.parse(status);
    const reason = endReason({ CallStatus });
    if (reason !== null) return { type: 'ended', reason, billedSeconds: Number(duration ?? 0) };
    return { type: CallStatus === 'in-progress' ? 'up' : 'ringing' };
  } catch (error) {
    return outcomeOfError(error).type === 'gone'
      ? { type: 'ended', reason: 'hung-up', billedSeconds: null }
      : { type: 'unknown' };
  }
}

/** It is `init` until the first two, one of whom starts it, are in it. (twilio.com/docs/voice/api/conference-resource) */
export async function isMixed(client: TwilioClient, conferenceRef: string): Promise<boolean | null> {
  try {
    const { status } = await client.conferences(conferenceRef).fetch();
    return status !== 'init';
  } catch (error) {
    outcomeOfError(error);
    return null;
  }
}

export async function presentIn(
  client: TwilioClient,
  conferenceRef: string,
): Promise<readonly PresentLeg[] | null> {
  try {
    const participants = await client.conferences(conferenceRef).participants.list();
    // Twilio also lists those whose telephone still rings.
    return participants
      .filter(({ status }) => status === 'connected')
      .map(({ label, muted, hold, coaching, callSidToCoach }) => ({
        label,
        muted,
        onHold: hold,
        coaches: coaching ? callSidToCoach : null,
      }));
  } catch (error) {
    return outcomeOfError(error).type === 'gone' ? [] : null;
  }
}

/** A conference is on before it is mixed, too: one person alone is in it. */
const liveStatuses = ['init', 'in-progress'] as const;

export async function liveConferences(client: TwilioClient): Promise<readonly LiveConference[] | null> {
  try {
    const lists = await Promise.all(liveStatuses.map((status) => client.conferences.list({ status })));
    return lists.flat().map(({ sid, friendlyName }) => ({ conferenceRef: sid, name: friendlyName }));
  } catch (error) {
    outcomeOfError(error);
    return null;
  }
}
