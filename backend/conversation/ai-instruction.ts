import type { AiInstruction } from '../telephony/carrier-events.ts';
import type { TurnResult } from './turn-result.ts';
import type { Callee } from './turn-settings.ts';

/** What the AI's leg is told to do for the engine's answer. `leave` where it has nothing left to say. */
export function instructionFor(result: TurnResult, round: number, callee: Callee): AiInstruction {
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
      };
    case 'press':
      return { type: 'press', round, digits: act.digits, silenceSeconds: act.listening.silenceSeconds };
    case 'connect':
    case 'end':
      return say === null ? { type: 'leave' } : { type: 'say', round, say: say.text, language: say.language };
  }
}

/** Listens without a word, while the customer's telephone rings and in the first seconds after. */
export function listenQuietly(round: number, silenceSeconds: number, callee: Callee): AiInstruction {
  return {
    type: 'listen',
    round,
    say: null,
    interruptible: true,
    silenceSeconds,
    language: 'ja-JP',
    hints: hintsFor(callee),
  };
}

/** Proper names that speech recognition would not guess. */
function hintsFor(callee: Callee): readonly string[] {
  return [callee.company, callee.person, callee.department].filter((name) => name !== null);
}
