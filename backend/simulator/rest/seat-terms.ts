import type { SeatTerms } from '../exchange/conferences.ts';
import { waitSound } from '../exchange/dial-terms.ts';
import type { RecordingRequest } from '../exchange/recordings.ts';
import type { ParticipantParameters } from './new-call.ts';

/** How a participant enters that was created over the REST API. */
export function seatTerms(parameters: ParticipantParameters): SeatTerms {
  return {
    admission: {
      label: parameters.Label ?? null,
      muted: parameters.Muted,
      coaching: parameters.Coaching === false ? null : (parameters.CallSidToCoach ?? null),
      startOnEnter: parameters.StartConferenceOnEnter,
      endOnExit: parameters.EndConferenceOnExit,
      beep: parameters.Beep,
      waitSound: waitSound(parameters.WaitUrl, parameters.WaitMethod),
      callback:
        parameters.ConferenceStatusCallback === undefined
          ? null
          : {
              url: parameters.ConferenceStatusCallback,
              method: parameters.ConferenceStatusCallbackMethod,
              events: parameters.ConferenceStatusCallbackEvent,
            },
    },
    recording: records(parameters) ? { callback: recordingCallback(parameters) } : null,
  };
}

function records({ ConferenceRecord }: ParticipantParameters): boolean {
  return ConferenceRecord === 'true' || ConferenceRecord === 'record-from-start';
}

function recordingCallback(parameters: ParticipantParameters): RecordingRequest['callback'] {
  if (parameters.ConferenceRecordingStatusCallback === undefined) return null;
  return {
    url: parameters.ConferenceRecordingStatusCallback,
    method: parameters.ConferenceRecordingStatusCallbackMethod,
    events: parameters.ConferenceRecordingStatusCallbackEvent,
  };
}
