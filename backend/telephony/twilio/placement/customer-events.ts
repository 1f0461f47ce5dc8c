import type { CarrierEvents } from '../../carrier-events.ts';
import { type PlacedCalls, roomOf } from './placed-call.ts';

/**
 * What the conference tells, as it is to be understood while the AI is on the customer's leg: the customer comes and goes there without
 * leaving the call, and what began is over only with their own telephone call, whose end is told for itself.
 */
export function roomEvents(events: CarrierEvents, placed: PlacedCalls): CarrierEvents {
  return {
    ...events,
    legJoined: (joined) => events.legJoined({ ...joined, conferenceRef: roomOf(joined.callId) }),
    legLeft(left) {
      if (placed.find(left.callId)?.customer?.legId !== left.legId) events.legLeft(left);
    },
    conferenceStarted: (callId) => events.conferenceStarted(callId, roomOf(callId)),
    conferenceEnded: () => {},
  };
}
