import type { SimulatedClock } from '../clock.ts';
import type { Endpoint, EndpointCall, EndpointEvents, Utterance } from '../endpoint.ts';
import { speechDurationMs } from '../twiml/speech-duration.ts';
import { createPersonaVoice } from './persona-voice.ts';

/** Agents' own telephones, by what happens there when they ring. The order gives the numbers: new ones go to the end. */
const agentPhoneKinds = [
  /** Takes the call, and talks. */
  'presses-one',
  /** Takes the call, and hangs up after a few sentences. */
  'presses-one-and-leaves',
  'presses-another-key',
  /** Listens, and does nothing. */
  'presses-nothing',
  'hangs-up',
  'voicemail',
  'no-answer',
  'busy',
] as const;
export type AgentPhoneKind = (typeof agentPhoneKinds)[number];

/** Each kind has 1,000 lines (0 to 999) that behave alike, on an exchange where no persona lives. */
export function agentPhoneNumber(kind: AgentPhoneKind, line = 1): string {
  return `+8130098${agentPhoneKinds.indexOf(kind)}${String(line).padStart(3, '0')}`;
}

/** Null where there is no agent's telephone. */
export function agentPhoneAt(number: string): AgentPhoneKind | null {
  const kind = /^\+8130098(\d)\d{3}$/.exec(number)?.[1];
  return kind === undefined ? null : (agentPhoneKinds[Number(kind)] ?? null);
}

const NETWORK_ANSWERS_AFTER_MS = 800;
const ANSWERS_AFTER_MS = 3_000;
const VOICEMAIL_AFTER_MS = 8_000;
const VOICEMAIL_RECORDS_MS = 30_000;
const BEFORE_KEY_MS = 500;
const BEFORE_TALK_MS = 1_500;
const SENTENCES_BEFORE_LEAVING = 2;
const PITCH_HZ = 260;
const ASKS_FOR_KEY = /1を押す|Press 1/;

const voicemailGreeting =
  'ただいま電話に出ることができません。ピーという発信音のあとに、お名前とご用件をお話しください。';
const talk = ['お電話代わりました。担当でございます。', 'はい、ありがとうございます。'] as const;

export function createAgentPhone(kind: AgentPhoneKind, clock: SimulatedClock): Endpoint {
  return {
    ring(_call, events) {
      if (kind === 'no-answer') return unanswered(clock.after(0, () => events.ringing()));
      if (kind === 'busy')
        return unanswered(clock.after(NETWORK_ANSWERS_AFTER_MS, () => events.refused('busy')));
      return answer(kind, events, clock);
    },
  };
}

function unanswered(end: () => void): EndpointCall {
  return { end, heard: () => {}, heardBreakOff: () => {}, heardKey: () => {} };
}

function answer(kind: AgentPhoneKind, events: EndpointEvents, clock: SimulatedClock): EndpointCall {
  const voice = createPersonaVoice(PITCH_HZ, clock);
  const waiting: (() => void)[] = [];
  const after = (ms: number, act: () => void): void => void waiting.push(clock.after(ms, act));
  let asked = false;

  function end(): void {
    for (const cancel of waiting.splice(0)) cancel();
  }

  function hangUp(): void {
    end();
    events.hungUp();
  }

  function say(text: string): number {
    const durationMs = speechDurationMs(text);
    voice.say(durationMs);
    events.said({ text, confidence: 0.95, durationMs });
    return durationMs;
  }

  function keepTalking(sentence: number): void {
    if (kind === 'presses-one-and-leaves' && sentence >= SENTENCES_BEFORE_LEAVING) {
      hangUp();
      return;
    }
    const durationMs = say(talk[sentence === 0 ? 0 : 1]);
    after(durationMs + BEFORE_TALK_MS, () => keepTalking(sentence + 1));
  }

  function pressKey(): void {
    switch (kind) {
      case 'presses-one':
      case 'presses-one-and-leaves':
        events.pressed('1');
        after(BEFORE_TALK_MS, () => keepTalking(0));
        return;
      case 'presses-another-key':
        events.pressed('9');
        return;
      case 'hangs-up':
        hangUp();
        return;
      default:
    }
  }

  function pickUp(): void {
    events.answered(voice.audio);
    if (kind === 'voicemail') after(say(voicemailGreeting) + VOICEMAIL_RECORDS_MS, hangUp);
  }

  function heard({ text, durationMs }: Utterance): void {
    if (asked || !ASKS_FOR_KEY.test(text)) return;
    asked = true;
    after(durationMs + BEFORE_KEY_MS, pressKey);
  }

  after(0, () => events.ringing());
  after(kind === 'voicemail' ? VOICEMAIL_AFTER_MS : ANSWERS_AFTER_MS, pickUp);
  return { end, heard, heardBreakOff: () => {}, heardKey: () => {} };
}
