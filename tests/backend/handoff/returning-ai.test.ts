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

function aiHasFinished(callId: CallId): void {
  const leg = aiLeg(callId);
  const round = bench.stores.conversations.find(callId)?.round ?? 0;
  bench.database.transaction(() => bench.flow.carrierEvents.aiFinished(leg, round));
}

describe('a customer who waits for a human', () => {
  it('is asked for patience in the record, too, and whoever is asked reads what they said themselves', () => {
    bench.pass(1);
    const callId = bench.answeredCall();
    aiStarts(callId);
    customerSays(callId, 'はい、ミナト工業でございます');
    customerSays(callId, '担当の者と直接お話しできますか');
    aiHasFinished(callId);
    aiHasFinished(callId);

    const said = bench.stores.transcript.ofCall(callId).map(({ speaker, text }) => `${speaker}: ${text}`);
    expect(said.filter((turn) => turn.includes('もう少々お待ちください'))).toHaveLength(2);
    bench.database.transaction(() => bench.flow.offers.expire(bench.offerTo(suzuki).id));
    expect(bench.offerTo(suzuki).brief.lastTurns[0]).toMatchObject({ speaker: 'customer' });
  });

  it('hears that a human comes when one presses, and the record says so', () => {
    const callId = bench.answeredCall();
    bench.database.transaction(() => bench.flow.requests.press({ id: suzuki, role: 'agent' }, callId, desk));

    const announced = bench.commands(callId).find(({ type }) => type === 'announce');
    const last = bench.stores.transcript.ofCall(callId).at(-1);
    expect(announced).toMatchObject({ text: last?.text });
    expect(last).toMatchObject({ speaker: 'ai' });
  });
});

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
