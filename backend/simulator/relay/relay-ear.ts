import type { SimulatedClock } from '../clock.ts';
import type { Ear, EarEvent, Speech } from '../twiml/ear.ts';
import { createPartialResults } from '../twiml/partial-results.ts';
import { joinSpeech, type RecognisedSpeech, recognise } from '../twiml/recognised-speech.ts';

/** Turns what is said on the line into the prompts of a ConversationRelay. */
export interface RelayEar {
  isHearing(): boolean;
  stop(): void;
}

interface RelayEarOptions {
  readonly ear: Ear;
  readonly clock: SimulatedClock;
  /** Before this nobody was listened to. */
  readonly deafUntil: () => number;
  readonly onBegan: () => void;
  readonly onStopped: () => void;
  readonly onKey: (digit: string) => void;
  /** `last` when they have finished, else a guess at all of it so far. */
  readonly onHeard: (text: string, last: boolean) => void;
}

/** So long a pause ends what somebody says. */
const pauseMs = 1_000;

export function createRelayEar(options: RelayEarOptions): RelayEar {
  const { ear, clock, deafUntil, onBegan, onStopped, onKey, onHeard } = options;
  const partials = createPartialResults(clock, (text) => onHeard(text, false));
  let speaking = 0;
  let heard: RecognisedSpeech[] = [];
  let cancelPause = (): void => {};

  const unheardMs = (speech: Speech): number => Math.max(0, deafUntil() - speech.beganAt);

  function began(speech: Speech): void {
    cancelPause();
    speaking += 1;
    if (speaking === 1) onBegan();
    partials.follow(speech, unheardMs(speech), heard);
  }

  function ended(speech: Speech, spokenMs: number): void {
    partials.stop();
    speaking -= 1;
    const recognised = recognise(speech.utterance, unheardMs(speech), spokenMs);
    if (recognised !== null) heard = [...heard, recognised];
    if (speaking > 0) return;
    onStopped();
    if (heard.length > 0) cancelPause = clock.after(pauseMs, finish);
  }

  function finish(): void {
    const { text } = joinSpeech(heard);
    heard = [];
    onHeard(text, true);
  }

  function hear(event: EarEvent): void {
    if (event.type === 'key-pressed') onKey(event.digit);
    else if (event.type === 'speech-began') began(event.speech);
    else ended(event.speech, event.spokenMs);
  }

  const stopFollowing = ear.follow(hear);
  return {
    isHearing: () => speaking > 0,
    stop() {
      stopFollowing();
      partials.stop();
      cancelPause();
    },
  };
}
