import type { CallRow, CallStore } from '../calls/call-store.ts';
import type { RecordingStore } from '../calls/recording-store.ts';
import type { CallId } from '../contract/ids.ts';
import type { Database } from '../db/database.ts';
import type { Clock } from '../kernel/clock.ts';
import type { Log } from '../kernel/log.ts';
import type { RecordingEvent } from '../telephony/carrier-events.ts';
import type { RecordingLine } from '../telephony/recording-line.ts';
import type { RecordingCourse } from './recording-course.ts';
import { createRecordingFetch } from './recording-fetch.ts';
import type { RecordingFiles } from './recording-files.ts';
import { isDayOfAttempts, nextStep, type RecordingStep } from './recording-steps.ts';

export interface RecordingKeeperOptions {
  readonly database: Pick<Database, 'transaction'>;
  readonly calls: CallStore;
  readonly recordings: RecordingStore;
  readonly course: RecordingCourse;
  readonly line: RecordingLine;
  readonly files: RecordingFiles;
  /** Whether the carrier's copy is deleted as soon as ours is safe. */
  readonly removeAtCarrier: boolean;
  readonly clock: Clock;
  readonly log: Log;
}

/** Brings the recordings of calls that are over to us, and sees to it that the carrier keeps none. */
export interface RecordingKeeper extends AsyncDisposable {
  /** To be called in the transaction that took the timer; the work follows it. */
  due(callId: CallId, attempt: number): void;
  /** Takes up what the last process left in the middle. */
  recover(): void;
}

/** A file after the other would leave many waiting for one that is slow. */
const atOnce = 2;

export function createRecordingKeeper(options: RecordingKeeperOptions): RecordingKeeper {
  const { database, calls, recordings, course, line, clock, log } = options;
  const stopping = new AbortController();
  const fetchSound = createRecordingFetch({ ...options, signal: stopping.signal });
  /** With the number of the attempt, from 0. */
  const waiting = new Map<CallId, number>();
  const working = new Map<CallId, Promise<void>>();
  let ready = Promise.resolve();

  function pump(): void {
    for (const [callId, attempt] of waiting) {
      if (stopping.signal.aborted || working.size >= atOnce) return;
      if (working.has(callId)) continue;
      waiting.delete(callId);
      const work = lookAfter(callId, attempt).finally(() => {
        working.delete(callId);
        pump();
      });
      working.set(callId, work);
    }
  }

  async function lookAfter(callId: CallId, attempt: number): Promise<void> {
    const call = calls.find(callId);
    if (call === null) return;
    try {
      await ready;
      if (call.endedAt === null) return await settlePause(call);
      const known = recordings.ofCall(callId);
      if (known.length === 0 || stepsOf(call).includes('look-up')) await lookUp(call);
      await takeSteps(call);
      if (stepsOf(call).every((step) => step === 'none')) settle(callId, attempt);
    } catch (error) {
      // The next attempt is due already.
      log.error({ error, callId }, 'a recording could not be looked after');
    }
  }

  /** Whether the recording of a call that goes on is paused, where nobody knew. */
  async function settlePause({ id, conferenceRef }: CallRow): Promise<void> {
    if (conferenceRef === null) return;
    for (const { carrierRef, pauseUnsureSince } of recordings.ofCall(id)) {
      if (pauseUnsureSince === null) continue;
      const found = await line.recordingNow({ conferenceRef, recordingRef: carrierRef });
      const current = recordings.find(carrierRef);
      // Meanwhile somebody may have had it paused or resumed again.
      const isSame = current?.pauseUnsureSince?.getTime() === pauseUnsureSince.getTime();
      if (found === 'unknown' || !isSame) continue;
      database.transaction(() => course.foundPause(current, found, null));
    }
    const isOpen = calls.find(id)?.endedAt === null;
    const isKnown = recordings.ofCall(id).every(({ pauseUnsureSince }) => pauseUnsureSince === null);
    if (isOpen && isKnown) database.transaction(() => course.settled(id));
  }

  function stepsOf(call: CallRow): readonly RecordingStep[] {
    const circumstances = circumstancesOf(call);
    return recordings.ofCall(call.id).map((recording) => nextStep(recording, circumstances));
  }

  function circumstancesOf({ endedAt }: CallRow) {
    const now = clock.now();
    return { now, endedAt: endedAt ?? now, removeAtCarrier: options.removeAtCarrier };
  }

  /** The webhooks that would have told were lost, or have not come yet. What the carrier does not list now may be listed later. */
  async function lookUp({ id, conferenceRef }: CallRow): Promise<void> {
    const found = conferenceRef === null ? [] : await line.recordingsOf(conferenceRef);
    if (found === null) return;
    database.transaction(() => {
      for (const recording of found.filter(isNews)) course.told({ ...recording, callId: id });
    });
  }

  function isNews({ recordingRef, state }: Pick<RecordingEvent, 'recordingRef' | 'state'>): boolean {
    return state !== 'in-progress' || recordings.find(recordingRef) === null;
  }

  async function takeSteps(call: CallRow): Promise<void> {
    for (const { carrierRef } of recordings.ofCall(call.id)) {
      for (let step = stepOf(call, carrierRef); await take(step, carrierRef); ) {
        step = stepOf(call, carrierRef);
      }
    }
  }

  function stepOf(call: CallRow, recordingRef: string): RecordingStep {
    const recording = recordings.find(recordingRef);
    return recording === null ? 'none' : nextStep(recording, circumstancesOf(call));
  }

  /** Whether it was done, so that another one may follow. */
  async function take(step: RecordingStep, recordingRef: string): Promise<boolean> {
    const recording = recordings.find(recordingRef);
    if (recording === null) return false;
    switch (step) {
      case 'none':
      case 'look-up':
        return false;
      case 'fetch':
        return fetchSound(recording);
      case 'give-up':
        database.transaction(() => course.lost(recording));
        log.error({ callId: recording.callId }, 'a recording could not be fetched for a day and is given up');
        return true;
      case 'remove-at-carrier': {
        const outcome = await line.remove(recordingRef);
        if (outcome.type !== 'done' && outcome.type !== 'gone') return false;
        database.transaction(() => course.removedAtCarrier(recording));
        return true;
      }
    }
  }

  /** Of whose recording nothing was ever told, it is sought for a day since it was sought first, or again. */
  function settle(callId: CallId, attempt: number): void {
    const isUnknown = recordings.ofCall(callId).length === 0;
    if (isUnknown && !isDayOfAttempts(attempt)) return;
    database.transaction(() => {
      if (isUnknown) course.neverTold(callId);
      course.settled(callId);
    });
  }

  return {
    due(callId, attempt) {
      course.attempted(callId, attempt);
      waiting.set(callId, attempt);
      queueMicrotask(pump);
    },
    recover() {
      ready = options.files.removeUnfinished();
      database.transaction(() => {
        for (const callId of recordings.unsettledCalls()) course.seek(callId);
      });
    },
    async [Symbol.asyncDispose]() {
      stopping.abort();
      await Promise.all([ready, ...working.values()]);
    },
  };
}
