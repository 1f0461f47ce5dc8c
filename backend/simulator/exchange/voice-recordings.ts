import type { Carrier } from '../carrier.ts';
import type { Frame, Recording } from '../endpoint.ts';
import { FRAME_MS } from '../media/frame.ts';
import { recordingUrl } from './recording.ts';
import { createSid } from './sids.ts';

/** What `<Record>` took down of one call, with its sound (twilio.com/docs/voice/twiml/record). */
export interface VoiceRecording {
  readonly sid: string;
  readonly callSid: string;
  readonly recordedAt: Date;
  readonly durationSeconds: number;
  readonly frames: readonly Frame[];
  /** Where Twilio keeps it. */
  readonly url: string;
}

export interface VoiceRecordings {
  keep(callSid: string, frames: readonly Frame[]): VoiceRecording;
  find(sid: string): VoiceRecording | undefined;
  /** To be played again; null for any other address. */
  at(url: string): Recording | null;
  /** Newest first. */
  list(): readonly VoiceRecording[];
  /** False when there is none. */
  remove(sid: string): boolean;
}

export function createVoiceRecordings({
  accountSid,
  clock,
}: Pick<Carrier, 'accountSid' | 'clock'>): VoiceRecordings {
  const kept = new Map<string, VoiceRecording>();
  return {
    keep: (callSid, frames) => {
      const sid = createSid('RE');
      const recording = {
        sid,
        callSid,
        recordedAt: clock.now(),
        durationSeconds: Math.max(1, Math.round((frames.length * FRAME_MS) / 1_000)),
        frames,
        url: recordingUrl(accountSid, sid),
      };
      kept.set(sid, recording);
      return recording;
    },
    find: (sid) => kept.get(sid),
    at: (url) => {
      const recording = [...kept.values()].find((one) => one.url === url);
      if (recording === undefined) return null;
      const { frames } = recording;
      return { source: url, durationMs: frames.length * FRAME_MS, frames };
    },
    list: () => [...kept.values()].reverse(),
    remove: (sid) => kept.delete(sid),
  };
}
