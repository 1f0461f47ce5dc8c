import type { Carrier } from '../carrier.ts';
import type { ObservedSound } from '../media/mixing-room.ts';
import { createSubscribers, type Unsubscribe } from '../subscribers.ts';
import type { ConferenceCallback, ReportedEvent } from '../webhooks/conference-parameters.ts';
import type { WebhookMethod } from '../webhooks/webhook-sender.ts';
import { type Beep, createAttendance } from './attendance.ts';
import {
  type Conference,
  type ConferenceStep,
  changeParticipant,
  type Departure,
  endConference,
  joinConference,
  leaveConference,
  newConference,
  type Participant,
  type ParticipantChanges,
} from './conference.ts';
import type { HoldSound } from './conference-member.ts';
import type { Leg } from './leg.ts';

/** A conference with its legs: who says something is heard by who is to hear it. */
export interface ConferenceRoom {
  readonly sid: string;
  readonly friendlyName: string;
  readonly region: string;
  readonly createdAt: Date;
  updatedAt(): Date;
  state(): Conference;
  subscribe(listener: (event: ReportedEvent) => void): Unsubscribe;
  /** `onLeft` is called once, when the leg is out again: what to do with it then is not the conference's business. */
  admit(leg: Leg, admission: Admission, onLeft: (departure: Departure) => void): void;
  change(callSid: string, changes: ParticipantChanges, holdSound: HoldSound | null): void;
  /** Heard by that participant alone. */
  announce(callSid: string, url: string, method: WebhookMethod): void;
  remove(callSid: string, departure: Departure): void;
  /** The last second of a participant's sound; null when it is not mixed. */
  sound(callSid: string): ObservedSound | null;
  /** A leg that was to join never did. */
  reportFailure(participant: Participant): void;
  end(): void;
}

export interface Admission {
  readonly label: string | null;
  readonly muted: boolean;
  readonly coaching: string | null;
  readonly startOnEnter: boolean;
  readonly endOnExit: boolean;
  readonly waitSound: HoldSound;
  /** Heard by the others. */
  readonly beep: Beep;
  readonly callback: ConferenceCallback | null;
}

export interface ConferenceRoomOptions {
  readonly sid: string;
  readonly friendlyName: string;
  readonly region: string;
  /** False where it never will, whoever enters. */
  readonly starts: boolean;
}

export function createConferenceRoom(
  { starts, ...options }: ConferenceRoomOptions,
  carrier: Carrier,
): ConferenceRoom {
  const { clock } = carrier;
  const createdAt = clock.now();
  const { subscribe, tell } = createSubscribers<ReportedEvent>();
  const attendance = createAttendance(
    {
      conference: options,
      state: () => conference,
      onHungUp: (callSid) => remove(callSid, { reason: 'participant_hung_up', kicked: false }),
    },
    carrier,
  );
  let conference = newConference;
  let updatedAt = createdAt;

  function apply(step: ConferenceStep): void {
    conference = step.conference;
    updatedAt = clock.now();
    for (const event of step.events) {
      tell(event);
      attendance.react(event);
    }
  }

  function remove(callSid: string, departure: Departure): void {
    apply(leaveConference(conference, callSid, departure));
  }

  async function announce(callSid: string, url: string, method: WebhookMethod): Promise<void> {
    await attendance.member(callSid)?.announce(url, method);
    const participant = conference.participants.find((one) => one.callSid === callSid);
    if (participant !== undefined) tell({ type: 'announcement-end', participant, url });
  }

  return {
    ...options,
    createdAt,
    updatedAt: () => updatedAt,
    state: () => conference,
    subscribe,
    admit: (leg, { waitSound, beep, callback: _, ...terms }, onLeft) => {
      attendance.enter(leg, { waitSound, beep, onLeft });
      const startOnEnter = starts && terms.startOnEnter;
      apply(joinConference(conference, { ...terms, startOnEnter, callSid: leg.sid, onHold: false }));
    },
    change: (callSid, changes, holdSound) => {
      if (holdSound !== null) attendance.member(callSid)?.setHoldSound(holdSound);
      apply(changeParticipant(conference, callSid, changes));
    },
    announce: (callSid, url, method) => void announce(callSid, url, method),
    remove,
    sound: attendance.sound,
    reportFailure: (participant) => {
      const departure = { reason: 'participant_add_failed', kicked: false } as const;
      if (conference.phase.type !== 'ended') tell({ type: 'participant-leave', participant, departure });
    },
    end: () => apply(endConference(conference, 'conference-ended-via-api', null)),
  };
}
