import type { Viewer } from '../auth/visibility.ts';
import type { CallPublisher } from '../calls/call-publisher.ts';
import type { CallStore } from '../calls/call-store.ts';
import type { LegStore } from '../calls/leg-store.ts';
import { stateOfRecording } from '../calls/recording-state.ts';
import type { RecordingRow, RecordingStore } from '../calls/recording-store.ts';
import { visibleCall } from '../calls/visible-call.ts';
import type { CallSession } from '../contract/calls.ts';
import type { CallId } from '../contract/ids.ts';
import type { Recording } from '../contract/recordings.ts';
import type { Database } from '../db/database.ts';
import type { Clock } from '../kernel/clock.ts';
import { Refusal } from '../kernel/errors.ts';
import type { Log } from '../kernel/log.ts';
import type { RecordingLine, RecordingNow } from '../telephony/recording-line.ts';
import { askForPause } from './ask-for-pause.ts';
import { createHearings } from './hearings.ts';
import type { RecordingCourse } from './recording-course.ts';
import type { Checksum, RecordingFiles } from './recording-files.ts';
import { keptUntil } from './retention.ts';

interface RecordingServiceOptions {
  readonly database: Pick<Database, 'transaction'>;
  readonly calls: CallStore;
  readonly legs: LegStore;
  readonly recordings: RecordingStore;
  readonly publisher: Pick<CallPublisher, 'audience' | 'view'>;
  readonly course: RecordingCourse;
  readonly line: RecordingLine;
  readonly files: RecordingFiles;
  readonly keptDays: number;
  readonly clock: Clock;
  readonly log: Log;
}

/** A stored recording, found whole. */
export interface OpenedSound extends Checksum {
  /** `to` is the last byte. */
  read(from: number, to: number): ReadableStream<Uint8Array>;
}

/** What may be done with recordings by whoever may see their call. All refuse with `not-found` who may not. */
export interface RecordingService {
  ofCall(viewer: Viewer, callId: CallId): readonly Recording[];
  /** Says so in the audit log. Refuses with `recording-unavailable` what is not stored, or is damaged. */
  open(viewer: Viewer, wanted: WantedSound): Promise<OpenedSound>;
  /**
   * Of those who talk on the call, and admins. Answers with the recording `unsure` where nobody knows whether it was done. Refuses with
   * `not-allowed`, with `recording-unavailable` where nothing is being recorded, and with `carrier-unavailable` where it was not done.
   */
  pause(viewer: Viewer, callId: CallId, paused: boolean): Promise<CallSession>;
  /** Seeks what was given up for another day. */
  seekAgain(viewer: Viewer, callId: CallId): readonly Recording[];
}

interface WantedSound {
  readonly callId: CallId;
  readonly recordingId: string;
  readonly as: 'sound' | 'file';
}

export function createRecordingService(options: RecordingServiceOptions): RecordingService {
  const { database, recordings, publisher, course, line, files, clock, log } = options;
  const hearings = createHearings(clock);

  function view(row: RecordingRow): Recording {
    const state = stateOfRecording(row);
    const until = row.storedAt === null ? null : keptUntil(row.storedAt, options.keptDays);
    return {
      id: row.carrierRef,
      state,
      startedAt: row.startedAt?.toISOString() ?? null,
      durationSeconds: row.durationSeconds,
      waveform: [...(row.waveform ?? [])],
      keptUntil: state === 'stored' ? (until?.toISOString() ?? null) : null,
    };
  }

  function ofCall(viewer: Viewer, callId: CallId): readonly Recording[] {
    visibleCall(options, viewer, callId);
    return recordings.ofCall(callId).map(view);
  }

  async function open(viewer: Viewer, { callId, recordingId, as }: WantedSound): Promise<OpenedSound> {
    visibleCall(options, viewer, callId);
    const row = recordings.find(recordingId);
    if (row?.callId !== callId) throw new Refusal('not-found', 'The call has no such recording.');
    const { bytes, sha256 } = row;
    if (row.keeping !== 'stored' || bytes === null || sha256 === null) {
      throw new Refusal('recording-unavailable', 'The recording is not stored here.');
    }
    if (!(await files.isIntact(recordingId, { bytes, sha256 }))) {
      log.error({ callId }, 'a stored recording is damaged or gone');
      throw new Refusal('recording-unavailable', 'The stored recording is damaged.');
    }
    const how = as === 'file' ? 'downloaded' : 'played';
    if (hearings.isNew(viewer.id, recordingId, how)) {
      database.transaction(() => course.heard(row, how, viewer.id));
    }
    return { bytes, sha256, read: (from, to) => files.read(recordingId, from, to) };
  }

  async function pause(viewer: Viewer, callId: CallId, paused: boolean): Promise<CallSession> {
    const { conferenceRef, endedAt } = visibleCall(options, viewer, callId);
    if (!mayPause(viewer, callId))
      throw new Refusal('not-allowed', 'Only who talks on the call may do this.');
    if (endedAt !== null) throw new Refusal('call-over', 'The call has ended.');
    const row = recordings.ofCall(callId).find(({ state }) => state === 'in-progress');
    if (row === undefined || conferenceRef === null) {
      throw new Refusal('recording-unavailable', 'This call is not being recorded.');
    }
    const { carrierRef } = row;
    const store = (found: RecordingNow): void =>
      database.transaction(() => {
        const current = recordings.find(carrierRef);
        // Meanwhile the call may have ended, and with it the recording.
        if (current?.state === 'in-progress') course.foundPause(current, found, viewer.id);
      });
    const found = await askForPause({
      line,
      recording: { conferenceRef, recordingRef: carrierRef },
      paused,
      onUnsure: () => store('unknown'),
    });
    store(found);
    refuseUndone(found, paused);
    return publisher.view(callId);
  }

  function mayPause(viewer: Viewer, callId: CallId): boolean {
    const present = options.legs.ofCall(callId).filter(({ state }) => state === 'in-conference');
    return viewer.role === 'admin' || present.some(({ agentId }) => agentId === viewer.id);
  }

  return {
    ofCall,
    open,
    pause,
    seekAgain(viewer, callId) {
      const { endedAt } = visibleCall(options, viewer, callId);
      database.transaction(() => {
        const known = recordings.ofCall(callId);
        const lost = known.filter(({ keeping }) => keeping === 'lost');
        for (const row of lost) course.soughtAgain(row, viewer.id);
        if (known.length === 0 && endedAt !== null) course.unknownSoughtAgain(callId);
      });
      return ofCall(viewer, callId);
    },
  };
}

/** Of what nobody knows the view tells. */
function refuseUndone(found: RecordingNow, paused: boolean): void {
  if (found === 'over') throw new Refusal('recording-unavailable', 'This call is not recorded any more.');
  if (found === (paused ? 'running' : 'paused'))
    throw new Refusal('carrier-unavailable', 'The carrier did not do it.');
}
