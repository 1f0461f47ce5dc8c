import type { SimulatedClock } from '../clock.ts';
import type { Endpoint, EndpointCall, EndpointEvents } from '../endpoint.ts';
import { createEar } from '../twiml/ear.ts';
import { type Introductions, introductionsOf, type PhoneDirectory } from './introductions.ts';
import type { Persona, PersonaLine } from './persona.ts';
import { createPersonaLife } from './persona-life.ts';
import { createPersonaVoice } from './persona-voice.ts';

const NETWORK_ANSWERS_AFTER_MS = 800;

/** The telephone of a persona, who speaks for whoever has the number that is called. */
export function createPersonaEndpoint(
  { line, pitchHz }: Persona,
  { clock, directory }: { readonly clock: SimulatedClock; readonly directory: PhoneDirectory },
): Endpoint {
  return {
    ring: ({ to }, events) => {
      switch (line.type) {
        case 'answers':
          return answer(line, { introductions: introductionsOf(directory(to)), events, clock, pitchHz });
        case 'nobody':
          return unanswered(clock.after(0, () => events.ringing()));
        case 'busy':
          return unanswered(clock.after(NETWORK_ANSWERS_AFTER_MS, () => events.refused('busy')));
        case 'no-such-number':
          return unanswered(clock.after(NETWORK_ANSWERS_AFTER_MS, () => events.refused('failed')));
      }
    },
  };
}

/** A number that nobody has. */
export function createUnassignedNumber(clock: SimulatedClock): Endpoint {
  return {
    ring: (_call, events) =>
      unanswered(clock.after(NETWORK_ANSWERS_AFTER_MS, () => events.refused('failed'))),
  };
}

function unanswered(end: () => void): EndpointCall {
  return { end, heard: () => {}, heardBreakOff: () => {}, heardKey: () => {} };
}

interface Ringing {
  readonly introductions: Introductions;
  readonly events: EndpointEvents;
  readonly clock: SimulatedClock;
  readonly pitchHz: number;
}

function answer(
  { script, afterMs }: Extract<PersonaLine, { type: 'answers' }>,
  { introductions, events, clock, pitchHz }: Ringing,
): EndpointCall {
  const ear = createEar(clock);
  const voice = createPersonaVoice(pitchHz, clock);
  const life = createPersonaLife({ script: script(introductions), events, ear, voice, clock });
  const cancelRinging = clock.after(0, () => events.ringing());
  const cancelAnswer = clock.after(afterMs, () => {
    events.answered(voice.audio);
    life.act({ type: 'answered' });
  });
  return {
    end: () => {
      cancelRinging();
      cancelAnswer();
      life.stop();
      ear[Symbol.dispose]();
    },
    heard: ear.heard,
    heardBreakOff: ear.heardBreakOff,
    heardKey: (digit) => life.act({ type: 'heard-key', digit }),
  };
}
