import type { SimulatedClock } from '../clock.ts';
import type { Utterance } from '../endpoint.ts';
import { createSubscribers, type Unsubscribe } from '../subscribers.ts';
import type { LineListener } from './line.ts';

/** Follows what is said on a line, from each utterance's beginning to its end. */
export interface Ear extends LineListener, Disposable {
  /** Utterances under way are told at once. */
  follow(listener: (event: EarEvent) => void): Unsubscribe;
}

export type EarEvent =
  | { readonly type: 'speech-began'; readonly speech: Speech }
  /** `spokenMs` is less than the utterance's duration when it was broken off. */
  | { readonly type: 'speech-ended'; readonly speech: Speech; readonly spokenMs: number }
  | { readonly type: 'key-pressed'; readonly digit: string };

export interface Speech {
  readonly utterance: Utterance;
  readonly beganAt: number;
}

export function createEar(clock: SimulatedClock): Ear {
  const { subscribe, tell, clear } = createSubscribers<EarEvent>();
  const underWay = new Map<Speech, () => void>();

  function end(speech: Speech, spokenMs: number): void {
    underWay.get(speech)?.();
    underWay.delete(speech);
    tell({ type: 'speech-ended', speech, spokenMs });
  }

  return {
    heard: (utterance) => {
      const speech = { utterance, beganAt: clock.now().getTime() };
      underWay.set(
        speech,
        clock.after(utterance.durationMs, () => end(speech, utterance.durationMs)),
      );
      tell({ type: 'speech-began', speech });
    },
    heardBreakOff: () => {
      const last = [...underWay.keys()].at(-1);
      if (last !== undefined) end(last, clock.now().getTime() - last.beganAt);
    },
    heardKey: (digit) => tell({ type: 'key-pressed', digit }),
    follow: (listener) => {
      for (const speech of underWay.keys()) listener({ type: 'speech-began', speech });
      return subscribe(listener);
    },
    [Symbol.dispose]: () => {
      for (const cancel of underWay.values()) cancel();
      underWay.clear();
      clear();
    },
  };
}
