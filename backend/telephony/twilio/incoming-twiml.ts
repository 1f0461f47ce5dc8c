import VoiceResponse from 'twilio/lib/twiml/VoiceResponse.js';
import type { NewLeg } from '../carrier-command.ts';
import type { Speak } from './speech.ts';
import type { WebhookUrls } from './webhook-urls.ts';

/**
 * Puts the caller into the conference as `new-participant.ts` does with everybody else: the same settings on every leg, and the same
 * callbacks, because the conference takes those of whoever is there first. (twilio.com/docs/voice/twiml/conference)
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
      beep: 'false',
      waitUrl: '',
      startConferenceOnEnter: true,
      endConferenceOnExit: false,
      region: 'jp1',
      jitterBufferSize: 'small',
      statusCallback: urls.conference(callId),
      statusCallbackMethod: 'POST',
      statusCallbackEvent: ['start', 'join', 'leave', 'end'],
      ...(record
        ? {
            record: 'record-from-start',
            // The recording's times stay those of the transcript.
            trim: 'do-not-trim',
            recordingStatusCallback: urls.recording(callId),
            recordingStatusCallbackMethod: 'POST',
            recordingStatusCallbackEvent: ['in-progress', 'completed', 'absent'],
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
