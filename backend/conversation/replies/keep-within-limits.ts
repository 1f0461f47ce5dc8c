import { callBack } from '../outcomes.ts';
import { LIMITS } from './limits.ts';
import { connect, end, prepare, stay } from './moves.ts';
import type { Move, Scene } from './scene.ts';

/** Turns a reply that would go round in circles into a human or a good-bye. `scene` is what the reply was decided from. */
export function keepWithinLimits(scene: Scene, move: Move): Move {
  const counted = countProgress(scene, move);
  if (counted.act.type === 'connect' || counted.act.type === 'end') return counted;
  if (counted.state.position.at === 'holding') return counted;
  const { turns, turnsWithoutProgress } = counted.state.counts;
  if (turns >= LIMITS.turns) return finishPolitely({ ...scene, state: counted.state });
  if (turnsWithoutProgress >= LIMITS.turnsWithoutProgress && counted.state.standby.is === 'none') {
    return proposeHuman(scene, counted);
  }
  return varied(scene, counted);
}

function countProgress(scene: Scene, move: Move): Move {
  const { position, pitch } = scene.state;
  const progressed = move.state.position.at !== position.at || move.state.pitch !== pitch;
  const turnsWithoutProgress = progressed ? 0 : move.state.counts.turnsWithoutProgress + 1;
  return {
    ...move,
    state: { ...move.state, counts: { ...move.state.counts, turnsWithoutProgress } },
  };
}

function finishPolitely(scene: Scene): Move {
  const { standby } = scene.state;
  if (standby.is === 'ready') return connect(scene, standby.reason, 'connecting_apology');
  const outcome = { result: 'follow_up', reason: 'closing', nextAction: callBack(null) } as const;
  return end(scene, outcome, 'closing');
}

/** The reply stands; a human is fetched besides. */
function proposeHuman(scene: Scene, move: Move): Move {
  const prepared = prepare({ ...scene, state: move.state }, 'no-progress', []);
  return { ...prepared, say: move.say };
}

/** An agent's own templates may be alike: rather a human than the same sentence for a third time. */
function varied(scene: Scene, move: Move): Move {
  const { lastSaid } = scene.state;
  const text = move.say?.text;
  if (lastSaid.length < 2 || !lastSaid.every((said) => said === text)) return move;
  const wayOut = prepare({ ...scene, state: move.state }, 'no-progress', ['unclear_prepare'], {
    question: 'human-is-coming',
  });
  return wayOut.say?.text === text ? stay({ ...scene, state: move.state }) : wayOut;
}
