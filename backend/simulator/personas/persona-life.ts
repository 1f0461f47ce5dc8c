import type { SimulatedClock } from '../clock.ts';
import type { EndpointEvents } from '../endpoint.ts';
import type { Ear } from '../twiml/ear.ts';
import { speechDurationMs } from '../twiml/speech-duration.ts';
import type { Script } from './persona.ts';
import {
  type PersonaAction,
  type PersonaEvent,
  type PersonaState,
  startOfPersona,
  transitionPersona,
} from './persona-machine.ts';
import { followTurns } from './persona-turn.ts';
import type { PersonaVoice } from './persona-voice.ts';

/** A script that is being lived through, from the answer to the end of the call. */
export interface PersonaLife {
  act(event: PersonaEvent): void;
  stop(): void;
}

export interface PersonaLifeOptions {
  readonly script: Script;
  readonly events: EndpointEvents;
  readonly ear: Ear;
  readonly voice: PersonaVoice;
  readonly clock: SimulatedClock;
}

const SPOKEN_CONFIDENCE = 0.92;

/** Turns time and sound into the machine's events, and its actions into sound. */
export function createPersonaLife({ script, events, ear, voice, clock }: PersonaLifeOptions): PersonaLife {
  let state: PersonaState = startOfPersona;
  let speakingUntil = 0;
  let cancelWait = (): void => {};
  let cancelSpeech = (): void => {};

  function act(event: PersonaEvent): void {
    const next = transitionPersona(state, event, script);
    if (next.state !== state) cancelWait();
    state = next.state;
    for (const action of next.actions) perform(action);
  }

  function perform(action: PersonaAction): void {
    switch (action.type) {
      case 'say':
        say(action.words);
        break;
      case 'play-melody':
        voice.playMelody(action.ms);
        events.played({ source: 'hold-melody', durationMs: action.ms });
        break;
      case 'wait':
        cancelWait();
        cancelWait = turn.after(action.ms, () => act({ type: 'waited' }));
        break;
      case 'hang-up':
        stop();
        events.hungUp();
    }
  }

  function say(words: string): void {
    cancelSpeech();
    const durationMs = speechDurationMs(words);
    speakingUntil = clock.now().getTime() + durationMs;
    voice.say(durationMs);
    events.said({ text: words, confidence: SPOKEN_CONFIDENCE, durationMs });
    cancelSpeech = clock.after(durationMs, () => act({ type: 'spoke' }));
  }

  const turn = followTurns({
    ear,
    clock,
    speakingUntil: () => speakingUntil,
    onHeard: (words) => act({ type: 'heard', words }),
  });
  function stop(): void {
    cancelWait();
    cancelSpeech();
    turn.stop();
  }

  return { act, stop };
}
