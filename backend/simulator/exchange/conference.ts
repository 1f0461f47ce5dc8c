/** A conference as it stands (twilio.com/docs/voice/api/conference-resource). Who only rings is not in it. */
export interface Conference {
  readonly phase: ConferencePhase;
  /** In the order they joined. */
  readonly participants: readonly Participant[];
}

export type ConferencePhase =
  /** Nobody hears anybody: it takes two, one of whom starts it. */
  | { readonly type: 'waiting' }
  | { readonly type: 'mixing' }
  | { readonly type: 'ended'; readonly reason: ConferenceEndReason; readonly callSid: string | null };

export type ConferenceEndReason =
  | 'conference-ended-via-api'
  | 'participant-with-end-conference-on-exit-left'
  | 'participant-with-end-conference-on-exit-kicked'
  | 'last-participant-kicked'
  | 'last-participant-left';

export interface Participant {
  readonly callSid: string;
  readonly label: string | null;
  readonly muted: boolean;
  readonly onHold: boolean;
  /** The only one who hears this participant; null for an ordinary one. */
  readonly coaching: string | null;
  readonly startOnEnter: boolean;
  readonly endOnExit: boolean;
}

export type LeaveReason =
  | 'participant_hung_up'
  | 'participant_updated_via_api'
  | 'participant_add_failed'
  | 'moderator_ended_conference'
  | 'conference_ended_via_api';

/** `kicked` tells a removal over REST from a leave by the participant's own doing. */
export interface Departure {
  readonly reason: LeaveReason;
  readonly kicked: boolean;
}

/** Changes to a participant; what is not given stays. */
export type ParticipantChanges = Partial<Pick<Participant, 'muted' | 'onHold' | 'coaching' | 'endOnExit'>>;

export type ConferenceEvent =
  | { readonly type: 'conference-start' }
  | { readonly type: 'conference-end'; readonly reason: ConferenceEndReason; readonly by: Participant | null }
  | { readonly type: 'participant-join'; readonly participant: Participant }
  | { readonly type: 'participant-leave'; readonly participant: Participant; readonly departure: Departure }
  | {
      readonly type:
        | 'participant-mute'
        | 'participant-unmute'
        | 'participant-hold'
        | 'participant-unhold'
        | 'participant-modify';
      readonly participant: Participant;
    };

export interface ConferenceStep {
  readonly conference: Conference;
  readonly events: readonly ConferenceEvent[];
}

export const newConference: Conference = { phase: { type: 'waiting' }, participants: [] };

export function joinConference(conference: Conference, participant: Participant): ConferenceStep {
  const participants = [...conference.participants, participant];
  const events: ConferenceEvent[] = [{ type: 'participant-join', participant }];
  const starts =
    conference.phase.type === 'waiting' &&
    participants.length > 1 &&
    participants.some((one) => one.startOnEnter);
  if (!starts) return { conference: { ...conference, participants }, events };
  return {
    conference: { phase: { type: 'mixing' }, participants },
    events: [...events, { type: 'conference-start' }],
  };
}

export function changeParticipant(
  conference: Conference,
  callSid: string,
  changes: ParticipantChanges,
): ConferenceStep {
  const before = find(conference, callSid);
  if (before === undefined) return { conference, events: [] };
  const after = { ...before, ...changes };
  const participants = conference.participants.map((one) => (one === before ? after : one));
  return { conference: { ...conference, participants }, events: changeEvents(before, after) };
}

export function leaveConference(
  conference: Conference,
  callSid: string,
  departure: Departure,
): ConferenceStep {
  const participant = find(conference, callSid);
  if (participant === undefined) return { conference, events: [] };
  const rest = conference.participants.filter((one) => one !== participant);
  const left: ConferenceEvent = { type: 'participant-leave', participant, departure };
  const endReason = whyEnded(participant, rest, departure.kicked);
  if (endReason === null) return { conference: { ...conference, participants: rest }, events: [left] };
  const ended = endConference({ ...conference, participants: rest }, endReason, participant);
  return { conference: ended.conference, events: [left, ...ended.events] };
}

/** Everybody still in it leaves first. */
export function endConference(
  conference: Conference,
  reason: ConferenceEndReason,
  by: Participant | null,
): ConferenceStep {
  if (conference.phase.type === 'ended') return { conference, events: [] };
  const departure: Departure = {
    reason: reason === 'conference-ended-via-api' ? 'conference_ended_via_api' : 'moderator_ended_conference',
    kicked: true,
  };
  const leaves = conference.participants.map(
    (participant): ConferenceEvent => ({ type: 'participant-leave', participant, departure }),
  );
  return {
    conference: { phase: { type: 'ended', reason, callSid: by?.callSid ?? null }, participants: [] },
    events: [...leaves, { type: 'conference-end', reason, by }],
  };
}

/**
 * Who hears what this participant says: pessimistically nobody while the conference waits for its start, and everybody once the only one
 * who should hear it has left, of which Twilio says nothing.
 */
export function listenersOf(conference: Conference, callSid: string): readonly Participant[] {
  const speaker = find(conference, callSid);
  if (conference.phase.type !== 'mixing' || speaker === undefined || speaker.muted || speaker.onHold)
    return [];
  const others = conference.participants.filter((one) => one !== speaker && !one.onHold);
  const coached = speaker.coaching === null ? undefined : find(conference, speaker.coaching);
  return coached === undefined ? others : others.filter((one) => one === coached);
}

function find(conference: Conference, callSid: string): Participant | undefined {
  return conference.participants.find((one) => one.callSid === callSid);
}

function changeEvents(before: Participant, after: Participant): ConferenceEvent[] {
  const events: ConferenceEvent[] = [];
  if (before.muted !== after.muted) {
    events.push({ type: after.muted ? 'participant-mute' : 'participant-unmute', participant: after });
  }
  if (before.onHold !== after.onHold) {
    events.push({ type: after.onHold ? 'participant-hold' : 'participant-unhold', participant: after });
  }
  if (before.coaching !== after.coaching || before.endOnExit !== after.endOnExit) {
    events.push({ type: 'participant-modify', participant: after });
  }
  return events;
}

// `endConferenceOnExit` has no effect while its participant is on hold (twilio-professional-services/flex-project-template#80).
function whyEnded(
  left: Participant,
  rest: readonly Participant[],
  kicked: boolean,
): ConferenceEndReason | null {
  if (left.endOnExit && !left.onHold) {
    return kicked
      ? 'participant-with-end-conference-on-exit-kicked'
      : 'participant-with-end-conference-on-exit-left';
  }
  if (rest.length > 0) return null;
  return kicked ? 'last-participant-kicked' : 'last-participant-left';
}
