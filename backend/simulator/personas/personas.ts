import type { Introductions } from './introductions.ts';
import { type PersonaId, personaIds } from './numbers.ts';
import type { Persona, PersonaLine, Script } from './persona.ts';
import * as receptions from './receptions.ts';

const LOWEST_PITCH_HZ = 440;
const PITCH_STEP_HZ = 20;

const lines: Readonly<Record<PersonaId, PersonaLine>> = {
  'puts-through': answers(receptions.putsThrough),
  absent: answers(receptions.absent),
  refuses: answers(receptions.refuses),
  'asks-who': answers(receptions.asksWho),
  'asks-what': answers(receptions.asksWhat),
  'asks-appointment': answers(receptions.asksAppointment),
  'asks-machine': answers(receptions.asksMachine),
  'web-form': answers(receptions.webForm),
  'call-back-at-three': answers(receptions.callBackAtThree),
  'long-hold': answers(receptions.longHold),
  voicemail: answers(
    () => ({
      type: 'voicemail',
      greeting:
        'お電話ありがとうございます。ただいま電話に出ることができません。ピーという発信音のあとに、お名前とご用件をお話しください。',
      recordsMs: 30_000,
    }),
    8_000,
  ),
  ivr: answers((introductions) => ({
    type: 'menu',
    prompt: `${introductions.recording}担当者とお話しになる方は1を、資料をご希望の方は2を押してください。`,
    key: '1',
    reception: receptions.behindMenu(introductions),
  })),
  'wrong-number': answers(receptions.wrongNumber),
  silent: answers(() => ({ type: 'wordless', hangsUpAfterMs: 120_000 })),
  rambling: answers(receptions.rambling),
  'hangs-up-early': answers(() => ({ type: 'wordless', hangsUpAfterMs: 1_500 })),
  'busy-line': { type: 'busy' },
  'no-answer': { type: 'nobody' },
  'invalid-number': { type: 'no-such-number' },
  'person-answers': answers(receptions.personAnswers),
  'forbids-calls': answers(receptions.forbidsCalls),
  'speaks-english': answers(receptions.speaksEnglish),
  'asks-for-human': answers(receptions.asksForHuman),
};

export function personaOf(id: PersonaId): Persona {
  return { id, line: lines[id], pitchHz: LOWEST_PITCH_HZ + personaIds.indexOf(id) * PITCH_STEP_HZ };
}

function answers(script: (introductions: Introductions) => Script, afterMs = 3_000): PersonaLine {
  return { type: 'answers', afterMs, script };
}
