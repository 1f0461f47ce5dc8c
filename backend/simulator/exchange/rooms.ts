import type { Carrier } from '../carrier.ts';
import { type ConferenceRoom, createConferenceRoom } from './conference-room.ts';
import { createSid } from './sids.ts';

/** The account's conferences, live and lately ended. */
export interface Rooms {
  /** The live one of that name or SID; a name that no live one has makes a new conference, a SID does not. */
  open(nameOrSid: string, region: string): ConferenceRoom | null;
  find(sid: string): ConferenceRoom | undefined;
  /** Newest first. */
  list(): readonly ConferenceRoom[];
}

/** Ended conferences that are still answered for. */
const REMEMBERED = 2_000;

export function createRooms(carrier: Carrier): Rooms {
  const rooms = new Map<string, ConferenceRoom>();
  const liveByName = new Map<string, ConferenceRoom>();

  function create(friendlyName: string, region: string): ConferenceRoom {
    const starts = carrier.faults.strike('conference', friendlyName) === null;
    const room = createConferenceRoom({ sid: createSid('CF'), friendlyName, region, starts }, carrier);
    rooms.set(room.sid, room);
    liveByName.set(friendlyName, room);
    room.subscribe((event) => {
      if (event.type === 'conference-end') liveByName.delete(friendlyName);
    });
    if (rooms.size > REMEMBERED) forgetOldest();
    return room;
  }

  function forgetOldest(): void {
    for (const room of rooms.values()) {
      if (!isOver(room)) continue;
      rooms.delete(room.sid);
      return;
    }
  }

  return {
    open: (nameOrSid, region) => {
      const known = rooms.get(nameOrSid);
      if (known !== undefined) return isOver(known) ? null : known;
      if (/^CF[0-9a-f]{32}$/.test(nameOrSid)) return null;
      return liveByName.get(nameOrSid) ?? create(nameOrSid, region);
    },
    find: (sid) => rooms.get(sid),
    list: () => [...rooms.values()].reverse(),
  };
}

export function isOver(room: ConferenceRoom): boolean {
  return room.state().phase.type === 'ended';
}
