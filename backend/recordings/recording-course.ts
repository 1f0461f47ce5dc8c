import type { CallAlerts } from '../calls/call-alerts.ts';
import type { CallPublisher } from '../calls/call-publisher.ts';
import type { CallStore } from '../calls/call-store.ts';
import type { RecordingRow, RecordingStore } from '../calls/recording-store.ts';
import type { AgentId, CallId } from '../contract/ids.ts';
import type { AuditEntry, AuditLog } from '../journal/audit-log-store.ts';
import type { Timers } from '../journal/timer-store.ts';
import type { Clock } from '../kernel/clock.ts';
import type { RecordingEvent } from '../telephony/carrier-events.ts';
import type { RecordingNow } from '../telephony/recording-line.ts';
import type { Checksum } from './recording-files.ts';
import { pauseAfter } from './recording-steps.ts';

interface RecordingCourseOptions {
  readonly calls: CallStore;
  readonly recordings: RecordingStore;
  readonly timers: Timers;
  readonly alerts: Pick<CallAlerts, 'recordingLost' | 'recordingSought'>;
  readonly publisher: Pick<CallPublisher, 'updated'>;
  readonly audit: AuditLog;
  readonly clock: Clock;
  /** Whether calls are recorded. */
  readonly recorded: boolean;
}

export interface StoredSound extends Checksum {
  readonly durationSeconds: number;
  readonly waveform: readonly number[];
}

type RecordingAction = Extract<AuditEntry, { readonly subject: 'recording' }>['action'];

/** What becomes of a recording, in the transaction in which it does; with every step, when somebody looks after it next. */
export interface RecordingCourse {
  /** What the carrier tells, by itself or when asked. Late or twice, it changes nothing. */
  told(event: RecordingEvent): void;
  callEnded(callId: CallId): void;
  /** For what is due and for what the last process left: another attempt follows in time, whatever becomes of this one. */
  attempted(callId: CallId, attempt: number): void;
  /** Now, and again if need be. */
  seek(callId: CallId): void;
  /** Nothing is left to be done. */
  settled(callId: CallId): void;
  /** How it stands at the carrier after somebody had it paused or resumed; `by` is null where we looked by ourselves. */
  foundPause(recording: RecordingRow, found: RecordingNow, by: AgentId | null): void;
  stored(recording: RecordingRow, sound: StoredSound): void;
  lost(recording: RecordingRow): void;
  /** Of a call of whose recording the carrier never told anything. */
  neverTold(callId: CallId): void;
  removedAtCarrier(recording: RecordingRow): void;
  expired(recording: RecordingRow): void;
  soughtAgain(recording: RecordingRow, by: AgentId): void;
  /** The same for a call of whose recording nothing was told. */
  unknownSoughtAgain(callId: CallId): void;
  heard(recording: RecordingRow, how: 'played' | 'downloaded', by: AgentId): void;
}

/** Webhooks are usually faster than this. */
const patienceMs = 2 * 60_000;
/** Longer than whoever wanted the pause goes on asking. */
const unsurePatienceMs = 60_000;

export function createRecordingCourse(options: RecordingCourseOptions): RecordingCourse {
  const { calls, recordings, timers, alerts, publisher, audit, clock, recorded } = options;

  function dueIn(callId: CallId, ms: number, attempt: number): void {
    const dueAt = new Date(clock.now().getTime() + ms);
    timers.set(timerOf(callId), dueAt, { type: 'recording-due', callId, attempt });
  }

  function note(recording: RecordingRow, action: RecordingAction, by: AgentId | null): void {
    const { carrierRef, callId } = recording;
    const after = { callId };
    audit.append({ actorId: by, subject: 'recording', subjectId: carrierRef, action, before: null, after });
  }

  return {
    told(told) {
      const event = withSound(told);
      if (!recordings.save(event)) return;
      if (event.state === 'completed') dueIn(event.callId, 0, 0);
      publisher.updated(event.callId);
    },
    callEnded(callId) {
      const call = calls.find(callId);
      if (call?.answeredAt == null || call.conferenceRef === null) return;
      const isKnown = recordings.ofCall(callId).length > 0;
      if ((recorded || isKnown) && timers.dueAt(timerOf(callId)) === null) dueIn(callId, patienceMs, 0);
    },
    attempted: (callId, attempt) => dueIn(callId, pauseAfter(attempt), attempt + 1),
    seek: (callId) => dueIn(callId, 0, 0),
    settled: (callId) => timers.cancel(timerOf(callId)),
    foundPause(recording, found, by) {
      recordings.update(recording.carrierRef, pauseAt(clock.now(), recording, found));
      const isPaused = recording.pausedSince !== null;
      if (found === 'paused' && !isPaused) note(recording, 'paused', by);
      if (found === 'running' && isPaused) note(recording, 'resumed', by);
      if (found === 'unknown') dueIn(recording.callId, unsurePatienceMs, 0);
      publisher.updated(recording.callId);
    },
    stored(recording, { bytes, sha256, durationSeconds, waveform }) {
      const file = { bytes, sha256, durationSeconds, waveform };
      recordings.update(recording.carrierRef, { ...file, keeping: 'stored', storedAt: clock.now() });
      note(recording, 'stored', null);
      alerts.recordingSought(recording.callId);
      publisher.updated(recording.callId);
    },
    lost(recording) {
      recordings.update(recording.carrierRef, { keeping: 'lost' });
      note(recording, 'lost', null);
      alerts.recordingLost(recording.callId);
      publisher.updated(recording.callId);
    },
    neverTold: (callId) => alerts.recordingLost(callId),
    removedAtCarrier(recording) {
      recordings.update(recording.carrierRef, { removedAtCarrierAt: clock.now() });
      note(recording, 'removed-at-carrier', null);
    },
    expired(recording) {
      recordings.update(recording.carrierRef, { keeping: 'expired', waveform: null });
      note(recording, 'expired', null);
      if (recording.removedAtCarrierAt === null) dueIn(recording.callId, 0, 0);
      publisher.updated(recording.callId);
    },
    soughtAgain(recording, by) {
      recordings.update(recording.carrierRef, { keeping: 'awaited', soughtSince: clock.now() });
      note(recording, 'sought-again', by);
      alerts.recordingSought(recording.callId);
      dueIn(recording.callId, 0, 0);
      publisher.updated(recording.callId);
    },
    unknownSoughtAgain(callId) {
      alerts.recordingSought(callId);
      dueIn(callId, 0, 0);
    },
    heard: (recording, how, by) => note(recording, how, by),
  };
}

/** Of a recording of no second there is nothing to fetch: it is as good as none. */
function withSound(event: RecordingEvent): RecordingEvent {
  const isEmpty = event.state === 'completed' && event.durationSeconds === 0;
  return isEmpty ? { ...event, state: 'absent' } : event;
}

function pauseAt(now: Date, { pausedSince }: RecordingRow, found: RecordingNow): Partial<RecordingRow> {
  switch (found) {
    case 'running':
      return { pausedSince: null, pauseUnsureSince: null };
    case 'paused':
      return { pausedSince: pausedSince ?? now, pauseUnsureSince: null };
    case 'unknown':
      return { pauseUnsureSince: now };
    case 'over':
      return { pauseUnsureSince: null };
  }
}

function timerOf(callId: CallId): string {
  return `recording:${callId}`;
}
