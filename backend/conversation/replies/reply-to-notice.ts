import { unreachable } from '../../kernel/errors.ts';
import { callBack } from '../outcomes.ts';
import { inAnHour } from '../time/proposed-time.ts';
import type { Notice } from '../turn-input.ts';
import { end, stay } from './moves.ts';
import { askForMessage } from './reply-to-caller.ts';
import { timeFrame } from './reply-with-good-bye.ts';
import type { Move, Scene } from './scene.ts';

/** What the shell learned between two rounds. Only a failed handoff is the customer's business. */
export function replyToNotice(scene: Scene, notice: Notice): Move {
  const { state } = scene;
  switch (notice) {
    case 'handoff-failed':
      return apologise(scene);
    case 'standby-ready':
      return state.standby.is === 'none'
        ? stay(scene)
        : stay(scene, { standby: { is: 'ready', reason: state.standby.reason } });
    case 'standby-lost':
      return stay(scene, { standby: { is: 'none' } });
    case 'machine-detected':
      // Words that were heard tell more: after a preamble a person is rung, and what the carrier thinks of it must not hang up on them.
      return stay(scene, state.heardPerson || state.machine !== 'none' ? {} : { machine: 'suspected' });
    default:
      return unreachable(notice);
  }
}

/** Who has refused is promised no call. */
function apologise(scene: Scene): Move {
  const { position } = scene.state;
  const hasRefused = position.at === 'ended' && position.outcome.result === 'rejected';
  if (scene.settings.caller !== null && !hasRefused) {
    return askForMessage(scene, scene.settings.caller, ['inbound_apology']);
  }
  if (position.at === 'ended' && position.outcome.result === 'rejected') {
    return end(
      scene,
      position.outcome,
      position.outcome.reason === 'do-not-call' ? 'do_not_call' : 'rejection',
    );
  }
  const nextAction = callBack(inAnHour(timeFrame(scene)));
  return end(scene, { result: 'follow_up', reason: 'no-agent', nextAction }, 'handoff_failed');
}
