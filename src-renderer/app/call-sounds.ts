import type { CallSession } from '../../backend/contract/calls.ts';
import type { AgentId } from '../../backend/contract/ids.ts';
import { concerns, legOf } from '../platform/call-state.ts';
import type { SoundName } from '../platform/sounds.ts';

/** What an agent is told by ear when the calls have changed. */
export function callSounds(
  before: readonly CallSession[],
  after: readonly CallSession[],
  me: AgentId,
): readonly SoundName[] {
  const known = new Map(before.map((call) => [call.id, call]));
  return after.flatMap((call) => {
    const was = known.get(call.id);
    return was === undefined || was === call ? [] : soundsOfChange(was, call, me);
  });
}

function soundsOfChange(was: CallSession, call: CallSession, me: AgentId): readonly SoundName[] {
  if (talks(call, me) && !talks(was, me)) return ['connected'];
  const failed = call.handoff?.status === 'failed' && was.handoff?.status !== 'failed';
  return failed && concerns(call, me) ? ['error'] : [];
}

function talks(call: CallSession, me: AgentId): boolean {
  return call.status === 'human-connected' && legOf(call, me) !== null;
}
