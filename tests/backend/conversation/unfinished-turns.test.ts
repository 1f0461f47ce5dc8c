import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CallId } from '../../../backend/contract/ids.ts';
import type { AiInstruction } from '../../../backend/telephony/carrier-events.ts';
import { createHandoffBench, type HandoffBench } from '../../support/handoff-bench.ts';

const refusal = '申し訳ございませんが、営業のお電話はお断りしております';

describe('what a customer says and nobody answers any more', () => {
  let bench: HandoffBench;
  let callId: CallId;

  beforeEach(() => {
    bench = createHandoffBench();
    callId = bench.answeredCall();
    bench.clock.pass(3);
    const first = roundOf(told((leg) => bench.flow.carrierEvents.aiStarted(leg)));
    // A silence: the AI introduces itself.
    told((leg) => bench.flow.carrierEvents.aiHeard(leg, first, { type: 'silence' }));
  });

  afterEach(() => bench[Symbol.dispose]());

  function told(tell: (leg: ReturnType<typeof aiLeg>) => AiInstruction): AiInstruction {
    bench.clock.pass(1);
    return bench.database.transaction(() => tell(aiLeg()));
  }

  function aiLeg() {
    return { callId, legId: bench.legOf(callId, 'ai').id, legRef: 'CA ai', at: bench.clock.now() };
  }

  function roundOf(instruction: AiInstruction): number {
    if (instruction.type !== 'listen') throw new Error(`the AI is told to ${instruction.type}`);
    return instruction.round;
  }

  function currentRound(): number {
    return bench.stores.conversations.find(callId)?.round ?? 0;
  }

  function guess(text: string, round = currentRound()): void {
    bench.flow.carrierEvents.partialHeard(callId, text, round);
  }

  function transcribe(text: string, final: boolean, track: 'customer' | 'others' = 'customer'): void {
    const { now } = bench.clock;
    bench.flow.carrierEvents.transcribed({
      callId,
      tracks: 'customer',
      track,
      text,
      confidence: null,
      ofHold: false,
      final,
      at: now(),
    });
  }

  function hear(text: string, round = currentRound()): AiInstruction {
    const heard = { type: 'speech', text, confidence: 0.9 } as const;
    return told((leg) => bench.flow.carrierEvents.aiHeard(leg, round, heard));
  }

  function hangUp(): void {
    bench.ended(bench.legOf(callId, 'customer').id);
  }

  function customerTurns() {
    return bench.stores.transcript.ofCall(callId).filter(({ speaker }) => speaker === 'customer');
  }

  function call() {
    return bench.stores.calls.find(callId);
  }

  it('becomes a turn when they hang up in the middle of it, with its intent and its result', () => {
    guess('申し訳ございませんが');
    guess(refusal);

    hangUp();

    expect(customerTurns()).toMatchObject([{ text: refusal, intent: 'rejection', confidence: null }]);
    expect(call()).toMatchObject({ status: 'completed', result: 'rejected', resultReason: 'rejection' });
  });

  it('is not answered', () => {
    const before = bench.stores.transcript.ofCall(callId).length;
    guess(refusal);

    hangUp();

    expect(bench.stores.transcript.ofCall(callId)).toHaveLength(before + 1);
  });

  it('becomes a turn, too, when an agent ends the call over it', () => {
    guess('もう二度と電話しないでください');

    bench.database.transaction(() => bench.flow.ending.end(callId, { type: 'ended-by-agent' }));

    expect(call()).toMatchObject({ result: 'rejected', resultReason: 'do-not-call' });
  });

  it('is heard while the opening is said whole, by the transcription', () => {
    transcribe('もう二度と電話しないで', false);
    transcribe('もう二度と電話しないでください。', true);
    transcribe('お世話になっております', true, 'others');

    hangUp();

    expect(customerTurns()).toMatchObject([
      { text: 'もう二度と電話しないでください。', intent: 'do_not_call' },
    ]);
    expect(call()).toMatchObject({ result: 'rejected', resultReason: 'do-not-call' });
  });

  it('is part of the next answer when they stay', () => {
    transcribe('いえ、営業のお電話はお断りしております。', true);

    hear('失礼します');

    expect(customerTurns()).toMatchObject([
      { text: 'いえ、営業のお電話はお断りしております。失礼します', intent: 'rejection' },
    ]);
  });

  it('is an answer although the round that followed was silent', () => {
    transcribe('担当の者は本日外出しております。', true);

    told((leg) => bench.flow.carrierEvents.aiHeard(leg, currentRound(), { type: 'silence' }));

    expect(customerTurns()).toMatchObject([{ intent: 'absent', confidence: null }]);
  });

  it.each([
    ['guessed', () => guess('二度とかけてこないでください')],
    ['transcribed', () => transcribe('二度とかけてこないでください', false)],
  ])('is not lost when the leg that heard it breaks (%s), and they hang up', (_how, said) => {
    said();
    told((leg) => bench.flow.carrierEvents.aiStarted(leg));

    hangUp();

    expect(customerTurns()).toMatchObject([
      { text: '二度とかけてこないでください', intent: 'do_not_call', confidence: null },
    ]);
    expect(call()).toMatchObject({ result: 'rejected', resultReason: 'do-not-call' });
  });

  it('is part of the next answer when the leg that heard it breaks, and they stay', () => {
    guess('営業のお電話はお断りして');
    told((leg) => bench.flow.carrierEvents.aiStarted(leg));

    guess('失礼し');
    hear('失礼します');

    expect(customerTurns()).toMatchObject([
      { text: '営業のお電話はお断りして。失礼します', intent: 'rejection' },
    ]);
  });

  it('is answered when the leg that heard it breaks, and they wait', () => {
    guess('担当の者は本日外出しております');
    const round = roundOf(told((leg) => bench.flow.carrierEvents.aiStarted(leg)));

    told((leg) => bench.flow.carrierEvents.aiHeard(leg, round, { type: 'silence' }));

    expect(customerTurns()).toMatchObject([{ intent: 'absent' }]);
  });

  it('is not heard twice when the transcription is late with what was answered', () => {
    hear('どちら様でしょうか');
    transcribe('どちら様でしょうか。', true);

    hangUp();

    expect(customerTurns()).toHaveLength(1);
  });

  it('is put right by the result of the same round, however late and however often it comes', () => {
    const round = currentRound();
    guess('申し訳ございませんが');
    hangUp();

    const late = [hear(refusal, round), hear(refusal, round)];

    expect(late).toEqual([{ type: 'leave' }, { type: 'leave' }]);
    expect(customerTurns()).toMatchObject([{ text: refusal, intent: 'rejection', confidence: 0.9 }]);
    expect(call()).toMatchObject({ result: 'rejected', resultReason: 'rejection' });
  });

  it('becomes a turn after the end when nothing had been heard of it before', () => {
    const round = currentRound();
    hangUp();
    const without = call()?.result;

    hear(refusal, round);

    expect(without).toBe('failed');
    expect(customerTurns()).toHaveLength(1);
    expect(call()).toMatchObject({ result: 'rejected' });
  });

  it('changes nothing that a person has decided', () => {
    const round = currentRound();
    hangUp();
    const decided = { result: 'absent', resultReason: 'decided-by-agent', note: 'かけ直す' } as const;
    bench.stores.calls.update(callId, { ...decided, resultConfirmedBy: bench.agent('suzuki') });

    hear(refusal, round);

    expect(customerTurns()).toHaveLength(1);
    expect(call()).toMatchObject(decided);
  });

  it('ignores guesses at a round that is over', () => {
    const round = currentRound();
    hear('どちら様でしょうか');
    guess(refusal, round);

    hangUp();

    expect(customerTurns()).toMatchObject([{ text: 'どちら様でしょうか' }]);
  });

  it('survives a restart in between', () => {
    guess(refusal);

    const stored = bench.stores.conversations.find(callId)?.hearing;

    expect(stored).toMatchObject({ guess: refusal, at: bench.clock.now() });
  });

  it('is left to the human once a human has the call', () => {
    const suzuki = bench.agent('suzuki');
    const clientId = bench.connect(suzuki);
    guess(refusal);
    bench.database.transaction(() =>
      bench.flow.requests.press({ id: suzuki, role: 'agent' }, callId, clientId),
    );
    bench.joined(bench.legOf(callId, 'agent').id);

    hangUp();

    expect(call()).toMatchObject({ result: 'follow_up', resultReason: 'hung-up' });
  });
});
