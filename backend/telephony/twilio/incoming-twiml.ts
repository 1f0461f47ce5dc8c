import VoiceResponse from 'twilio/lib/twiml/VoiceResponse.js';
import type { NewLeg } from '../carrier-command.ts';
import {
  conferenceEvents,
  conferenceRecording,
  conferenceSettings,
  recordingEvents,
} from './conference-settings.ts';
import type { Speak } from './speech.ts';
import type { WebhookUrls } from './webhook-urls.ts';

/**
 * Puts the caller into the conference as `new-participant.ts` does with everybody else, with the same callbacks.
 */
export function enterConference(
  { callId, conferenceName, label, record }: NewLeg,
  urls: WebhookUrls,
  muted = false,
): string {
  const response = new VoiceResponse();
  response.dial().conference(
    {
      participantLabel: label,
      muted,
      ...conferenceSettings,
      startConferenceOnEnter: true,
      statusCallback: urls.conference(callId),
      statusCallbackMethod: 'POST',
      statusCallbackEvent: conferenceEvents(),
      ...(record
        ? {
            ...conferenceRecording,
            recordingStatusCallback: urls.recording(callId),
            recordingStatusCallbackMethod: 'POST',
            recordingStatusCallbackEvent: recordingEvents(),
          }
        : {}),
    },
    conferenceName,
  );
  return response.toString();
}

/** Where nobody can be spoken for. */
export function turnAway(speak: Speak): string {
  const response = new VoiceResponse();
  const text =
    'お電話ありがとうございます。申し訳ございませんが、ただいま、お電話をお受けすることができません。失礼いたします。';
  speak(response, { text, language: 'ja-JP', readings: [] });
  response.hangup();
  return response.toString();
}
