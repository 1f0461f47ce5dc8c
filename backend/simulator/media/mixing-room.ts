import type { Frame, LegAudio } from '../endpoint.ts';
import { SILENCE } from './frame.ts';
import { type MeasuredSound, measureSound } from './measure-sound.ts';
import { mixWhispers } from './mix-minus.ts';
import { createSoundMemory, type SoundMemory } from './sound-memory.ts';
import type { SoundSource } from './sound-source.ts';

/** A conference's sound. */
export interface MixingRoom {
  join(legSid: string, audio: LegAudio, controls: LegControls): void;
  /** Changes what is given and keeps the rest. A leg that is not there changes nothing. */
  update(legSid: string, controls: Partial<LegControls>): void;
  leave(legSid: string): void;
  /** The last second as this leg said and heard it; null when it is not there. */
  observe(legSid: string): ObservedSound | null;
}

export interface LegControls {
  /** Not heard by the others. */
  readonly muted: boolean;
  /** Neither heard nor hearing: the leg gets hold audio. */
  readonly onHold: boolean;
  /** The only leg that hears this one; null for an ordinary one. Once that leg is gone, everybody does. */
  readonly coaching: string | null;
}

export interface ObservedSound {
  /** After muting, so what the others had a chance to hear. */
  readonly said: MeasuredSound;
  readonly heard: MeasuredSound;
}

export interface TickedRoom extends MixingRoom {
  readonly isEmpty: () => boolean;
  /** Moves the sound on by one frame. */
  tick(): void;
}

interface Leg {
  readonly audio: LegAudio;
  controls: LegControls;
  /** Made when the leg is first held. */
  holdAudio: SoundSource | null;
  readonly said: SoundMemory;
  readonly heard: SoundMemory;
}

/** `onPeopled` is called when a leg joins an empty room. */
export function createMixingRoom(createHoldAudio: () => SoundSource, onPeopled: () => void): TickedRoom {
  const legs = new Map<string, Leg>();

  /** Where among those present the one is whom this leg coaches; null when everybody hears it. */
  function coachedBy({ controls: { coaching } }: Leg): number | null {
    const index = coaching === null ? -1 : [...legs.keys()].indexOf(coaching);
    return index === -1 ? null : index;
  }

  return {
    isEmpty: () => legs.size === 0,
    join: (legSid, audio, controls) => {
      legs.set(legSid, {
        audio,
        controls,
        holdAudio: null,
        said: createSoundMemory(),
        heard: createSoundMemory(),
      });
      if (legs.size === 1) onPeopled();
    },
    update: (legSid, controls) => {
      const leg = legs.get(legSid);
      if (leg) leg.controls = { ...leg.controls, ...controls };
    },
    leave: (legSid) => {
      legs.delete(legSid);
    },
    observe: (legSid) => {
      const leg = legs.get(legSid);
      return leg ? { said: measureSound(leg.said.frames()), heard: measureSound(leg.heard.frames()) } : null;
    },
    tick: () => {
      const present = [...legs.values()];
      const said = present.map(speak);
      const heard = mixWhispers(said, present.map(coachedBy));
      for (const [index, leg] of present.entries()) {
        listen(leg, leg.controls.onHold ? holdFrame(leg, createHoldAudio) : (heard[index] ?? SILENCE));
      }
    },
  };
}

function speak(leg: Leg): Frame | null {
  const frame = leg.audio.read();
  const said = leg.controls.muted || leg.controls.onHold ? null : frame;
  leg.said.add(said ?? SILENCE);
  return said;
}

function listen(leg: Leg, frame: Frame): void {
  leg.audio.play(frame);
  leg.heard.add(frame);
}

function holdFrame(leg: Leg, createHoldAudio: () => SoundSource): Frame {
  leg.holdAudio ??= createHoldAudio();
  return leg.holdAudio();
}
