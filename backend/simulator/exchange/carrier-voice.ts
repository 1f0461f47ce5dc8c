import type { SimulatedClock } from '../clock.ts';
import type { Frame, LegAudio } from '../endpoint.ts';
import { createHoldAudio, createVoice } from '../media/sound-source.ts';
import { createSubscribers, type Unsubscribe } from '../subscribers.ts';
import { durationMs, type Sound } from './sound.ts';

/** The sound of what a TwiML program says and plays: words are a hum, and a recording whose sound nobody knows is the hold melody. */
export interface CarrierVoice {
  readonly audio: LegAudio;
  begin(sound: Sound): void;
  breakOff(): void;
  /** What the other end says, 20 ms at a time. */
  onHeard(listener: (frame: Frame) => void): Unsubscribe;
}

const PITCH_HZ = 220;

export function createCarrierVoice(clock: SimulatedClock): CarrierVoice {
  const voice = createVoice(PITCH_HZ);
  const melody = createHoldAudio();
  const { subscribe, tell } = createSubscribers<Frame>();
  let melodyUntil = 0;
  let playing: Frame[] = [];
  return {
    audio: {
      read: () => voice.read() ?? playing.shift() ?? (clock.now().getTime() < melodyUntil ? melody() : null),
      play: tell,
    },
    begin: (sound) => {
      if (sound.type === 'speech') voice.say(clock.real(durationMs(sound)));
      else if (sound.recording.frames !== undefined) playing = [...sound.recording.frames];
      else melodyUntil = clock.now().getTime() + durationMs(sound);
    },
    breakOff: () => {
      voice.stop();
      playing = [];
      melodyUntil = 0;
    },
    onHeard: subscribe,
  };
}
