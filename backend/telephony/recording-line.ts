import type { CarrierOutcome } from './carrier-command.ts';
import type { RecordingEvent } from './carrier-events.ts';

/** The carrier's part in recording conferences. The one implementation is in `telephony/twilio`. Nothing rejects for what the network does. */
export interface RecordingLine {
  /** What a conference's recordings are now, for what was missed; null when the carrier does not answer. */
  recordingsOf(conferenceRef: string): Promise<readonly Omit<RecordingEvent, 'callId'>[] | null>;
  /** While it is paused, it goes on in silence: its times stay those of the conversation. */
  setPaused(recording: ConferenceRecording, paused: boolean): Promise<CarrierOutcome>;
  /** Whether it is paused, for what was not answered. */
  recordingNow(recording: ConferenceRecording): Promise<RecordingNow>;
  /** Its sound, as a WAV. The sound may break off: then reading it throws. */
  fetch(recordingRef: string, signal: AbortSignal): Promise<FetchedSound>;
  /** Deletes it at the carrier. */
  remove(recordingRef: string): Promise<CarrierOutcome>;
}

export interface ConferenceRecording {
  readonly conferenceRef: string;
  readonly recordingRef: string;
}

/** How a recording stands at the carrier: `over` also where there is none, `unknown` when the carrier does not answer. */
export type RecordingNow = 'running' | 'paused' | 'over' | 'unknown';

export type FetchedSound =
  | { readonly type: 'sound'; readonly sound: AsyncIterable<Uint8Array> }
  | { readonly type: 'failed'; readonly detail: string };
