import type { LegAudio } from '../endpoint.ts';
import { createVoice } from '../media/sound-source.ts';

/** The telephone's sound: the page's microphone and loudspeaker once they are connected, and until then a hum for what is typed. */
export interface PhoneSound {
  readonly audio: LegAudio;
  /** `null` takes them away again. */
  connect(device: LegAudio | null): void;
  /** Words begin that the page speaks itself: their stand-in sound is kept from the loudspeaker while they last. */
  wordsHeard(durationMs: number): void;
  wordsBrokenOff(): void;
  /** Words begin that the person has typed. */
  say(durationMs: number): void;
}

const PITCH_HZ = 330;

/** `now` is in milliseconds. */
export function createPhoneSound(now: () => number): PhoneSound {
  const voice = createVoice(PITCH_HZ);
  let device: LegAudio | null = null;
  let wordsUntil = 0;
  return {
    audio: {
      read: () => device?.read() ?? voice.read(),
      play: (frame) => {
        if (now() >= wordsUntil) device?.play(frame);
      },
    },
    connect: (connected) => {
      device = connected;
    },
    wordsHeard: (durationMs) => {
      wordsUntil = now() + durationMs;
    },
    wordsBrokenOff: () => {
      wordsUntil = 0;
    },
    say: (durationMs) => {
      if (device === null) voice.say(durationMs);
    },
  };
}
