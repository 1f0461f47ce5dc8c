import type { Intent } from '../../contract/vocabulary.ts';
import { type ConversationState, initialState, stageOf } from '../conversation-state.ts';
import { turn } from '../turn.ts';
import type { TurnInput } from '../turn-input.ts';
import type { TurnResult } from '../turn-result.ts';
import type { TurnSettings } from '../turn-settings.ts';
import { interpret } from '../understanding/interpret.ts';
import { understand } from '../understanding/understand.ts';
import type { Round } from './random-rounds.ts';

/** One turn of a call that was played. */
export interface Step {
  readonly before: ConversationState;
  readonly input: TurnInput;
  /** What the words alone are taken for, whatever was made of them; null without words, and once it is over. */
  readonly takenFor: Intent | null;
  readonly result: TurnResult;
  /** How long the engine took. */
  readonly ms: number;
}

/** Plays all rounds, also those after the end: whatever comes then must change nothing. */
export function playRounds(
  rounds: readonly Round[],
  { start, settings }: { readonly start: Date; readonly settings: TurnSettings },
): readonly Step[] {
  let before = initialState();
  let time = start.getTime();
  return rounds.map(({ happening, confidence, seconds }) => {
    // A notice comes in the middle of a round.
    time += happening.type === 'notice' ? 0 : seconds * 1_000;
    const at = new Date(time);
    const input: TurnInput =
      happening.type === 'speech' ? { ...happening, confidence, at } : { ...happening, at };
    const began = performance.now();
    const result = turn(before, input, settings);
    const ms = performance.now() - began;
    const step = { before, input, takenFor: takenFor(before, input, settings), result, ms };
    before = result.state;
    return step;
  });
}

export function isOver({ position }: ConversationState): boolean {
  return position.at === 'connecting' || position.at === 'ended';
}

function takenFor(state: ConversationState, input: TurnInput, { callee }: TurnSettings): Intent | null {
  if (isOver(state) || input.type !== 'speech' || input.text.trim() === '') return null;
  const context = { stage: stageOf(state), person: callee.person, language: state.language };
  return understand(interpret(input.text, context).classification, input.confidence).intent;
}
