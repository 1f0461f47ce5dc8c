/**
 * Twilio takes a conference's settings from whichever leg is in it first, so that every leg says the same, whether it comes as a participant
 * or by TwiML. (twilio.com/docs/voice/twiml/conference)
 */
export const conferenceSettings = {
  beep: 'false',
  waitUrl: '',
  endConferenceOnExit: false,
  region: 'jp1',
  jitterBufferSize: 'small',
} as const;

/** A function of its own each: the SDK wants lists that may be written to. */
export function conferenceEvents(): ('start' | 'join' | 'leave' | 'end')[] {
  return ['start', 'join', 'leave', 'end'];
}

/** How a conversation is recorded. Its times stay those of the transcript. */
export const conferenceRecording = { record: 'record-from-start', trim: 'do-not-trim' } as const;

export function recordingEvents(): ('in-progress' | 'completed' | 'absent')[] {
  return ['in-progress', 'completed', 'absent'];
}
