import type { SimulatedClock } from '../clock.ts';
import { type Conference, listenersOf } from './conference.ts';
import type { Leg } from './leg.ts';
import { durationMs, type Sound } from './sound.ts';

/** Passes on what a participant says to those who are to hear it. */
export interface ConferenceRelay {
  said(callSid: string, sound: Sound): void;
  brokeOff(callSid: string): void;
  /**
   * Who hears whom has changed: what is being said is heard no further by some, and by others from now on. Of a sentence that they did not
   * hear from its first word they hear the voice and, pessimistically, no word.
   */
  attune(): void;
  pressed(callSid: string, digit: string): void;
}

export interface RelayOptions {
  readonly state: () => Conference;
  readonly legOf: (callSid: string) => Leg | undefined;
  readonly clock: SimulatedClock;
}

interface Speech {
  readonly sound: Sound;
  readonly until: number;
  readonly heardBy: readonly Leg[];
}

export function createConferenceRelay({ state, legOf, clock }: RelayOptions): ConferenceRelay {
  const underWay = new Map<string, Speech>();
  const audience = (callSid: string): Leg[] =>
    listenersOf(state(), callSid).flatMap((participant) => legOf(participant.callSid) ?? []);

  return {
    said: (callSid, sound) => {
      const heardBy = audience(callSid);
      underWay.set(callSid, { sound, until: clock.now().getTime() + durationMs(sound), heardBy });
      for (const leg of heardBy) leg.hear(sound, callSid);
    },
    brokeOff: (callSid) => {
      const speech = underWay.get(callSid);
      underWay.delete(callSid);
      if (speech === undefined || speech.until <= clock.now().getTime()) return;
      for (const leg of speech.heardBy) leg.hearBreakOff(callSid);
    },
    attune: () => {
      const now = clock.now().getTime();
      for (const [source, { sound, until, heardBy }] of underWay) {
        if (until <= now) continue;
        const listeners = audience(source);
        for (const leg of heardBy) if (!listeners.includes(leg)) leg.hearBreakOff(source);
        const rest = restOf(sound, until - now);
        for (const leg of listeners) if (!heardBy.includes(leg)) leg.hear(rest, source);
        underWay.set(source, { sound, until, heardBy: listeners });
      }
    },
    pressed: (callSid, digit) => {
      for (const leg of audience(callSid)) leg.hearKey(digit);
    },
  };
}

function restOf(sound: Sound, durationMs: number): Sound {
  const source = sound.type === 'recording' ? sound.recording.source : 'the rest of a sentence';
  return { type: 'recording', recording: { source, durationMs } };
}
