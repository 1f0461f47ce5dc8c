import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { AgentId, CallId } from '../../../backend/contract/ids.ts';
import { createHandoffBench, type HandoffBench } from '../../support/handoff-bench.ts';

const holdWords = '恐れ入ります。そのまま少々お待ちくださいませ。';

describe('what the customer hears while a human has the call', () => {
  let bench: HandoffBench;
  let suzuki: AgentId;
  let callId: CallId;

  beforeEach(() => {
    bench = createHandoffBench();
    suzuki = bench.agent('suzuki');
    const desk = bench.connect(suzuki);
    callId = bench.answeredCall();
    bench.request(callId, 'connect');
    bench.accept(suzuki, desk);
    bench.joined(bench.legOf(callId, 'agent').id);
  });

  afterEach(() => bench[Symbol.dispose]());

  function hold(onHold: boolean): void {
    bench.database.transaction(() => bench.flow.hold({ id: suzuki, role: 'agent' }, callId, onHold));
  }

  function transcribed(text: string, ofHold = false): void {
    bench.database.transaction(() =>
      bench.flow.carrierEvents.transcribed({
        callId,
        tracks: 'both',
        track: 'others',
        text,
        confidence: 0.9,
        ofHold,
        final: true,
        at: bench.clock.now(),
      }),
    );
  }

  function said() {
    return bench.stores.transcript
      .ofCall(callId)
      .map(({ speaker, agentId, text }) => ({ speaker, agentId, text }));
  }

  function texts() {
    return said().map(({ text }) => text);
  }

  it('is not said by the agent where it is what we play on hold, though it is reported after the hold', () => {
    hold(true);
    bench.pass(2);
    transcribed('恐れ入ります。', true);
    hold(false);
    bench.pass(1);
    transcribed('そのまま少々お待ちくださいませ。', true);
    transcribed('お待たせいたしました。');

    expect(said().map(({ speaker }) => speaker)).toEqual(['ai', 'ai', 'agent']);
  });

  it('is said by the agent', () => {
    transcribed('お電話代わりました。');

    expect(said()).toEqual([{ speaker: 'agent', agentId: suzuki, text: 'お電話代わりました。' }]);
  });

  it('is not written down again when what the AI understood is reported by its transcription after the handoff', () => {
    const at = bench.clock.now();
    const said = { callId, speaker: 'customer', agentId: null, confidence: 0.9, at } as const;
    bench.stores.transcript.append({
      ...said,
      text: 'はい。お願いします。',
      intent: 'interested',
      stage: 'person',
    });
    bench.pass(2);

    for (const text of ['お願いします。', 'もしもし。']) {
      const late = { callId, tracks: 'customer', track: 'customer', confidence: 0.9 } as const;
      bench.flow.carrierEvents.transcribed({ ...late, text, ofHold: false, final: true, at });
    }

    expect(texts()).toEqual(['はい。お願いします。', 'もしもし。']);
  });

  it('is written down by one transcription when that of the AI’s part goes on', () => {
    bench.pass(4);
    const said = { callId, track: 'customer', text: 'もしもし。', confidence: 0.9, ofHold: false } as const;

    for (const tracks of ['customer', 'both'] as const) {
      bench.flow.carrierEvents.transcribed({ ...said, tracks, final: true, at: bench.clock.now() });
    }

    expect(texts()).toEqual(['もしもし。']);
  });

  it('stands where it was said, however late it is reported', () => {
    const before = bench.clock.now();
    bench.pass(5);
    transcribed('お電話代わりました。');

    const late = { callId, tracks: 'both', track: 'customer', confidence: 0.9, ofHold: false } as const;
    bench.flow.carrierEvents.transcribed({ ...late, text: 'はい、田中です。', final: true, at: before });

    expect(texts()).toEqual(['はい、田中です。', 'お電話代わりました。']);
    expect(bench.stores.transcript.lastOfCall(callId, 1)).toMatchObject([{ text: 'お電話代わりました。' }]);
  });

  it('is said by nobody in particular when two agents talk, whose voices the carrier mixes', () => {
    const tanaka = bench.agent('tanaka', 'agent', 9);
    const desk = bench.connect(tanaka, 2);
    const asker = { id: suzuki, role: 'agent' } as const;
    bench.pass(1);
    bench.database.transaction(() =>
      bench.flow.transfers.begin(asker, callId, { toAgentId: tanaka, mode: 'warm' }),
    );
    bench.accept(tanaka, desk);
    for (const leg of bench.stores.legs.presentOfAgent(tanaka)) bench.joined(leg.id);
    bench.database.transaction(() => bench.flow.transfers.settle(asker, callId, 'joined'));

    transcribed('田中も参りました。');

    expect(said()).toEqual([{ speaker: 'agent', agentId: null, text: '田中も参りました。' }]);
  });

  describe('said by the customer', () => {
    const words = '資料があれば、一度見てみたいですね。';

    function customerSays(final = true): void {
      bench.database.transaction(() =>
        bench.flow.carrierEvents.transcribed({
          callId,
          tracks: 'both',
          track: 'customer',
          text: words,
          confidence: 0.9,
          ofHold: false,
          final,
          at: bench.clock.now(),
        }),
      );
    }

    it('is kept when they say it on hold, while a colleague is asked for them', () => {
      const tanaka = bench.agent('tanaka', 'agent', 9);
      bench.connect(tanaka, 2);
      bench.database.transaction(() =>
        bench.flow.transfers.begin({ id: suzuki, role: 'agent' }, callId, {
          toAgentId: tanaka,
          mode: 'blind',
        }),
      );

      customerSays(false);
      customerSays();

      expect(bench.stores.calls.find(callId)?.status).toBe('transferring');
      expect(said()).toEqual([{ speaker: 'customer', agentId: null, text: words }]);
    });

    it('is kept when it is told after the end of the call', () => {
      bench.ended(bench.legOf(callId, 'customer').id);

      customerSays();

      expect(said()).toEqual([{ speaker: 'customer', agentId: null, text: words }]);
    });
  });

  it('is said by no agent while the customer is on hold', () => {
    hold(true);
    bench.pass(4);
    transcribed(holdWords);

    expect(said()).toEqual([{ speaker: 'ai', agentId: null, text: holdWords }]);
  });

  it('was said by the agent when it is transcribed just after the hold began, or after it ended', () => {
    hold(true);
    bench.pass(1);
    transcribed('少々お待ちください。');
    bench.pass(9);
    hold(false);
    bench.pass(1);
    transcribed('お待たせしました。');

    expect(said().map(({ speaker }) => speaker)).toEqual(['agent', 'agent']);
  });

  describe('after an announcement', () => {
    const text = 'はい。担当者におつなぎします。少々お待ちくださいませ。';

    beforeEach(() => {
      bench.stores.transcript.append({
        callId,
        speaker: 'ai',
        agentId: null,
        text,
        confidence: null,
        intent: null,
        stage: null,
        at: bench.clock.now(),
      });
      bench.pass(2);
    });

    it('is written down once when the transcription overhears it', () => {
      transcribed('少々お待ちくださいませ');

      expect(texts()).toEqual([text]);
    });

    it('is said by the agent, however short, although the announcement has the same words', () => {
      transcribed('はい。');

      expect(said().at(-1)).toEqual({ speaker: 'agent', agentId: suzuki, text: 'はい。' });
    });
  });
});
