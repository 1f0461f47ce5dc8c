import type { SimulatedClock } from '../../backend/simulator/clock.ts';
import type { EndpointEvents } from '../../backend/simulator/endpoint.ts';
import type { Caller } from '../../backend/simulator/exchange/incoming.ts';
import type { Script } from '../../backend/simulator/personas/persona.ts';
import { createPersonaLife } from '../../backend/simulator/personas/persona-life.ts';
import { createPersonaVoice } from '../../backend/simulator/personas/persona-voice.ts';
import { createEar } from '../../backend/simulator/twiml/ear.ts';

const pitchHz = 600;

/** Somebody who rings us from this number and then follows the script. */
export function createScriptedCaller(from: string, script: Script, clock: SimulatedClock): Caller {
  const ear = createEar(clock);
  const voice = createPersonaVoice(pitchHz, clock);
  let pickUp = (): void => undefined;

  function live(events: EndpointEvents) {
    const life = createPersonaLife({ script, events, ear, voice, clock });
    pickUp = () => {
      events.answered(voice.audio);
      life.act({ type: 'answered' });
    };
    clock.after(0, () => events.ringing());
    return life;
  }

  return {
    from,
    endpoint: {
      ring(_call, events) {
        const life = live(events);
        return {
          end() {
            life.stop();
            ear[Symbol.dispose]();
          },
          heard: ear.heard,
          heardBreakOff: ear.heardBreakOff,
          heardKey: (digit) => life.act({ type: 'heard-key', digit }),
        };
      },
    },
    answered: () => pickUp(),
  };
}
