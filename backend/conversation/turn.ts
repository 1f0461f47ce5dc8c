import type { ConversationState } from './conversation-state.ts';
import { hearSpeech, type SpeechInput } from './hear-speech.ts';
import { rememberSilence, rememberSpeech } from './memory.ts';
import { keepWithinLimits } from './replies/keep-within-limits.ts';
import { replyToNotice } from './replies/reply-to-notice.ts';
import { replyToSilence } from './replies/reply-to-silence.ts';
import { replyToSpeech } from './replies/reply-to-speech.ts';
import type { Move, Scene } from './replies/scene.ts';
import { remember } from './replies/speaking.ts';
import type { TurnInput } from './turn-input.ts';
import type { TurnResult } from './turn-result.ts';
import type { TurnSettings } from './turn-settings.ts';
import type { Classification } from './understanding/classification.ts';

/** Decides what the AI says and does next. Pure: no clock, no I/O, no randomness. */
export function turn(state: ConversationState, input: TurnInput, settings: TurnSettings): TurnResult {
  const over = whenOver(state, input);
  if (over !== null) return over;
  const scene: Scene = { state, settings, at: input.at };
  switch (input.type) {
    case 'speech':
      return input.text.trim() === '' ? hearNothing(scene) : hear(scene, input);
    // A person who presses keys has not said anything either.
    case 'keys':
    case 'silence':
      return hearNothing(scene);
    case 'notice':
      return finish(replyToNotice(scene, input.notice), null);
  }
}

/**
 * A conversation that is over stays over: a late turn repeats its last act without a word. Only who comes back to a customer whom a human
 * had taken over has something to say again, although the human came into the AI's good-bye.
 */
function whenOver(state: ConversationState, input: TurnInput): TurnResult | null {
  const { position } = state;
  if (input.type === 'notice' && input.notice === 'handoff-failed') return null;
  if (position.at === 'ended') {
    return { state, say: null, act: { type: 'end', ...position.outcome }, classification: null };
  }
  if (position.at !== 'connecting') return null;
  return { state, say: null, act: { type: 'connect', reason: position.reason }, classification: null };
}

function hear(scene: Scene, input: SpeechInput): TurnResult {
  const speech = hearSpeech(scene.state, input, scene.settings);
  const heard = rememberSpeech(scene, speech);
  return finish(keepWithinLimits(heard, replyToSpeech(heard, speech)), speech.takenFor);
}

function hearNothing(scene: Scene): TurnResult {
  const heard = rememberSilence(scene);
  return finish(keepWithinLimits(heard, replyToSilence(heard)), null);
}

function finish(move: Move, classification: Classification | null): TurnResult {
  return { ...move, state: remember(move.state, move.say), classification };
}
