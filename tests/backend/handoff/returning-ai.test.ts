import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { AgentId, CallId, ClientId } from '../../../backend/contract/ids.ts';
import type { AiInstruction, AiLeg } from '../../../backend/telephony/carrier-events.ts';
import { createHandoffBench, type HandoffBench } from '../../support/handoff-bench.ts';

let bench: HandoffBench;
let suzuki: AgentId;
let desk: ClientId;

beforeEach(() => {
  bench = createHandoffBench();
  suzuki = bench.agent('suzuki');
  desk = bench.connect(suzuki);
});

afterEach(() => bench[Symbol.dispose]());

function aiLeg(callId: CallId): AiLeg {
  bench.clock.pass(3);
  const { id: legId, carrierRef } = bench.legOf(callId, 'ai');
  return { callId, legId, legRef: carrierRef ?? 'CA ai', at: bench.clock.now() };
}

function aiStarts(callId: CallId): AiInstruction {
  return bench.database.transaction(() => bench.flow.carrierEvents.aiStarted(aiLeg(callId)));
}

function customerSays(callId: CallId, text: string): AiInstruction {
  const round = bench.stores.conversations.find(callId)?.round ?? 0;
  const heard = { type: 'speech', text, confidence: 0.9 } as const;
  return bench.database.transaction(() => bench.flow.carrierEvents.aiHeard(aiLeg(callId), round, heard));
}

/** Suzuki presses while the AI says good-bye, talks, and is gone with the line. */
function lostAfterGoodBye(answer: string): CallId {
  const callId = bench.answeredCall();
  aiStarts(callId);
  customerSays(callId, 'はい、ミナト工業でございます');
  customerSays(callId, answer);
  bench.database.transaction(() => bench.flow.requests.press({ id: suzuki, role: 'agent' }, callId, desk));
  bench.joined(bench.legOf(callId, 'agent').id);
  bench.pass(60);
  bench.team.connections.signedOut(suzuki, desk);
  bench.ended(bench.legOf(callId, 'agent').id);
  return callId;
}

describe('the AI that comes back after a human took the floor from its good-bye', () => {
  it('apologises and arranges another call', () => {
    const callId = lostAfterGoodBye('申し訳ございません、田中は本日お休みをいただいております');

    const instruction = aiStarts(callId);

    expect(instruction).toMatchObject({ say: expect.stringContaining('担当者の手がふさがって') });
    expect(bench.stores.calls.find(callId)).toMatchObject({
      endedAt: null,
      result: 'follow_up',
      resultReason: 'no-agent',
      nextAction: { kind: 'call-back' },
    });
  });
});
