import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CallId } from '../../../backend/contract/ids.ts';
import { createModelUseStore } from '../../../backend/conversation/model-use-store.ts';
import { modelUses } from '../../../backend/db/schema/speech.ts';
import { createHandoffBench, type HandoffBench } from '../../support/handoff-bench.ts';

describe('the uses of a model', () => {
  let bench: HandoffBench;
  let callId: CallId;

  beforeEach(() => {
    bench = createHandoffBench();
    callId = bench.answeredCall();
  });

  afterEach(() => bench[Symbol.dispose]());

  it('are kept one by one, also of the same round', () => {
    const store = createModelUseStore(bench.database);
    const askedAt = bench.clock.now();
    const answered = { callId, round: 3, outcome: 'answered', intent: 'absent', milliseconds: 240 } as const;
    const late = { callId, round: 3, outcome: 'too-late', intent: null, milliseconds: 800 } as const;

    store.add({ ...answered, askedAt });
    store.add({ ...late, askedAt });

    expect(bench.database.query.select().from(modelUses).all()).toEqual([
      { id: 1, ...answered, askedAt },
      { id: 2, ...late, askedAt },
    ]);
  });

  it('hold nothing of what was said, nor whose number it was', () => {
    expect(Object.keys(modelUses).filter((name) => name !== 'enableRLS')).toEqual([
      'id',
      'callId',
      'round',
      'outcome',
      'intent',
      'milliseconds',
      'askedAt',
    ]);
  });
});
