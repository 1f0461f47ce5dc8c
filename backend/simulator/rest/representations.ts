import { simulatedAccount } from '../account.ts';
import { type CallPhase, callSeconds } from '../exchange/call-machine.ts';
import type { Call } from '../exchange/calls.ts';
import type { ConferenceRoom } from '../exchange/conference-room.ts';
import type { Seat } from '../exchange/conferences.ts';
import { type ConferenceRecording, recordingUrl } from '../exchange/recording.ts';
import type { LiveTranscription } from '../exchange/transcription.ts';
import type { VoiceRecording } from '../exchange/voice-recordings.ts';
import { API_VERSION, rfc2822 } from '../webhooks/call-parameters.ts';

// Every property that Twilio documents for the resource, and no other.

const { accountSid } = simulatedAccount;
const accountUri = `/${API_VERSION}/Accounts/${accountSid}`;

const callSubresources = {
  notifications: 'Notifications',
  recordings: 'Recordings',
  payments: 'Payments',
  events: 'Events',
  siprec: 'Siprec',
  streams: 'Streams',
  transcriptions: 'Transcriptions',
  user_defined_message_subscriptions: 'UserDefinedMessageSubscriptions',
  user_defined_messages: 'UserDefinedMessages',
};

/** twilio.com/docs/voice/api/call-resource#call-properties */
export function callResource({ leg, answeredBy }: Call): object {
  const phase = leg.phase();
  const uri = `${accountUri}/Calls/${leg.sid}`;
  const answeredAt = phase.type === 'in-progress' || phase.type === 'ended' ? phase.answeredAt : null;
  const seconds = callSeconds(phase);
  return {
    sid: leg.sid,
    account_sid: accountSid,
    parent_call_sid: null,
    api_version: API_VERSION,
    date_created: rfc2822(leg.createdAt),
    date_updated: rfc2822(leg.updatedAt()),
    to: leg.to,
    to_formatted: leg.to,
    from: leg.from,
    from_formatted: leg.from,
    phone_number_sid: simulatedAccount.phoneNumberSid,
    status: restStatus(phase),
    start_time: answeredAt === null ? null : rfc2822(answeredAt),
    end_time: phase.type === 'ended' ? rfc2822(phase.endedAt) : null,
    duration: seconds === null ? null : String(seconds),
    price: null,
    price_unit: 'USD',
    direction: leg.direction,
    answered_by: answeredBy(),
    forwarded_from: null,
    group_sid: null,
    caller_name: null,
    queue_time: '0',
    trunk_sid: null,
    uri: `${uri}.json`,
    subresource_uris: Object.fromEntries(
      Object.entries(callSubresources).map(([name, path]) => [name, `${uri}/${path}.json`]),
    ),
  };
}

/** The REST API calls a call queued until it rings. */
export function restStatus(phase: CallPhase): string {
  if (phase.type === 'ended') return phase.status;
  return phase.type === 'dialing' ? 'queued' : phase.type;
}

/** twilio.com/docs/voice/api/conference-resource#conference-properties */
export function conferenceResource(room: ConferenceRoom): object {
  const { phase } = room.state();
  const uri = `${accountUri}/Conferences/${room.sid}`;
  return {
    sid: room.sid,
    account_sid: accountSid,
    api_version: API_VERSION,
    friendly_name: room.friendlyName,
    region: room.region,
    date_created: rfc2822(room.createdAt),
    date_updated: rfc2822(room.updatedAt()),
    status: conferenceStatus(room),
    reason_conference_ended: phase.type === 'ended' ? phase.reason : null,
    call_sid_ending_conference: phase.type === 'ended' ? phase.callSid : null,
    uri: `${uri}.json`,
    subresource_uris: { participants: `${uri}/Participants.json`, recordings: `${uri}/Recordings.json` },
  };
}

export function conferenceStatus(room: ConferenceRoom): 'init' | 'in-progress' | 'completed' {
  switch (room.state().phase.type) {
    case 'waiting':
      return 'init';
    case 'mixing':
      return 'in-progress';
    case 'ended':
      return 'completed';
  }
}

/** twilio.com/docs/voice/api/conference-participant-resource. `queueTime` only where the participant was just created. */
export function participantResource(seat: Seat, queueTime: string | null = null): object {
  const { leg } = seat;
  const participant = seat.participant();
  return {
    account_sid: accountSid,
    call_sid: leg.sid,
    label: participant.label,
    call_sid_to_coach: participant.coaching,
    coaching: participant.coaching !== null,
    conference_sid: seat.room().sid,
    date_created: rfc2822(leg.createdAt),
    date_updated: rfc2822(leg.updatedAt()),
    end_conference_on_exit: participant.endOnExit,
    muted: participant.muted,
    hold: participant.onHold,
    start_conference_on_enter: participant.startOnEnter,
    status: participantStatus(seat),
    queue_time: queueTime,
    uri: `${accountUri}/Conferences/${seat.room().sid}/Participants/${leg.sid}.json`,
  };
}

/** Who has answered is on the way until they are in the conference. */
function participantStatus({ leg, room }: Seat): string {
  const phase = leg.phase();
  switch (phase.type) {
    case 'queued':
    case 'ringing':
      return phase.type;
    case 'dialing':
      return 'connecting';
    case 'in-progress':
      return room()
        .state()
        .participants.some(({ callSid }) => callSid === leg.sid)
        ? 'connected'
        : 'connecting';
    case 'ended':
      return phase.answeredAt === null ? 'failed' : 'complete';
  }
}

/** twilio.com/docs/voice/api/conference-recording-resource, the properties that it shares with any recording. */
function recordingProperties(recording: ConferenceRecording): object {
  const status = recording.status();
  return {
    sid: recording.sid,
    account_sid: accountSid,
    api_version: API_VERSION,
    call_sid: null,
    conference_sid: recording.conferenceSid,
    channels: 1,
    date_created: rfc2822(recording.startedAt),
    date_updated: rfc2822(recording.updatedAt()),
    start_time: rfc2822(recording.startedAt),
    price: null,
    price_unit: 'USD',
    duration: status.type === 'completed' ? String(status.durationSeconds) : null,
    source: 'Conference',
    status: status.type,
    error_code: null,
    encryption_details: null,
  };
}

export function conferenceRecordingResource(recording: ConferenceRecording): object {
  const uri = `${accountUri}/Conferences/${recording.conferenceSid}/Recordings/${recording.sid}.json`;
  return { ...recordingProperties(recording), uri };
}

/** twilio.com/docs/voice/api/recording */
export function recordingResource(recording: ConferenceRecording): object {
  const uri = `${accountUri}/Recordings/${recording.sid}`;
  return {
    ...recordingProperties(recording),
    media_url: recordingUrl(accountSid, recording.sid),
    uri: `${uri}.json`,
    subresource_uris: {
      add_on_results: `${uri}/AddOnResults.json`,
      transcriptions: `${uri}/Transcriptions.json`,
    },
  };
}

/** The same of what `<Record>` made. */
export function voiceRecordingResource({
  sid,
  callSid,
  recordedAt,
  durationSeconds,
}: VoiceRecording): object {
  const uri = `${accountUri}/Recordings/${sid}`;
  return {
    sid,
    account_sid: accountSid,
    api_version: API_VERSION,
    call_sid: callSid,
    conference_sid: null,
    channels: 1,
    date_created: rfc2822(recordedAt),
    date_updated: rfc2822(recordedAt),
    start_time: rfc2822(recordedAt),
    price: null,
    price_unit: 'USD',
    duration: String(durationSeconds),
    source: 'RecordVerb',
    status: 'completed',
    error_code: null,
    encryption_details: null,
    media_url: recordingUrl(accountSid, sid),
    uri: `${uri}.json`,
    subresource_uris: {
      add_on_results: `${uri}/AddOnResults.json`,
      transcriptions: `${uri}/Transcriptions.json`,
    },
  };
}

/** twilio.com/docs/voice/api/realtime-transcription-resource */
export function transcriptionResource(transcription: LiveTranscription): object {
  return {
    sid: transcription.sid,
    account_sid: accountSid,
    call_sid: transcription.callSid,
    name: transcription.name,
    status: transcription.isStopped() ? 'stopped' : 'in-progress',
    date_updated: rfc2822(transcription.updatedAt()),
    uri: `${accountUri}/Calls/${transcription.callSid}/Transcriptions/${transcription.sid}.json`,
  };
}
