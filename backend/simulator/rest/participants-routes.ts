import { Hono } from 'hono';
import type { z } from 'zod';
import type { ParticipantChanges } from '../exchange/conference.ts';
import type { HoldSound } from '../exchange/conference-member.ts';
import type { ConferenceRoom } from '../exchange/conference-room.ts';
import type { Conferences, Seat } from '../exchange/conferences.ts';
import type { Exchange } from '../exchange/exchange.ts';
import type { Holdings } from '../holdings/holdings.ts';
import { newCall, type ParticipantParameters } from './new-call.ts';
import { paginate } from './page.ts';
import {
  createParticipantParameters,
  listParticipantsParameters,
  updateParticipantParameters,
} from './parameters.ts';
import { participantResource } from './representations.ts';
import { formOf, resourceName } from './requests.ts';
import { seatTerms } from './seat-terms.ts';
import { notFound, parseParameters, TwilioError } from './twilio-error.ts';

/** twilio.com/docs/voice/api/conference-participant-resource */
export function participantsRoutes(exchange: Exchange, { mayShow }: Pick<Holdings, 'mayShow'>): Hono {
  const { conferences } = exchange;

  const { roomAt, seatAt, connectedAt } = findersIn(conferences);

  return new Hono()
    .get('/Conferences/:conference/Participants.json', (c) => {
      const url = new URL(c.req.url);
      const asked = parseParameters(listParticipantsParameters, url.searchParams);
      const seats = conferences
        .seats(roomAt(c.req.param('conference'), c.req.path))
        .filter((seat) => asked.Muted === undefined || seat.participant().muted === asked.Muted)
        .filter((seat) => asked.Hold === undefined || seat.participant().onHold === asked.Hold)
        .filter(
          (seat) => asked.Coaching === undefined || (seat.participant().coaching !== null) === asked.Coaching,
        );
      const { items, page } = paginate(seats, asked, url);
      return c.json({ ...page, participants: items.map((seat) => participantResource(seat)) });
    })
    .post('/Conferences/:conference/Participants.json', async (c) => {
      const parameters = parseParameters(createParticipantParameters, await formOf(c));
      requireCoached(conferences.find(c.req.param('conference')), parameters);
      const call = newCall(parameters, machineCallback(parameters), mayShow);
      const room = conferences.open(c.req.param('conference'), parameters.Region);
      if (room === null) throw notFound(c.req.path);
      const invitation = exchange.inviteParticipant(room, call, seatTerms(parameters));
      switch (invitation.type) {
        case 'invited':
          return c.json(participantResource(invitation.seat, '0'), 201);
        case 'label-taken':
          throw new TwilioError(400, 16025, `Participant label ${parameters.Label} is already in use.`);
        case 'no-such-application':
          throw new TwilioError(400, 21218, `Invalid ApplicationSid: ${parameters.To}`);
      }
    })
    .get('/Conferences/:conference/Participants/:file{.+\\.json}', (c) =>
      c.json(participantResource(seatAt(c.req.param('conference'), resourceName(c, 'file'), c.req.path))),
    )
    .post('/Conferences/:conference/Participants/:file{.+\\.json}', async (c) => {
      const seat = connectedAt(c.req.param('conference'), resourceName(c, 'file'), c.req.path);
      const asked = parseParameters(updateParticipantParameters, await formOf(c));
      requireCoached(seat.room(), asked);
      seat.room().change(seat.leg.sid, changes(asked), holdSound(asked));
      if (asked.AnnounceUrl !== undefined) {
        seat.room().announce(seat.leg.sid, asked.AnnounceUrl, asked.AnnounceMethod);
      }
      return c.json(participantResource(seat));
    })
    .delete('/Conferences/:conference/Participants/:file{.+\\.json}', (c) => {
      const seat = connectedAt(c.req.param('conference'), resourceName(c, 'file'), c.req.path);
      seat.room().remove(seat.leg.sid, { reason: 'participant_updated_via_api', kicked: true });
      return c.body(null, 204);
    });
}

interface Finders {
  roomAt(sid: string, path: string): ConferenceRoom;
  seatAt(sid: string, name: string, path: string): Seat;
  /** Pessimistically, whoever still rings can be looked up but neither changed nor removed. */
  connectedAt(sid: string, name: string, path: string): Seat;
}

function findersIn(conferences: Conferences): Finders {
  const seatAt: Finders['seatAt'] = (sid, name, path) => {
    const room = conferences.find(sid);
    const seat = room && conferences.seats(room).find((one) => isCalled(one, name));
    if (seat === undefined) throw notFound(path);
    return seat;
  };
  return {
    seatAt,
    roomAt: (sid, path) => {
      const room = conferences.find(sid);
      if (room === undefined) throw notFound(path);
      return room;
    },
    connectedAt: (sid, name, path) => {
      const seat = seatAt(sid, name, path);
      if (seat.leg.phase().type !== 'in-progress') throw notFound(path);
      return seat;
    },
  };
}

function isCalled({ leg, terms }: Seat, name: string): boolean {
  return leg.sid === name || terms.admission.label === name;
}

/**
 * Who is to be coached must be in the conference already (twilio.com/docs/api/errors/16028), and must be named
 * (twilio.com/docs/voice/api/conference-participant-resource#participant-properties).
 */
function requireCoached(
  room: ConferenceRoom | undefined,
  { Coaching: coaching, CallSidToCoach: coached }: Pick<Asked, 'Coaching' | 'CallSidToCoach'>,
): void {
  if (coaching === true && coached === undefined) {
    throw new TwilioError(400, 20001, 'Invalid parameters: Coaching needs CallSidToCoach.');
  }
  if (coaching === false || coached === undefined) return;
  if (room?.state().participants.some(({ callSid }) => callSid === coached) === true) return;
  throw new TwilioError(400, 16028, 'Participant to be whispered is not present in the conference');
}

function machineCallback(parameters: ParticipantParameters): { url: string; method: 'GET' | 'POST' } | null {
  const { AmdStatusCallback: url, AmdStatusCallbackMethod: method } = parameters;
  return url === undefined ? null : { url, method };
}

type Asked = z.output<typeof updateParticipantParameters>;

function changes(asked: Asked): ParticipantChanges {
  return {
    ...(asked.Muted === undefined ? {} : { muted: asked.Muted }),
    ...(asked.Hold === undefined ? {} : { onHold: asked.Hold }),
    ...(asked.EndConferenceOnExit === undefined ? {} : { endOnExit: asked.EndConferenceOnExit }),
    ...(asked.CallSidToCoach === undefined ? {} : { coaching: asked.CallSidToCoach }),
    ...(asked.Coaching === false ? { coaching: null } : {}),
  };
}

function holdSound({ HoldUrl, HoldMethod }: Asked): HoldSound | null {
  return HoldUrl === undefined ? null : { type: 'document', url: HoldUrl, method: HoldMethod };
}
