import type { VoiceRecording } from '../exchange/voice-recordings.ts';
import { FRAME_MS } from '../media/frame.ts';
import { createTone } from '../media/sound-source.ts';

const BEEP_HZ = 1_400;
const BEEP_AMPLITUDE = 8_000;
const BEEP_MS = 400;

/** Before a recording: here it begins. */
export function beep() {
  const frames = Array.from({ length: BEEP_MS / FRAME_MS }, createTone(BEEP_HZ, BEEP_AMPLITUDE));
  return { type: 'recording', recording: { source: 'beep', durationMs: BEEP_MS, frames } } as const;
}

/** What the `action` is sent besides the call's own parameters (twilio.com/docs/voice/twiml/record#action). */
export function recordParameters({ sid, url, durationSeconds }: VoiceRecording, digits: string) {
  return {
    RecordingSid: sid,
    RecordingUrl: url,
    RecordingDuration: String(durationSeconds),
    Digits: digits,
  };
}
