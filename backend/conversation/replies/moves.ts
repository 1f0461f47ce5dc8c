import type { HandoffReason } from '../../contract/handoffs.ts';
import type { ConversationState } from '../conversation-state.ts';
import type { TemplateKey } from '../templates.ts';
import type { Outcome } from '../turn-result.ts';
import { countAsked } from './asking.ts';
import { listening } from './listening.ts';
import type { Move, Scene } from './scene.ts';
import { utter } from './speaking.ts';

type Changes = Partial<ConversationState>;

/** Says it and listens; in `holding`, stays on hold. */
export function listen(scene: Scene, keys: readonly TemplateKey[], changes: Changes = {}): Move {
  const state = { ...scene.state, ...changes, asked: countAsked(scene.state.asked, keys) };
  return {
    state,
    say: utter({ ...scene, state }, keys),
    act: { type: 'listen', listening: listening({ ...scene, state }) },
  };
}

/** Says nothing and goes on listening. */
export function stay(scene: Scene, changes: Changes = {}): Move {
  const state = { ...scene.state, ...changes };
  const type = state.position.at === 'holding' ? 'hold' : 'listen';
  return { state, say: null, act: { type, listening: listening({ ...scene, state }) } };
}

/** Answers somebody who came back for a question while they are fetching the person; without a word where it was said twice in a row. */
export function holdOn(scene: Scene, keys: readonly TemplateKey[]): Move {
  const { state } = scene;
  const say = utter(scene, keys);
  if (state.lastSaid.length === 2 && state.lastSaid.every((said) => said === say.text)) return stay(scene);
  return { state, say, act: { type: 'hold', listening: listening(scene) } };
}

/** Asks for an agent on standby and listens meanwhile. */
export function prepare(
  scene: Scene,
  reason: HandoffReason,
  keys: readonly TemplateKey[],
  changes: Changes = {},
): Move {
  const standby =
    scene.state.standby.is === 'none' ? ({ is: 'asked', reason } as const) : scene.state.standby;
  const state = { ...scene.state, standby, ...changes, asked: countAsked(scene.state.asked, keys) };
  return {
    state,
    say: utter({ ...scene, state }, keys),
    act: { type: 'prepare', reason, listening: listening({ ...scene, state }) },
  };
}

/** Announces the human and hands over. */
export function connect(scene: Scene, reason: HandoffReason, key: TemplateKey): Move {
  return {
    state: { ...scene.state, position: { at: 'connecting', reason } },
    say: utter(scene, [key]),
    act: { type: 'connect', reason },
  };
}

/** How the call is to end, and the holiday that was named instead of the time that is promised. */
interface Proposed extends Outcome {
  readonly insteadOf?: Date | null;
}

/** Says good-bye, or without texts nothing, and hangs up. A time that the outcome names is said: one at which we may call. */
export function end(
  scene: Scene,
  { insteadOf = null, ...proposed }: Proposed,
  ...keys: readonly TemplateKey[]
): Move {
  const { kind, at: wanted } = proposed.nextAction;
  const at = wanted === null ? null : scene.settings.callableFrom(new Date(wanted));
  const outcome = { ...proposed, nextAction: { kind, at: at === null ? null : at.toISOString() } };
  return {
    state: { ...scene.state, position: { at: 'ended', outcome } },
    say: keys.length === 0 ? null : utter(scene, keys, at === null ? null : { at, insteadOf }),
    act: { type: 'end', ...outcome },
  };
}
