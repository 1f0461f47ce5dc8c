import { CALLBACK_BY_THEM, callBack } from '../outcomes.ts';
import { inAnHour } from '../time/proposed-time.ts';
import { parseSpokenTime } from '../time/spoken-time.ts';
import type { Caller } from '../turn-settings.ts';
import { promisesToCall } from '../understanding/callback-side.ts';
import { end } from './moves.ts';
import { timeFrame } from './reply-with-good-bye.ts';
import { saysTheyReturnCall } from './returns-call.ts';
import type { Move, Said, Scene } from './scene.ts';

/** Nobody listens to more of it. */
const LONGEST_MESSAGE = 500;

/** What they say is passed on, and somebody calls them: at the time that they name, else soon. */
export function takeMessage(scene: Scene, { text }: Pick<Said, 'text'>, caller: Caller): Move {
  const kept = withWords(scene, text);
  const at = wantedTime(scene, text) ?? inAnHour(timeFrame(scene));
  const outcome = { result: 'follow_up', reason: 'message' } as const;
  return caller.showsNumber
    ? end(kept, { ...outcome, nextAction: callBack(at) }, 'inbound_message_taken')
    : end(kept, { ...outcome, nextAction: callBack(null) }, 'inbound_message_kept');
}

/** They name a time for another call, or say that they will call themselves. */
export function agreeOnTime(scene: Scene, said: Said, caller: Caller): Move {
  if (promisesToCall(said.text)) return end(scene, CALLBACK_BY_THEM, 'callback_by_them');
  const time = wantedTime(scene, said.text);
  if (time === null || !caller.showsNumber) return takeMessage(scene, said, caller);
  const outcome = { result: 'follow_up', reason: 'callback', nextAction: callBack(time) } as const;
  return end(withWords(scene, said.text), outcome, 'callback_until');
}

/** They say nothing any more: what they have said is passed on, and if that is nothing, that they called. */
export function endUnheard(scene: Scene, caller: Caller): Move {
  const { message } = scene.state;
  if (message.is === 'asked' && message.words !== '') return takeMessage(scene, { text: '' }, caller);
  const at = caller.showsNumber ? inAnHour(timeFrame(scene)) : null;
  const outcome = { result: 'follow_up', reason: 'no-agent', nextAction: callBack(at) } as const;
  return end(scene, outcome, 'silence_closing');
}

/** When they want to be called. */
function wantedTime(scene: Scene, text: string): Date | null {
  return saysTheyReturnCall(text) ? null : parseSpokenTime(text, timeFrame(scene));
}

function withWords(scene: Scene, text: string): Scene {
  const { message } = scene.state;
  const before = message.is === 'asked' ? message.words : '';
  const words = `${before}${text}`.slice(0, LONGEST_MESSAGE);
  return { ...scene, state: { ...scene.state, message: { is: 'asked', words } } };
}
