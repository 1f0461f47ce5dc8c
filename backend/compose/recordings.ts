import { join } from 'node:path';
import type { Config } from '../config/config.ts';
import type { CallId } from '../contract/ids.ts';
import { createAuditLogStore } from '../journal/audit-log-store.ts';
import { createRecordingBucket } from '../recordings/recording-bucket.ts';
import { createRecordingCourse, type RecordingCourse } from '../recordings/recording-course.ts';
import { createRecordingErasure } from '../recordings/recording-erasure.ts';
import { createRecordingFiles, type RecordingFiles } from '../recordings/recording-files.ts';
import { createRecordingKeeper, type RecordingKeeper } from '../recordings/recording-keeper.ts';
import { createRecordingService, type RecordingService } from '../recordings/recording-service.ts';
import { startRetention } from '../recordings/retention.ts';
import type { RecordingLine } from '../telephony/recording-line.ts';
import { createCustomerRecordingLine } from '../telephony/twilio/placement/customer-recording-line.ts';
import { createTwilioClient } from '../telephony/twilio/twilio-client.ts';
import { createTwilioRecordingLine } from '../telephony/twilio/twilio-recording-line.ts';
import type { BackendOptions } from './backend-parts.ts';
import type { CallDomain, CallDomainOptions } from './call-domain.ts';
import type { CallFlow } from './call-flow.ts';
import { carrierAccess } from './carrier-adapter.ts';
import { placedCallsOf } from './placed-calls.ts';
import type { Stores } from './stores.ts';

export interface Recordings {
  readonly recordingKeeper: RecordingKeeper;
  readonly recordingService: RecordingService;
  /** Removes the sound of these calls everywhere; how much there was. */
  readonly eraseRecordings: (callIds: readonly CallId[]) => Promise<number>;
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
  const { calls, legs, recordings } = stores;
  const { recordingCourse: course, publisher } = flow;
  const keptDays = config.calls.recordingDays;
  const shared = {
    database,
    calls,
    recordings,
    course,
    line: recordingLineOf(config, stores),
    files: recordingFilesOf(config),
    clock,
    log,
  };
  return {
    recordingKeeper: createRecordingKeeper({
      ...shared,
      removeAtCarrier: config.calls.recordingsLeaveCarrier,
    }),
    recordingService: createRecordingService({ ...shared, legs, publisher, keptDays }),
    eraseRecordings: createRecordingErasure(shared),
    startRetention: () => startRetention({ ...shared, keptDays, speed }),
  };
}

function recordingLineOf(config: Config, stores: Stores): RecordingLine {
  const { account, restBaseUrl } = carrierAccess(config);
  const line = createTwilioRecordingLine({ account, restBaseUrl });
  if (config.calls.aiLeg === 'conference') return line;
  const client = createTwilioClient(account, restBaseUrl);
  return createCustomerRecordingLine({ client, line, placed: placedCallsOf(stores, config) });
}

function recordingFilesOf({ recordingBucket, dataFolder }: Config): RecordingFiles {
  return recordingBucket === null
    ? createRecordingFiles(join(dataFolder, 'recordings'))
    : createRecordingBucket(recordingBucket, join(dataFolder, 'recordings-on-their-way'));
}
