import { FRAME_MS } from './frame.ts';
import { createMixingRoom, type MixingRoom, type TickedRoom } from './mixing-room.ts';
import { createHoldAudio } from './sound-source.ts';
import { createTicker } from './ticker.ts';

/** Mixes every conference of the simulator, always in real time. Only rooms with somebody in them cost anything. */
export interface Mixer extends Disposable {
  createRoom(): MixingRoom;
}

export function createMixer(now: () => number = () => performance.now()): Mixer {
  const peopled = new Set<TickedRoom>();
  const ticker = createTicker({ periodMs: FRAME_MS, onTick: tick, now });

  function tick(): void {
    for (const room of peopled) {
      if (room.isEmpty()) peopled.delete(room);
      else room.tick();
    }
    if (peopled.size === 0) ticker.stop();
  }

  return {
    createRoom: () => {
      const room = createMixingRoom(createHoldAudio, () => {
        peopled.add(room);
        ticker.start();
      });
      return room;
    },
    [Symbol.dispose]: () => {
      ticker[Symbol.dispose]();
      peopled.clear();
    },
  };
}
