import type { ConferenceEndReason, ConferenceEvent, Participant } from '../exchange/conference.ts';
import type { WebhookMethod } from './webhook-sender.ts';

/** A conference's status callback: that of the first participant to join, and no other. */
export interface ConferenceCallback {
  readonly url: string;
  readonly method: WebhookMethod;
  readonly events: readonly string[];
}

/** An announcement that is over, beside what the conference itself reports. */
export type ReportedEvent =
  | ConferenceEvent
  | { readonly type: 'announcement-end'; readonly participant: Participant; readonly url: string };

/** The word that a callback's list of events has for this one. */
export function subscribedAs(event: ReportedEvent): string {
  switch (event.type) {
    case 'conference-start':
      return 'start';
    case 'conference-end':
      return 'end';
    case 'participant-join':
      return 'join';
    case 'participant-leave':
      return 'leave';
    case 'participant-mute':
    case 'participant-unmute':
      return 'mute';
    case 'participant-hold':
    case 'participant-unhold':
      return 'hold';
    case 'participant-modify':
      return 'modify';
    case 'announcement-end':
      return 'announcement';
  }
}

/** What this event adds to the parameters of all (twilio.com/docs/voice/twiml/conference#attributes-status-callback-parameters). */
export function conferenceEventParameters(
  event: ReportedEvent,
  callStatusOf: (callSid: string) => string,
): Readonly<Record<string, string>> {
  switch (event.type) {
    case 'conference-start':
      return {};
    case 'conference-end':
      return endParameters(event.reason, event.by);
    case 'participant-leave':
      return {
        ...participantParameters(event.participant),
        ReasonParticipantLeft: event.departure.reason,
        ParticipantCallStatus: callStatusOf(event.participant.callSid),
      };
    case 'announcement-end':
      return { ...participantParameters(event.participant), AnnounceUrl: event.url };
    default:
      return participantParameters(event.participant);
  }
}

function participantParameters(participant: Participant): Readonly<Record<string, string>> {
  return {
    CallSid: participant.callSid,
    Coaching: String(participant.coaching !== null),
    EndConferenceOnExit: String(participant.endOnExit),
    Hold: String(participant.onHold),
    Muted: String(participant.muted),
    StartConferenceOnEnter: String(participant.startOnEnter),
    ...(participant.coaching === null ? {} : { CallSidToCoach: participant.coaching }),
    ...(participant.label === null ? {} : { ParticipantLabel: participant.label }),
  };
}

const reasons: Readonly<Record<ConferenceEndReason, string>> = {
  'conference-ended-via-api': 'Conference ended via API',
  'last-participant-kicked': 'Last participant was kicked',
  'last-participant-left': 'Last participant left',
  'participant-with-end-conference-on-exit-kicked': 'Participant with endConferenceOnExit was kicked',
  'participant-with-end-conference-on-exit-left': 'Participant with endConferenceOnExit left',
};

function endParameters(
  reason: ConferenceEndReason,
  by: Participant | null,
): Readonly<Record<string, string>> {
  return {
    Reason: reasons[reason],
    ReasonConferenceEnded: reason,
    ...(by === null ? {} : { CallSidEndingConference: by.callSid }),
    ...(by === null || by.label === null ? {} : { ParticipantLabelEndingConference: by.label }),
  };
}
