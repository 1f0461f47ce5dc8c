import type { Carrier } from '../carrier.ts';
import type { ObservedSound } from '../media/mixing-room.ts';
import type { Unsubscribe } from '../subscribers.ts';
import type { ReportedEvent } from '../webhooks/conference-parameters.ts';
import type { Conference, Departure } from './conference.ts';
import { type ConferenceMember, createConferenceMember, type HoldSound } from './conference-member.ts';
import { type ConferenceRelay, createConferenceRelay } from './conference-relay.ts';
import type { Leg } from './leg.ts';
import type { Sound } from './sound.ts';

/** The legs that are in a conference, and what each of them hears. */
export interface Attendance {
  enter(leg: Leg, entry: Entry): void;
  member(callSid: string): ConferenceMember | undefined;
  /** Something happened in the conference: whoever it concerns hears something else from now on. */
  react(event: ReportedEvent): void;
  sound(callSid: string): ObservedSound | null;
}

export interface Entry {
  readonly waitSound: HoldSound;
  readonly beep: Beep;
  readonly onLeft: (departure: Departure) => void;
}

/** When the others hear a beep. */
export type Beep = 'true' | 'false' | 'onEnter' | 'onExit';

export interface AttendanceOptions {
  readonly conference: { readonly sid: string; readonly friendlyName: string };
  readonly state: () => Conference;
  readonly onHungUp: (callSid: string) => void;
}

interface Attendee extends Entry {
  readonly member: ConferenceMember;
  readonly unsubscribe: Unsubscribe;
}

const BEEP: Sound = { type: 'recording', recording: { source: 'beep', durationMs: 500 } };

export function createAttendance(options: AttendanceOptions, carrier: Carrier): Attendance {
  const { conference, state, onHungUp } = options;
  const mixing = carrier.mixer.createRoom();
  const attendees = new Map<string, Attendee>();
  const member = (callSid: string): ConferenceMember | undefined => attendees.get(callSid)?.member;
  const relay = createConferenceRelay({
    state,
    legOf: (callSid) => member(callSid)?.leg,
    clock: carrier.clock,
  });

  function letGo(callSid: string, departure: Departure): void {
    const attendee = attendees.get(callSid);
    if (attendee === undefined) return;
    attendees.delete(callSid);
    attendee.unsubscribe();
    attendee.member.leave();
    relay.brokeOff(callSid);
    if (attendee.beep === 'true' || attendee.beep === 'onExit') beepWithout(callSid);
    attendee.onLeft(departure);
  }

  function greet(callSid: string): void {
    const beep = attendees.get(callSid)?.beep;
    if (beep === 'true' || beep === 'onEnter') beepWithout(callSid);
  }

  /** Heard by everybody but who causes it. */
  function beepWithout(callSid: string): void {
    if (state().phase.type !== 'mixing') return;
    for (const [sid, attendee] of attendees) {
      if (sid !== callSid) attendee.member.leg.hear(BEEP, null);
    }
  }

  return {
    member,
    sound: mixing.observe,
    enter: (leg, entry) => {
      const { waitSound } = entry;
      const newMember = createConferenceMember({ leg, waitSound, conference, mixing }, carrier);
      attendees.set(leg.sid, { ...entry, member: newMember, unsubscribe: followLeg(leg, relay, onHungUp) });
    },
    react: (event) => {
      if (event.type === 'participant-leave') letGo(event.participant.callSid, event.departure);
      else letHear(event, state(), member);
      if (event.type === 'participant-join') greet(event.participant.callSid);
      relay.attune();
    },
  };
}

function followLeg(leg: Leg, relay: ConferenceRelay, onHungUp: (callSid: string) => void): Unsubscribe {
  return leg.subscribe((event) => {
    switch (event.type) {
      case 'said':
        return relay.said(leg.sid, event.sound);
      case 'broke-off':
        return relay.brokeOff(leg.sid);
      case 'pressed':
        return relay.pressed(leg.sid, event.digit);
      case 'ended':
        return onHungUp(leg.sid);
      default:
        return;
    }
  });
}

function letHear(
  event: ReportedEvent,
  conference: Conference,
  memberOf: (callSid: string) => ConferenceMember | undefined,
): void {
  switch (event.type) {
    case 'participant-join': {
      const member = memberOf(event.participant.callSid);
      if (conference.phase.type === 'mixing') member?.connect(event.participant);
      else member?.wait();
      break;
    }
    case 'conference-start':
      for (const participant of conference.participants) memberOf(participant.callSid)?.connect(participant);
      break;
    case 'participant-hold':
    case 'participant-unhold':
      memberOf(event.participant.callSid)?.hold(event.participant.onHold);
      break;
    case 'participant-mute':
    case 'participant-unmute':
      memberOf(event.participant.callSid)?.mute(event.participant.muted);
      break;
    case 'participant-modify':
      memberOf(event.participant.callSid)?.coach(event.participant.coaching);
      break;
    default:
  }
}
