import type { Carrier } from '../carrier.ts';
import { callStatus } from '../webhooks/call-parameters.ts';
import { reportConference } from '../webhooks/report-conference.ts';
import type { Departure, Participant } from './conference.ts';
import type { Admission, ConferenceRoom } from './conference-room.ts';
import type { Leg } from './leg.ts';
import { createRecordings, type RecordingRequest, type Recordings } from './recordings.ts';
import { createRooms, isOver, type Rooms } from './rooms.ts';

/** All conferences of the account, and who is in them or on the way. */
export interface Conferences extends Rooms {
  /** Keeps a seat for a leg that is being rung; null when the label is taken (error 16025). */
  reserve(room: ConferenceRoom, leg: Leg, terms: SeatTerms): Seat | null;
  /** The leg is up and enters. */
  take(seat: Seat, onLeft: (departure: Departure) => void): void;
  /** Reserved and taken seats, in the order they were made. */
  seats(room: ConferenceRoom): readonly Seat[];
  seatOf(callSid: string): Seat | undefined;
  readonly recordings: Pick<Recordings, 'list' | 'made' | 'remove'>;
}

export interface SeatTerms {
  readonly admission: Admission;
  /** Null when this participant does not ask for a recording. */
  readonly recording: RecordingRequest | null;
}

/** A place in a conference, taken or kept for somebody whose telephone still rings. */
export interface Seat {
  readonly leg: Leg;
  readonly terms: SeatTerms;
  /** Another one of the same name when the first has ended before the leg was answered. */
  room(): ConferenceRoom;
  /** As it is in the conference, or will be. */
  participant(): Participant;
}

interface MovableSeat extends Seat {
  move(room: ConferenceRoom): void;
}

export function createConferences(carrier: Carrier): Conferences {
  const rooms = createRooms(carrier);
  const recordings = createRecordings(carrier);
  const seats = new Map<string, MovableSeat>();
  const seatsIn = (room: ConferenceRoom): readonly Seat[] =>
    [...seats.values()].filter((seat) => seat.room() === room);

  function reserve(room: ConferenceRoom, leg: Leg, terms: SeatTerms): Seat | null {
    const { label } = terms.admission;
    if (label !== null && seatsIn(room).some((seat) => seat.terms.admission.label === label)) return null;
    const seat = createSeat(room, leg, terms);
    seats.set(leg.sid, seat);
    leg.subscribe((event) => {
      if (event.type !== 'ended') return;
      if (event.call.answeredAt === null) seat.room().reportFailure(seat.participant());
      seats.delete(leg.sid);
    });
    return seat;
  }

  function take({ leg, terms }: Seat, onLeft: (departure: Departure) => void): void {
    const seat = seats.get(leg.sid);
    if (seat === undefined) return;
    if (isOver(seat.room()))
      seat.move(rooms.open(seat.room().friendlyName, seat.room().region) ?? seat.room());
    const room = seat.room();
    if (room.state().participants.length === 0) reportAsFirstAsked(room, terms.admission);
    if (terms.recording !== null) recordings.arrange(room, terms.recording);
    room.admit(leg, terms.admission, (departure) => {
      seats.delete(leg.sid);
      onLeft(departure);
    });
  }

  function reportAsFirstAsked(room: ConferenceRoom, { callback }: Admission): void {
    if (callback === null) return;
    const callStatusOf = (callSid: string): string => {
      const leg = seats.get(callSid)?.leg;
      return leg === undefined ? 'completed' : callStatus(leg.phase());
    };
    reportConference(room, { callback, callStatusOf }, carrier);
  }

  return { ...rooms, recordings, reserve, take, seats: seatsIn, seatOf: (callSid) => seats.get(callSid) };
}

function createSeat(first: ConferenceRoom, leg: Leg, terms: SeatTerms): MovableSeat {
  let room = first;
  return {
    leg,
    terms,
    room: () => room,
    move: (next) => {
      room = next;
    },
    participant: () =>
      room.state().participants.find(({ callSid }) => callSid === leg.sid) ?? invited(leg, terms.admission),
  };
}

function invited(leg: Leg, admission: Admission): Participant {
  const { label, muted, coaching, startOnEnter, endOnExit } = admission;
  return { callSid: leg.sid, label, muted, coaching, startOnEnter, endOnExit, onHold: false };
}
