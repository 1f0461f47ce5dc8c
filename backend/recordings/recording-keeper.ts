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
import { isGivenUp, nextStep, type RecordingStep } from './recording-steps.ts';

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
  const waiting = new Set<CallId>();
  const working = new Map<CallId, Promise<void>>();
  let ready = Promise.resolve();

  function pump(): void {
    for (const callId of waiting) {
      if (stopping.signal.aborted || working.size >= atOnce) return;
      if (working.has(callId)) continue;
      waiting.delete(callId);
      const work = lookAfter(callId).finally(() => {
        working.delete(callId);
        pump();
      });
      working.set(callId, work);
    }
  }

  async function lookAfter(callId: CallId): Promise<void> {
    const call = calls.find(callId);
    if (call?.endedAt == null) return;
    try {
      await ready;
      const known = recordings.ofCall(callId);
      if (known.length === 0 || stepsOf(call).includes('look-up')) await lookUp(call);
      await takeSteps(call);
      if (stepsOf(call).every((step) => step === 'none')) await settle(call);
    } catch (error) {
      // The next attempt is due already.
      log.error({ error, callId }, 'a recording could not be looked after');
    }
  }

  function stepsOf(call: CallRow): readonly RecordingStep[] {
    const circumstances = circumstancesOf(call);
    return recordings.ofCall(call.id).map((recording) => nextStep(recording, circumstances));
  }

  function circumstancesOf({ endedAt }: CallRow) {
    const now = clock.now();
    return { now, endedAt: endedAt ?? now, removeAtCarrier: options.removeAtCarrier };
  }

  /** The webhooks that would have told were lost, or have not come yet. */
  async function lookUp({ id, conferenceRef }: CallRow): Promise<void> {
    const found = conferenceRef === null ? [] : await line.recordingsOf(conferenceRef);
    if (found === null) return;
    database.transaction(() => {
      for (const recording of found.filter(isNews)) course.told({ ...recording, callId: id });
      if (found.length === 0 && recordings.ofCall(id).length === 0) course.settled(id);
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

  async function settle({ id, endedAt }: CallRow): Promise<void> {
    const isUnknown = recordings.ofCall(id).length === 0;
    if (isUnknown && endedAt !== null && !isGivenUp(endedAt, clock.now())) return;
    database.transaction(() => {
      if (isUnknown) course.neverTold(id);
      course.settled(id);
    });
  }

  return {
    due(callId, attempt) {
      course.attempted(callId, attempt);
      waiting.add(callId);
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
