import { z } from 'zod';
import type { CarrierOutcome } from '../carrier-command.ts';
import type { FetchedSound, RecordingLine, RecordingNow } from '../recording-line.ts';
import { outcomeOfError } from './error-outcome.ts';
import { createTwilioClient, type TwilioAccount } from './twilio-client.ts';

interface TwilioRecordingLineOptions {
  readonly account: TwilioAccount;
  /** As for `createTwilioTelephony`. */
  readonly restBaseUrl: string | null;
}

/** An hour is 58 MB, at 16 bits and 8,000 samples a second. */
const patienceMs = 10 * 60_000;

/** Recordings over Twilio's REST API (twilio.com/docs/voice/api/recording and /conference-recording-resource). */
export function createTwilioRecordingLine({
  account,
  restBaseUrl,
}: TwilioRecordingLineOptions): RecordingLine {
  const client = createTwilioClient(account, restBaseUrl);
  const recordings = `${restBaseUrl ?? 'https://api.twilio.com'}/2010-04-01/Accounts/${account.accountSid}/Recordings`;
  return {
    async recordingsOf(conferenceRef) {
      try {
        const listed = await client.conferences(conferenceRef).recordings.list();
        return listed.map(({ sid, status, startTime, duration, channels }) => ({
          recordingRef: sid,
          state: stateOf(status),
          startedAt: instantSchema.parse(startTime),
          durationSeconds: countSchema.parse(duration),
          channels: countSchema.parse(channels),
        }));
      } catch (error) {
        return outcomeOfError(error).type === 'gone' ? [] : null;
      }
    },
    setPaused: ({ conferenceRef, recordingRef }, paused) =>
      outcomeOf(
        client
          .conferences(conferenceRef)
          .recordings(recordingRef)
          .update(paused ? { status: 'paused', pauseBehavior: 'silence' } : { status: 'in-progress' }),
      ),
    async recordingNow({ conferenceRef, recordingRef }) {
      try {
        return nowOf((await client.conferences(conferenceRef).recordings(recordingRef).fetch()).status);
      } catch (error) {
        return outcomeOfError(error).type === 'gone' ? 'over' : 'unknown';
      }
    },
    fetch: (recordingRef, signal) =>
      fetchSound(`${recordings}/${recordingRef}.wav`, account, AbortSignal.any([signal, timeout()])),
    remove: (recordingRef) => outcomeOf(client.recordings(recordingRef).remove()),
  };
}

const instantSchema = z.coerce.date().nullable().catch(null);
const countSchema = z.coerce.number().int().nonnegative().nullable().catch(null);

function stateOf(status: string): 'in-progress' | 'completed' | 'absent' {
  switch (status) {
    case 'completed':
    case 'absent':
      return status;
    case 'failed':
      return 'absent';
    default:
      return 'in-progress';
  }
}

/** What is processed, or has failed, records no longer. */
function nowOf(status: string): RecordingNow {
  if (status === 'paused') return 'paused';
  return status === 'in-progress' ? 'running' : 'over';
}

function timeout(): AbortSignal {
  return AbortSignal.timeout(patienceMs);
}

function outcomeOf(request: Promise<unknown>): Promise<CarrierOutcome> {
  return request.then(() => ({ type: 'done' }), outcomeOfError);
}

/** Not by the SDK, which knows no files. */
async function fetchSound(url: string, account: TwilioAccount, signal: AbortSignal): Promise<FetchedSound> {
  const credentials = Buffer.from(`${account.apiKeySid}:${account.apiKeySecret}`).toString('base64');
  try {
    const response = await fetch(url, { headers: { authorization: `Basic ${credentials}` }, signal });
    if (response.ok && response.body !== null) return { type: 'sound', sound: response.body };
    await response.body?.cancel();
    return { type: 'failed', detail: `HTTP ${response.status}` };
  } catch (error) {
    return { type: 'failed', detail: error instanceof Error ? error.name : 'no answer' };
  }
}
