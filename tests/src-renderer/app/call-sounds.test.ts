import { describe, expect, it } from 'vitest';
import { agentIdSchema } from '../../../backend/contract/ids.ts';
import { callSounds } from '../../../src-renderer/app/call-sounds.ts';
import { idOf, sampleCall, sampleHandoff } from '../support/samples.ts';

const me = agentIdSchema.parse('misaki');
const talking = sampleCall(1, { status: 'human-connected', participants: [legOfAgent('misaki')] });

describe('callSounds', () => {
  it('tells that the agent and the customer are connected, once', () => {
    const before = sampleCall(1, { status: 'transferring', participants: [legOfAgent('misaki')] });

    expect(callSounds([before], [talking], me)).toEqual(['connected']);
    expect(callSounds([talking], [talking], me)).toEqual([]);
  });

  it('says nothing of a call that a colleague is connected with', () => {
    const theirs = sampleCall(1, { status: 'human-connected', participants: [legOfAgent('suzuki')] });

    expect(callSounds([sampleCall(1)], [theirs], me)).toEqual([]);
  });

  it('says nothing of how things stood when the console was opened', () => {
    expect(callSounds([], [talking], me)).toEqual([]);
  });

  it('tells that a handoff of the agent’s own call failed', () => {
    const offering = sampleCall(1, { handoff: sampleHandoff() });
    const failed = { ...offering, handoff: sampleHandoff({ status: 'failed' }) };
    const ofOthers = { ...failed, owner: null };

    expect(callSounds([offering], [failed], me)).toEqual(['error']);
    expect(callSounds([offering], [ofOthers], me)).toEqual([]);
  });
});

function legOfAgent(agentId: string): object {
  return {
    legId: idOf('leg', 1),
    kind: 'agent',
    agent: { id: agentId, name: '佐藤' },
    via: 'softphone',
    state: 'in-conference',
    mutedByUs: false,
    onHold: false,
    joinedAt: '2026-11-20T01:02:00.000Z',
    leftAt: null,
  };
}
