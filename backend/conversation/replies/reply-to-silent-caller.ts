import type { ConversationState } from '../conversation-state.ts';
import type { Caller } from '../turn-settings.ts';
import { LIMITS } from './limits.ts';
import { listen } from './moves.ts';
import { greetCaller } from './reply-to-caller.ts';
import { endUnheard } from './reply-to-callers-message.ts';
import type { Move, Scene } from './scene.ts';

/** Whether they were greeted, and somebody of ours may come: then silence is what it is in any call. */
export function isAwaitingWords({ introduced, message }: ConversationState): boolean {
  return introduced && message.is === 'none';
}

/** Who rings waits for the greeting; who was asked for a message may need a moment. */
export function replyToSilentCaller(scene: Scene, caller: Caller): Move {
  const { introduced, counts } = scene.state;
  if (!introduced) return greetCaller(scene, caller);
  return counts.silencesInARow < LIMITS.silencesInARow - 1
    ? listen(scene, ['inbound_ask_more'])
    : endUnheard(scene, caller);
}
