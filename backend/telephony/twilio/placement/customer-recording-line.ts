import type { RecordingLine } from '../../recording-line.ts';
import { outcomeOfError } from '../error-outcome.ts';
import { type CustomerRoomOptions, conferenceAt, conferencesOf } from './customer-room.ts';

interface CustomerRecordingLineOptions extends Pick<CustomerRoomOptions, 'client' | 'placed'> {
  /** Knows recordings by conferences of Twilio's. */
  readonly line: RecordingLine;
}

/** Recordings of the conferences that a call has had, one after the other: what the AI and the customer said before is in none of them. */
export function createCustomerRecordingLine(options: CustomerRecordingLineOptions): RecordingLine {
  const { line } = options;
  return {
    ...line,
    async recordingsOf(conferenceRef) {
      try {
        const conferences = await conferencesOf(conferenceRef, options);
        const listed = await Promise.all(conferences.map(line.recordingsOf));
        return listed.includes(null) ? null : listed.flatMap((recordings) => recordings ?? []);
      } catch (error) {
        outcomeOfError(error);
        return null;
      }
    },
    async recordingNow(recording) {
      try {
        const conferenceRef = await conferenceAt(recording.conferenceRef, options);
        return conferenceRef === null ? 'over' : await line.recordingNow({ ...recording, conferenceRef });
      } catch (error) {
        outcomeOfError(error);
        return 'unknown';
      }
    },
    async setPaused(recording, paused) {
      try {
        const conferenceRef = await conferenceAt(recording.conferenceRef, options);
        return conferenceRef === null
          ? { type: 'gone' }
          : await line.setPaused({ ...recording, conferenceRef }, paused);
      } catch (error) {
        return outcomeOfError(error);
      }
    },
  };
}
