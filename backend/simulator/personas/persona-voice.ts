import type { SimulatedClock } from '../clock.ts';
import type { LegAudio } from '../endpoint.ts';
import { createHoldAudio, createVoice } from '../media/sound-source.ts';

/** The sound of a persona: a hum of its own pitch while it speaks, a melody while it lets others wait. Lengths are simulated time. */
export interface PersonaVoice {
  readonly audio: LegAudio;
  say(ms: number): void;
  playMelody(ms: number): void;
}

export function createPersonaVoice(pitchHz: number, clock: SimulatedClock): PersonaVoice {
  const voice = createVoice(pitchHz);
  const melody = createHoldAudio();
  let melodyUntil = 0;
  return {
    audio: {
      read: () => voice.read() ?? (clock.now().getTime() < melodyUntil ? melody() : null),
      play: () => {},
    },
    say: (ms) => voice.say(clock.real(ms)),
    playMelody: (ms) => {
      melodyUntil = clock.now().getTime() + ms;
    },
  };
}
