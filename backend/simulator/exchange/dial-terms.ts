import type { ConferenceSettings } from '../twiml/verbs.ts';
import type { HoldSound } from './conference-member.ts';
import type { SeatTerms } from './conferences.ts';
import type { RecordingEventName } from './recording.ts';
import type { RecordingRequest } from './recordings.ts';

const recordingEvents: readonly RecordingEventName[] = ['in-progress', 'completed', 'failed', 'absent'];

/** How a leg enters that is dialed into a conference by TwiML. */
export function dialTerms(settings: ConferenceSettings): SeatTerms {
  return {
    admission: {
      label: settings.participantLabel ?? null,
      muted: settings.muted,
      coaching: settings.coach ?? null,
      startOnEnter: settings.startConferenceOnEnter,
      endOnExit: settings.endConferenceOnExit,
      beep: settings.beep,
      waitSound: waitSound(settings.waitUrl, settings.waitMethod),
      callback:
        settings.statusCallback === undefined
          ? null
          : {
              url: settings.statusCallback,
              method: settings.statusCallbackMethod,
              events: settings.statusCallbackEvent,
            },
    },
    recording: settings.record === 'do-not-record' ? null : { callback: recordingCallback(settings) },
  };
}

/** An empty `waitUrl` is silence, none at all Twilio's own music. */
export function waitSound(url: string | undefined, method: 'GET' | 'POST'): HoldSound {
  if (url === undefined) return { type: 'music' };
  return url === '' ? { type: 'silence' } : { type: 'document', url, method };
}

function recordingCallback(settings: ConferenceSettings): RecordingRequest['callback'] {
  if (settings.recordingStatusCallback === undefined) return null;
  return {
    url: settings.recordingStatusCallback,
    method: settings.recordingStatusCallbackMethod,
    events: recordingEvents.filter((event) => settings.recordingStatusCallbackEvent.includes(event)),
  };
}
