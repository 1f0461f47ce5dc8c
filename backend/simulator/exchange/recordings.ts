import type { Carrier } from '../carrier.ts';
import type { Callback } from '../webhooks/status-callback.ts';
import type { ConferenceRoom } from './conference-room.ts';
import { type ConferenceRecording, type RecordingEventName, recordConference } from './recording.ts';

/** The recordings of conferences: at most one each, as the first participant asked who asked for one. */
export interface Recordings {
  /** From the conference's start on, or from now on where it has started. */
  arrange(room: ConferenceRoom, request: RecordingRequest): void;
  /** Newest first. */
  list(): readonly ConferenceRecording[];
  /** With those that were deleted since. */
  made(): readonly ConferenceRecording[];
  /** Deletes one that is over. */
  remove(recording: ConferenceRecording): void;
}

export interface RecordingRequest {
  readonly callback: Callback<RecordingEventName> | null;
}

/** The newest ones are kept. */
const REMEMBERED = 2_000;

export function createRecordings(carrier: Carrier): Recordings {
  const arranged = new WeakSet<ConferenceRoom>();
  const made: ConferenceRecording[] = [];
  const recordings: ConferenceRecording[] = [];

  function start(room: ConferenceRoom, { callback }: RecordingRequest): void {
    const recording = recordConference(room, callback, carrier);
    for (const list of [made, recordings]) {
      list.unshift(recording);
      list.length = Math.min(list.length, REMEMBERED);
    }
  }

  return {
    arrange: (room, request) => {
      if (arranged.has(room)) return;
      arranged.add(room);
      if (room.state().phase.type === 'mixing') start(room, request);
      else {
        room.subscribe((event) => {
          if (event.type === 'conference-start') start(room, request);
        });
      }
    },
    list: () => recordings,
    made: () => made,
    remove: (recording) => {
      recordings.splice(recordings.indexOf(recording), 1);
    },
  };
}
