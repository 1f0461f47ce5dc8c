import type { Pronunciation } from '../contract/speech.ts';
import type { AiInstruction, PlayedAudio, Reading } from '../telephony/carrier-events.ts';
import type { SpokenLanguage, TurnResult, Utterance } from './turn-result.ts';
import type { Callee, TurnSettings } from './turn-settings.ts';
import type { Unanswered } from './unanswered-words.ts';

/** What the AI's leg is told to do for the engine's answer. `leave` where it has nothing left to say. */
export function instructionFor(
  result: TurnResult,
  round: number,
  settings: Pick<TurnSettings, 'callee' | 'pronunciations' | 'audio'>,
): AiInstruction {
  const { callee, pronunciations } = settings;
  const { say, act } = result;
  switch (act.type) {
    case 'listen':
    case 'hold':
    case 'prepare':
      return {
        type: 'listen',
        round,
        say: say?.text ?? null,
        interruptible: say?.interruptible ?? true,
        silenceSeconds: act.listening.silenceSeconds,
        language: act.listening.language,
        hints: hintsFor(callee),
        readings: readingsIn(say, pronunciations),
        ...playedFor(say?.text ?? null, settings),
      };
    case 'press':
      return { type: 'press', round, digits: act.digits, silenceSeconds: act.listening.silenceSeconds };
    case 'connect':
    case 'end':
      if (say === null) return { type: 'leave' };
      return {
        type: 'say',
        round,
        say: say.text,
        language: say.language,
        readings: readingsIn(say, pronunciations),
        ...playedFor(say.text, settings),
      };
  }
}

/** Listens without a word, while the customer's telephone rings and in the first seconds after. */
export function listenQuietly(
  round: number,
  silenceSeconds: number,
  language: SpokenLanguage,
  callee: Callee,
): AiInstruction {
  return {
    type: 'listen',
    round,
    say: null,
    interruptible: true,
    silenceSeconds,
    language,
    hints: hintsFor(callee),
  };
}

/** What was said on a leg that broke, and listens as ever. */
export function sayAgain(
  { text, interruptible }: Unanswered,
  round: number,
  language: SpokenLanguage,
  settings: TurnSettings,
): AiInstruction {
  const say = { text, language, interruptible: interruptible && settings.bargeIn };
  return {
    type: 'listen',
    round,
    say: text,
    interruptible: say.interruptible,
    silenceSeconds: settings.silenceSeconds,
    language,
    hints: hintsFor(settings.callee),
    readings: readingsIn(say, settings.pronunciations),
    ...playedFor(text, settings),
  };
}

/** The sound file that says these very words: with other words around it a text is spoken, so that a reply has one voice. */
export function playedFor(
  say: string | null,
  { audio }: Pick<TurnSettings, 'audio'>,
): { readonly audio?: PlayedAudio } {
  const found = audio.find(({ says }) => says === say);
  return found === undefined ? {} : { audio: { file: found.file, milliseconds: found.milliseconds } };
}

/** Proper names that speech recognition would not guess. */
export function hintsFor(callee: Callee): readonly string[] {
  return [callee.company, callee.person, callee.department].filter((name) => name !== null);
}

/** Of the names that are said in Japanese. */
function readingsIn(say: Utterance | null, pronunciations: readonly Pronunciation[]): readonly Reading[] {
  if (say?.language !== 'ja-JP') return [];
  return pronunciations.flatMap(({ written, reading }) =>
    reading !== null && say.text.includes(written) ? [{ written, reading }] : [],
  );
}
