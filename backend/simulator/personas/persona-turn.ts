import type { CancelTimer, SimulatedClock } from '../clock.ts';
import type { Ear } from '../twiml/ear.ts';

/** Whose turn it is to speak. */
export interface PersonaTurn {
  /** Acts after so long, but not while the other side speaks, nor before `onHeard` was told what it said. */
  after(ms: number, act: () => void): CancelTimer;
  stop(): void;
}

export interface PersonaTurnOptions {
  readonly ear: Ear;
  readonly clock: SimulatedClock;
  /** Until when the persona's own words last. */
  readonly speakingUntil: () => number;
  /** The other side has finished: everything it said since the last time. */
  readonly onHeard: (words: string) => void;
}

/** How long the other side must have been quiet before a polite person speaks. */
const TURN_PAUSE_MS = 700;

/** Collects what the other side says until it has been quiet for a moment, and the persona has finished, too. */
export function followTurns({ ear, clock, speakingUntil, onHeard }: PersonaTurnOptions): PersonaTurn {
  let speaking = 0;
  let words = '';
  let cancel = (): void => {};

  function tellWhenQuiet(ms: number): void {
    cancel();
    cancel = clock.after(ms, () => {
      const busyMs = speakingUntil() - clock.now().getTime();
      if (busyMs > 0) return tellWhenQuiet(busyMs + TURN_PAUSE_MS);
      const heard = words;
      words = '';
      onHeard(heard);
    });
  }

  const stopFollowing = ear.follow((event) => {
    if (event.type === 'speech-began') {
      speaking += 1;
      cancel();
    }
    if (event.type === 'speech-ended') {
      speaking -= 1;
      words += event.speech.utterance.text;
      if (speaking === 0) tellWhenQuiet(TURN_PAUSE_MS);
    }
  });

  function after(ms: number, act: () => void): CancelTimer {
    let cancelAct = clock.after(ms, () => {
      if (speaking > 0 || words !== '') cancelAct = after(TURN_PAUSE_MS, act);
      else act();
    });
    return () => cancelAct();
  }

  return {
    after,
    stop: () => {
      cancel();
      stopFollowing();
    },
  };
}
