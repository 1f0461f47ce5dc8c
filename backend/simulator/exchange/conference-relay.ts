import type { SimulatedClock } from '../clock.ts';
import { type Conference, listenersOf } from './conference.ts';
import type { Leg } from './leg.ts';
import { durationMs, type Sound } from './sound.ts';

/** Passes on what a participant says to those who are to hear it. */
export interface ConferenceRelay {
  said(callSid: string, sound: Sound): void;
  brokeOff(callSid: string): void;
  /** From now on it hears nothing more of what is being said: it is on hold. */
  tookAside(callSid: string): void;
  pressed(callSid: string, digit: string): void;
}

export interface RelayOptions {
  readonly state: () => Conference;
  readonly legOf: (callSid: string) => Leg | undefined;
  readonly clock: SimulatedClock;
}

interface Speech {
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
      underWay.set(callSid, { until: clock.now().getTime() + durationMs(sound), heardBy });
      for (const leg of heardBy) leg.hear(sound, callSid);
    },
    brokeOff: (callSid) => {
      const speech = underWay.get(callSid);
      underWay.delete(callSid);
      if (speech === undefined || speech.until <= clock.now().getTime()) return;
      for (const leg of speech.heardBy) leg.hearBreakOff(callSid);
    },
    tookAside: (callSid) => {
      const now = clock.now().getTime();
      for (const [source, { until, heardBy }] of underWay) {
        const listener = heardBy.find(({ sid }) => sid === callSid);
        if (until <= now || listener === undefined) continue;
        underWay.set(source, { until, heardBy: heardBy.filter((leg) => leg !== listener) });
        listener.hearBreakOff(source);
      }
    },
    pressed: (callSid, digit) => {
      for (const leg of audience(callSid)) leg.hearKey(digit);
    },
  };
}
