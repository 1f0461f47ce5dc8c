import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CallId } from '../../../backend/contract/ids.ts';
import { createHandoffBench, type HandoffBench } from '../../support/handoff-bench.ts';

let bench: HandoffBench;

beforeEach(() => {
  bench = createHandoffBench();
});

afterEach(() => bench[Symbol.dispose]());

function callSaying(text: string): CallId {
  const callId = bench.answeredCall();
  const said = { speaker: 'customer', agentId: null, confidence: 0.9, intent: null, stage: null } as const;
  bench.stores.transcript.append({ ...said, callId, text, at: bench.clock.now() });
  return callId;
}

describe('openCallsSaying', () => {
  it('finds words in the calls that are not over, however they are written, each call once', () => {
    const callId = callSaying('お見積もりの件、ミツモリですね。');
    callSaying('少々お待ちください。');
    const over = callSaying('見積もりは結構です。');
    bench.ended(bench.legOf(over, 'customer').id);

    const found = ['見積もり', 'みつもり', '在庫', '件'].map((words) =>
      bench.stores.transcript.openCallsSaying(words),
    );

    expect(found).toEqual([[callId], [callId], [], [callId]]);
  });

  it('finds nothing while there is no call', () => {
    expect(bench.stores.transcript.openCallsSaying('見積もり')).toEqual([]);
  });
});
