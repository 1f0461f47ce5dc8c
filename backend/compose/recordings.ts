import { join } from 'node:path';
import { createAuditLogStore } from '../journal/audit-log-store.ts';
import { createRecordingCourse, type RecordingCourse } from '../recordings/recording-course.ts';
import { createRecordingFiles } from '../recordings/recording-files.ts';
import { createRecordingKeeper, type RecordingKeeper } from '../recordings/recording-keeper.ts';
import { createRecordingService, type RecordingService } from '../recordings/recording-service.ts';
import { startRetention } from '../recordings/retention.ts';
import { createTwilioRecordingLine } from '../telephony/twilio/twilio-recording-line.ts';
import type { BackendOptions } from './backend-parts.ts';
import type { CallDomain, CallDomainOptions } from './call-domain.ts';
import type { CallFlow } from './call-flow.ts';
import { carrierAccess } from './carrier-adapter.ts';
import type { Stores } from './stores.ts';

export interface Recordings {
  readonly recordingKeeper: RecordingKeeper;
  readonly recordingService: RecordingService;
  readonly startRetention: () => AsyncDisposable;
}

interface RecordingsOptions extends BackendOptions {
  readonly stores: Stores;
  readonly flow: CallFlow;
}

/** What becomes of a recording, in the transactions of the calls. */
export function recordingCourseOf(
  { database, stores, config, clock }: CallDomainOptions,
  { alerts, publisher, notices }: CallDomain,
): RecordingCourse {
  const { calls, recordings, timers } = stores;
  const audit = createAuditLogStore(database, clock);
  const recorded = config.calls.recording;
  const course = createRecordingCourse({
    calls,
    recordings,
    timers,
    alerts,
    publisher,
    audit,
    clock,
    recorded,
  });
  notices.subscribe((notice) => {
    if (notice.type === 'ended') course.callEnded(notice.callId);
  });
  return course;
}

/** Recordings that are over: how they come to us, who may hear them, and how they go. */
export function createRecordings({ stores, flow, ...options }: RecordingsOptions): Recordings {
  const { config, database, clock, speed, log } = options;
  const { account, restBaseUrl } = carrierAccess(config);
  const { calls, legs, recordings } = stores;
  const { recordingCourse: course, publisher } = flow;
  const keptDays = config.calls.recordingDays;
  const shared = {
    database,
    calls,
    recordings,
    course,
    line: createTwilioRecordingLine({ account, restBaseUrl }),
    files: createRecordingFiles(join(config.dataFolder, 'recordings')),
    clock,
    log,
  };
  return {
    recordingKeeper: createRecordingKeeper({
      ...shared,
      removeAtCarrier: config.calls.recordingsLeaveCarrier,
    }),
    recordingService: createRecordingService({ ...shared, legs, publisher, keptDays }),
    startRetention: () => startRetention({ ...shared, keptDays, speed }),
  };
}
