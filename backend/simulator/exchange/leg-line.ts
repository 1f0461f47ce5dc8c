import type { Carrier } from '../carrier.ts';
import type { Line, LineListener } from '../twiml/line.ts';
import type { ConferenceSettings, TranscriptionSettings } from '../twiml/verbs.ts';
import { createCarrierVoice } from './carrier-voice.ts';
import type { Leg, LegEvent } from './leg.ts';
import { recordVoice } from './voice-recorder.ts';

/** What a program on a leg can ask of the exchange around it. */
export interface LegServices {
  visitConference(leg: Leg, name: string, settings: ConferenceSettings, signal: AbortSignal): Promise<void>;
  startTranscription(leg: Leg, settings: TranscriptionSettings): void;
  stopTranscription(leg: Leg, name: string): void;
}

/** The carrier's end of a leg, for a program to run on. Outside a conference it and the leg hear one another. */
export function createLegLine(leg: Leg, services: LegServices, carrier: Carrier): Line {
  const voice = createCarrierVoice(carrier.clock);
  const mixing = carrier.mixer.createRoom();
  const own = `${leg.sid}-carrier`;

  function connectSound(): void {
    const audio = leg.audio();
    if (audio === null) return;
    mixing.join(leg.sid, audio, { muted: false, onHold: false, coaching: null });
    mixing.join(own, voice.audio, { muted: false, onHold: false, coaching: null });
  }

  function disconnectSound(): void {
    mixing.leave(leg.sid);
    mixing.leave(own);
  }

  return {
    speak: (sound) => {
      voice.begin(sound);
      leg.hear(sound, null);
    },
    breakOff: () => {
      voice.breakOff();
      leg.hearBreakOff(null);
    },
    pressKey: (digit) => leg.hearKey(digit),
    listen: (listener) => {
      connectSound();
      const unsubscribe = leg.subscribe((event) => tell(listener, event));
      return () => {
        unsubscribe();
        disconnectSound();
      };
    },
    visitConference: async (name, settings, signal) => {
      disconnectSound();
      await services.visitConference(leg, name, settings, signal);
      connectSound();
    },
    record: (settings, signal) =>
      recordVoice(
        {
          onFrame: voice.onHeard,
          onKey: (listener) =>
            leg.subscribe((event) => {
              if (event.type === 'pressed') listener(event.digit);
            }),
        },
        settings,
        carrier.clock,
        signal,
      ),
    startTranscription: (settings) => services.startTranscription(leg, settings),
    stopTranscription: (name) => services.stopTranscription(leg, name),
  };
}

function tell(listener: LineListener, event: LegEvent): void {
  switch (event.type) {
    case 'said':
      if (event.sound.type === 'speech') listener.heard(event.sound.utterance);
      break;
    case 'broke-off':
      listener.heardBreakOff();
      break;
    case 'pressed':
      listener.heardKey(event.digit);
      break;
    default:
  }
}
