import { eq } from 'drizzle-orm';
import type { Database } from '../db/database.ts';
import { recordings } from '../db/schema/calls.ts';
import type { RecordingEvent } from '../telephony/carrier-events.ts';

export interface RecordingStore {
  /** What the carrier tells of a recording; how it ended stays, whatever comes late. */
  save(recording: RecordingEvent): void;
}

export function createRecordingStore({ query }: Database): RecordingStore {
  return {
    save({ recordingRef, ...columns }) {
      query
        .insert(recordings)
        .values({ carrierRef: recordingRef, ...columns })
        .onConflictDoUpdate({
          target: recordings.carrierRef,
          set: columns,
          setWhere: eq(recordings.state, 'in-progress'),
        })
        .run();
    },
  };
}
