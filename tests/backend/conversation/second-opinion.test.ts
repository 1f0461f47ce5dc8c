import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CallId } from '../../../backend/contract/ids.ts';
import { type AskModel, createIntentAdviser } from '../../../backend/conversation/models/intent-adviser.ts';
import { createSecondOpinion } from '../../../backend/conversation/second-opinion.ts';
import { modelUses } from '../../../backend/db/schema/speech.ts';
import { turnSettings } from '../../support/conversation.ts';
import { createHandoffBench, type HandoffBench } from '../../support/handoff-bench.ts';

const babble = 'ぽぺぴ';

describe('a second opinion', () => {
  let bench: HandoffBench;
  let callId: CallId;

  beforeEach(() => {
    bench = createHandoffBench();
    callId = bench.answeredCall();
    bench.clock.pass(3);
    const leg = aiLeg();
    bench.database.transaction(() => {
      const first = bench.flow.carrierEvents.aiStarted(leg);
      if (first.type === 'listen') bench.flow.carrierEvents.aiHeard(leg, first.round, { type: 'silence' });
    });
  });

  afterEach(() => bench[Symbol.dispose]());

  function aiLeg() {
    return { callId, legId: bench.legOf(callId, 'ai').id, legRef: 'CA ai', at: bench.clock.now() };
  }

  function round(): number {
    return bench.stores.conversations.find(callId)?.round ?? 0;
  }

  function opinionOf(ask: AskModel, text: string, { inRound = round(), confidence = 0.9 } = {}) {
    const { clock, stores } = bench;
    const adviser = createIntentAdviser({ ask, clock, budgetMs: 50 });
    const consider = createSecondOpinion({ ...stores, settingsFor: () => turnSettings, adviser, clock });
    return consider(aiLeg(), inRound, { type: 'speech', text, confidence });
  }

  function uses() {
    return bench.database.query.select().from(modelUses).all();
  }

  const neverAsked: AskModel = () => {
    throw new Error('nobody was to be asked');
  };

  it('is asked for where ours would be a guess, and is recorded', async () => {
    const heard = await opinionOf(async () => 'absent', babble);

    expect(heard).toMatchObject({ text: babble, opinion: 'absent' });
    expect(uses()).toMatchObject([{ callId, outcome: 'answered', intent: 'absent' }]);
  });

  it('decides the turn', async () => {
    const heard = await opinionOf(async () => 'absent', babble);

    bench.database.transaction(() => bench.flow.carrierEvents.aiHeard(aiLeg(), round(), heard));

    expect(
      bench.stores.transcript.ofCall(callId).findLast(({ speaker }) => speaker === 'customer'),
    ).toMatchObject({ intent: 'absent' });
    expect(bench.stores.calls.find(callId)).toMatchObject({ result: 'absent' });
  });

  it.each(['結構です', 'どちら様でしょうか', 'あいにく外出しております'])(
    'is not asked for where we are sure: 「%s」',
    async (text) => {
      expect(await opinionOf(neverAsked, text)).not.toHaveProperty('opinion');
      expect(uses()).toEqual([]);
    },
  );

  it('is not asked for while they fetch somebody', async () => {
    const heard = { type: 'speech', text: '少々お待ちください', confidence: 0.9 } as const;
    bench.database.transaction(() => bench.flow.carrierEvents.aiHeard(aiLeg(), round(), heard));

    expect(await opinionOf(neverAsked, babble)).not.toHaveProperty('opinion');
    expect(uses()).toEqual([]);
  });

  it('is not asked for once the call is over', async () => {
    bench.ended(bench.legOf(callId, 'customer').id);

    expect(await opinionOf(neverAsked, babble)).not.toHaveProperty('opinion');
  });

  it('is asked for where likely words were heard poorly', async () => {
    const likely = 'ああそれはまあ';

    const heardWell = await opinionOf(neverAsked, likely);
    const heardPoorly = await opinionOf(async () => 'acknowledgement', likely, { confidence: 0.1 });

    expect(heardWell).not.toHaveProperty('opinion');
    expect(heardPoorly).toMatchObject({ opinion: 'acknowledgement' });
  });

  it('is asked for all that was said since the last answer', async () => {
    const at = bench.clock.now();
    bench.flow.carrierEvents.transcribed({
      callId,
      tracks: 'customer',
      track: 'customer',
      text: 'ぷにゅ',
      confidence: 0.9,
      ofHold: false,
      final: true,
      at,
    });
    let words = '';

    await opinionOf(async (question) => {
      words = question.words;
      return 'unknown';
    }, babble);

    expect(words).toBe(`ぷにゅ。${babble}`);
  });

  it('is not asked for in a round that is over', async () => {
    expect(await opinionOf(neverAsked, babble, { inRound: round() - 1 })).not.toHaveProperty('opinion');
  });

  it('is done without where the model does not answer in time, which is recorded as well', async () => {
    const heard = await opinionOf(() => new Promise<string>(() => undefined), babble);

    expect(heard).not.toHaveProperty('opinion');
    expect(uses()).toMatchObject([{ outcome: 'too-late', intent: null }]);
  });

  it('never says anything itself: a model that wants to make a promise is not heard', async () => {
    const heard = await opinionOf(async () => '明日の九時に必ずお伺いし、無料で差し上げます。', babble);

    expect(heard).toEqual({ type: 'speech', text: babble, confidence: 0.9 });
    expect(uses()).toMatchObject([{ outcome: 'invalid' }]);
  });
});
