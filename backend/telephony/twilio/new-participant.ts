import type { ParticipantListInstanceCreateOptions } from 'twilio/lib/rest/api/v2010/account/conference/participant.js';
import type { NewLegCommand } from '../carrier-command.ts';
import {
  conferenceEvents,
  conferenceRecording,
  conferenceSettings,
  recordingEvents,
} from './conference-settings.ts';
import { softphoneIdentity } from './softphone-token.ts';
import type { TwilioAccount } from './twilio-client.ts';
import type { WebhookUrls } from './webhook-urls.ts';

/** A Japanese reception answers within 30 s. Twilio adds up to 5 s of its own. */
export const customerRingSeconds = 40;

/** A softphone that is not there within 6 s is tried again by the handoff; what still rings then must not ring for long. */
const softphoneRingSeconds = 10;

/** Thresholds that Twilio gives for calling businesses; detection never holds up the call. (voice/answering-machine-detection) */
export const machineDetection = {
  machineDetection: 'Enable',
  machineDetectionSpeechThreshold: 2_400,
  machineDetectionSpeechEndThreshold: 1_400,
} as const;

/** The request that brings a leg into its conference, which begins to exist with its first leg. */
export function newParticipant(
  command: NewLegCommand,
  account: TwilioAccount,
  urls: WebhookUrls,
): ParticipantListInstanceCreateOptions {
  const shared = {
    ...sharedByAll(command, account, urls),
    ...(command.record ? recording(command, urls) : {}),
  };
  switch (command.type) {
    case 'dial-customer':
      return {
        ...shared,
        from: command.from ?? account.number,
        to: command.to,
        timeout: customerRingSeconds,
        ...machineDetection,
        amdStatusCallback: urls.machineDetection(command),
      };
    case 'add-ai':
      return { ...shared, to: `app:${account.appSid}?${legParameters(command)}` };
    case 'ring-softphone':
      return {
        ...shared,
        to: `client:${softphoneIdentity(command.agentId)}?${softphoneParameters(command)}`,
        timeout: softphoneRingSeconds,
        muted: command.muted,
        startConferenceOnEnter: command.role === 'agent',
      };
  }
}

function sharedByAll({ callId, legId, label }: NewLegCommand, account: TwilioAccount, urls: WebhookUrls) {
  return {
    from: account.number,
    label,
    ...conferenceSettings,
    startConferenceOnEnter: true,
    // Ringing tones are not speech: nobody is in the conference before they have answered.
    earlyMedia: false,
    statusCallback: urls.callStatus({ callId, legId }),
    statusCallbackEvent: ['ringing', 'answered', 'completed'],
    conferenceStatusCallback: urls.conference(callId),
    conferenceStatusCallbackEvent: conferenceEvents(),
  };
}

function recording({ callId }: NewLegCommand, urls: WebhookUrls) {
  return {
    conferenceRecord: conferenceRecording.record,
    conferenceTrim: conferenceRecording.trim,
    conferenceRecordingStatusCallback: urls.recording(callId),
    conferenceRecordingStatusCallbackEvent: recordingEvents(),
  };
}

function legParameters({ callId, legId }: NewLegCommand): URLSearchParams {
  return new URLSearchParams({ callId, legId });
}

function softphoneParameters(
  command: Extract<NewLegCommand, { readonly type: 'ring-softphone' }>,
): URLSearchParams {
  const parameters = legParameters(command);
  parameters.set('clientId', command.clientId);
  if (command.handoffId !== null) parameters.set('handoffId', command.handoffId);
  return parameters;
}
