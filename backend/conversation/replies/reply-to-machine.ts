import { callBack, NOTHING_NEXT } from '../outcomes.ts';
import type { MachineKind, MenuChoice } from '../understanding/classification.ts';
import { keyFor } from '../understanding/machine-kind.ts';
import { listening } from './listening.ts';
import { end, stay } from './moves.ts';
import type { Move, Scene } from './scene.ts';

export function replyToMachine(scene: Scene, kind: MachineKind): Move {
  switch (kind.type) {
    case 'voicemail':
      return leave(scene);
    case 'ivr':
      return choose(scene, kind.choices);
    case 'preamble':
      return stay(scene, { machine: scene.state.machine === 'pressed' ? 'pressed' : 'preamble' });
    case 'out-of-service':
      return end(scene, { result: 'failed', reason: 'out-of-service', nextAction: NOTHING_NEXT });
  }
}

/** Hangs up on an answering machine. Where a message is to be left, its announcement is over only once it is silent. */
export function leave(scene: Scene): Move {
  return scene.settings.leaveVoicemail ? stay(scene, { machine: 'takes-messages' }) : end(scene, onVoicemail);
}

/** It has been silent for a whole round: it records. */
export function leaveMessage(scene: Scene): Move {
  return scene.settings.leaveVoicemail ? end(scene, onVoicemail, 'voicemail') : end(scene, onVoicemail);
}

const onVoicemail = { result: 'absent', reason: 'voicemail', nextAction: callBack(null) } as const;

/** A menu is tried once; one that leads to another menu is given up. */
function choose(scene: Scene, choices: readonly MenuChoice[]): Move {
  const { callee, conversation } = scene.settings;
  const key = keyFor(callee.department ?? conversation.calleeDepartment, choices);
  if (key === null || scene.state.machine === 'pressed') {
    return end(scene, { result: 'follow_up', reason: 'ivr', nextAction: callBack(null) });
  }
  const state = { ...scene.state, machine: 'pressed' } as const;
  return { state, say: null, act: { type: 'press', digits: key, listening: listening({ ...scene, state }) } };
}
