import type { RecordingStore } from '../calls/recording-store.ts';
import type { CallId } from '../contract/ids.ts';
import type { Database } from '../db/database.ts';
import { Refusal } from '../kernel/errors.ts';
import type { RecordingLine } from '../telephony/recording-line.ts';
import type { RecordingCourse } from './recording-course.ts';
import type { RecordingFiles } from './recording-files.ts';

interface RecordingErasureOptions {
  readonly database: Pick<Database, 'transaction'>;
  readonly recordings: Pick<RecordingStore, 'ofCall'>;
  readonly course: Pick<RecordingCourse, 'expired' | 'removedAtCarrier'>;
  readonly files: Pick<RecordingFiles, 'remove'>;
  readonly line: Pick<RecordingLine, 'remove'>;
}

/** Removes the recordings of these calls, at the carrier and here; how many there were. What was removed before an error stays removed. */
export function createRecordingErasure(options: RecordingErasureOptions) {
  const { database, recordings, course, files, line } = options;

  return async (callIds: readonly CallId[]): Promise<number> => {
    const theirs = callIds.flatMap((callId) => recordings.ofCall(callId));
    for (const recording of theirs) {
      if (recording.removedAtCarrierAt === null && recording.state !== 'absent') {
        const outcome = await line.remove(recording.carrierRef);
        if (outcome.type !== 'done' && outcome.type !== 'gone') {
          throw new Refusal('carrier-unavailable', 'The recordings could not be removed at the carrier.');
        }
        database.transaction(() => course.removedAtCarrier(recording));
      }
      await files.remove(recording.carrierRef);
      if (recording.keeping !== 'expired') database.transaction(() => course.expired(recording));
    }
    return theirs.length;
  };
}
