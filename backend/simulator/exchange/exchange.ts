import type { Carrier } from '../carrier.ts';
import type { ProgramStart } from '../twiml/program.ts';
import type { ConferenceSettings } from '../twiml/verbs.ts';
import { type Call, type Calls, type CallsOptions, createCalls, type NewCall } from './calls.ts';
import type { Departure } from './conference.ts';
import type { ConferenceRoom } from './conference-room.ts';
import { type Conferences, createConferences, type Seat, type SeatTerms } from './conferences.ts';
import { dialTerms } from './dial-terms.ts';
import { type Caller, callbackOf, type RungNumber, takeIn } from './incoming.ts';
import type { Leg } from './leg.ts';
import type { LegServices } from './leg-line.ts';
import { createPrograms } from './programs.ts';
import { createTranscriptions, requestOf, type Transcriptions } from './transcriptions.ts';

/** Connects calls: the whole of the simulated carrier but for its REST API. */
export interface Exchange {
  readonly calls: Pick<Calls, 'find' | 'list'>;
  readonly conferences: Conferences;
  readonly transcriptions: Transcriptions;
  /** Null when the account has no such application. */
  createCall(call: NewCall, start: ProgramStart): Call | null;
  inviteParticipant(room: ConferenceRoom, call: NewCall, terms: SeatTerms): Invitation;
  /** Somebody rings a number of the account, which asks the application what is to become of the call. */
  receive(caller: Caller, number: RungNumber): void;
  /** Takes the leg out of whatever it does, a conference too, and runs this instead. */
  redirect(call: Call, start: ProgramStart): void;
}

export type Invitation =
  | { readonly type: 'invited'; readonly seat: Seat }
  | { readonly type: 'label-taken' }
  | { readonly type: 'no-such-application' };

const PULLED_OUT: Departure = { reason: 'participant_updated_via_api', kicked: false };

export function createExchange(options: CallsOptions, carrier: Carrier): Exchange {
  const calls = createCalls(options, carrier);
  const conferences = createConferences(carrier);
  const transcriptions = createTranscriptions(carrier);
  const programs = createPrograms(legServices(conferences, transcriptions, carrier), carrier);

  function inviteParticipant(room: ConferenceRoom, newCall: NewCall, terms: SeatTerms): Invitation {
    const call = calls.place(newCall);
    if (call === null) return { type: 'no-such-application' };
    const { leg } = call;
    for (const name of [room.sid, leg.sid]) carrier.faults.belongs(name, room.friendlyName);
    const seat = conferences.reserve(room, leg, terms);
    if (seat === null) {
      calls.drop(call);
      return { type: 'label-taken' };
    }
    leg.subscribe((event) => {
      if (event.type !== 'answered' || isStranded(newCall, leg, carrier)) return;
      // Out of the conference the leg has nothing to do any more, unless it was pulled out to do something else.
      conferences.take(seat, ({ reason, kicked }) => {
        if (kicked || reason !== PULLED_OUT.reason) leg.hangUp();
      });
    });
    leg.dial();
    return { type: 'invited', seat };
  }

  return {
    calls,
    conferences,
    transcriptions,
    inviteParticipant,
    createCall: (newCall, start) => {
      const call = calls.place(newCall);
      if (call === null) return null;
      const { leg } = call;
      leg.subscribe((event) => {
        if (event.type === 'answered') programs.run(leg, start);
      });
      leg.dial();
      return call;
    },
    receive: (caller, number) => {
      const { leg } = calls.receive({
        ...caller,
        to: number.phoneNumber,
        statusCallback: callbackOf(number),
      });
      carrier.faults.belongs(leg.sid, caller.from);
      leg.subscribe((event) => {
        if (event.type === 'rang') void takeIn({ leg, caller, number, programs }, carrier);
      });
      leg.dial();
    },
    redirect: ({ leg }, start) => {
      programs.stop(leg);
      conferences.seatOf(leg.sid)?.room().remove(leg.sid, PULLED_OUT);
      programs.run(leg, start);
    },
  };
}

/** Up, and in no conference: the telephone hears nothing. */
function isStranded({ destination }: NewCall, leg: Leg, { faults }: Carrier): boolean {
  return destination.type === 'phone' && faults.strike('entry', leg.sid) !== null;
}

function legServices(
  conferences: Conferences,
  transcriptions: Transcriptions,
  carrier: Carrier,
): LegServices {
  return {
    visitConference: (leg, name, settings, signal) => {
      const seat = seatFor(leg, name, settings, conferences);
      if (seat !== null) {
        if (leg.direction === 'inbound') carrier.faults.belongs(name, leg.from);
        return visit(seat, conferences, signal);
      }
      carrier.report(16025, leg.sid);
      return Promise.resolve();
    },
    startTranscription: (leg, settings) => void transcriptions.start(leg, requestOf(settings)),
    stopTranscription: (leg, name) => transcriptions.find(leg, name)?.stop(),
  };
}

function seatFor(
  leg: Leg,
  name: string,
  settings: ConferenceSettings,
  conferences: Conferences,
): Seat | null {
  const room = conferences.open(name, settings.region ?? 'us1');
  return room === null ? null : conferences.reserve(room, leg, dialTerms(settings));
}

function visit(seat: Seat, conferences: Conferences, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const pullOut = (): void => seat.room().remove(seat.leg.sid, PULLED_OUT);
    signal.addEventListener('abort', pullOut, { once: true });
    conferences.take(seat, () => {
      signal.removeEventListener('abort', pullOut);
      resolve();
    });
  });
}
