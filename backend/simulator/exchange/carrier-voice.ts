import type { SimulatedClock } from '../clock.ts';
import type { LegAudio } from '../endpoint.ts';
import { createHoldAudio, createVoice } from '../media/sound-source.ts';
import { durationMs, type Sound } from './sound.ts';

/** The sound of what a TwiML program says and plays: the words are a hum, every recording is the hold melody. */
export interface CarrierVoice {
  readonly audio: LegAudio;
  begin(sound: Sound): void;
  breakOff(): void;
}

const PITCH_HZ = 220;

export function createCarrierVoice(clock: SimulatedClock): CarrierVoice {
  const voice = createVoice(PITCH_HZ);
  const melody = createHoldAudio();
  let melodyUntil = 0;
  return {
    audio: {
      read: () => voice.read() ?? (clock.now().getTime() < melodyUntil ? melody() : null),
      play: () => {},
    },
    begin: (sound) => {
      if (sound.type === 'speech') voice.say(clock.real(durationMs(sound)));
      else melodyUntil = clock.now().getTime() + durationMs(sound);
    },
    breakOff: () => {
      voice.stop();
      melodyUntil = 0;
    },
  };
}
