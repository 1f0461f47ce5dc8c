import type { Carrier } from '../carrier.ts';
import { rfc2822 } from '../webhooks/call-parameters.ts';
import type { Callback } from '../webhooks/status-callback.ts';
import type { ConferenceRoom } from './conference-room.ts';
import { createSid } from './sids.ts';

export type RecordingEventName = 'in-progress' | 'completed' | 'failed' | 'absent';

/** The recording of a conference, from its start to its end (twilio.com/docs/voice/api/recording). It has a length but no sound. */
export interface ConferenceRecording {
  readonly sid: string;
  readonly conferenceSid: string;
  /** The conference's name. */
  readonly conference: string;
  readonly startedAt: Date;
  status(): RecordingStatus;
  updatedAt(): Date;
  /** While it is being made, lets it go on in silence, or with sound again; false when it is over. */
  pause(paused: boolean): boolean;
}

export type RecordingStatus =
  | { readonly type: 'in-progress' | 'paused' | 'processing' | 'absent' }
  | { readonly type: 'completed'; readonly durationSeconds: number };

/** Between the end of the conference and the recording's being there. */
const PROCESSING_MS = 2_000;
const LATE_MS = 10 * 60_000;

/** Begins now, and ends with the conference. */
export function recordConference(
  room: ConferenceRoom,
  callback: Callback<RecordingEventName> | null,
  carrier: Carrier,
): ConferenceRecording {
  const sid = createSid('RE');
  const startedAt = carrier.clock.now();
  let status: RecordingStatus = { type: 'in-progress' };
  let updatedAt = startedAt;

  function move(next: RecordingStatus): void {
    status = next;
    updatedAt = carrier.clock.now();
  }

  function report(event: RecordingEventName, more: Readonly<Record<string, string>>): void {
    if (callback === null || !callback.events.includes(event)) return;
    const parameters = {
      AccountSid: carrier.accountSid,
      ConferenceSid: room.sid,
      RecordingSid: sid,
      RecordingUrl: recordingUrl(carrier.accountSid, sid),
      RecordingStatus: event,
      RecordingChannels: '1',
      RecordingStartTime: rfc2822(startedAt),
      RecordingSource: 'Conference',
      RecordingTrack: 'both',
      ErrorCode: '0',
      ...more,
    };
    carrier.webhooks.report({ url: callback.url, method: callback.method, parameters });
  }

  function complete(durationSeconds: number): void {
    move({ type: 'completed', durationSeconds });
    report('completed', { RecordingDuration: String(durationSeconds) });
  }

  function giveUp(): void {
    move({ type: 'absent' });
    report('absent', {});
  }

  room.subscribe((event) => {
    if (event.type !== 'conference-end') return;
    const durationSeconds = Math.round((carrier.clock.now().getTime() - startedAt.getTime()) / 1_000);
    move({ type: 'processing' });
    const fault = carrier.faults.strike('recording', room.friendlyName);
    const processingMs = fault === 'recording-late' ? LATE_MS : PROCESSING_MS;
    carrier.clock.after(processingMs, () => {
      if (fault === 'recording-absent') giveUp();
      else complete(durationSeconds);
    });
  });
  report('in-progress', {});
  return {
    sid,
    conferenceSid: room.sid,
    conference: room.friendlyName,
    startedAt,
    status: () => status,
    updatedAt: () => updatedAt,
    pause: (paused) => {
      if (status.type !== 'in-progress' && status.type !== 'paused') return false;
      move({ type: paused ? 'paused' : 'in-progress' });
      return true;
    },
  };
}

/** Where Twilio keeps it, without the ending that names a format. */
export function recordingUrl(accountSid: string, sid: string): string {
  return `https://api.twilio.com/2010-04-01/Accounts/${accountSid}/Recordings/${sid}`;
}
