import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createFollowedResult } from '../../../backend/calls/followed-result.ts';
import type { CallId } from '../../../backend/contract/ids.ts';
import { createHandoffBench, type HandoffBench } from '../../support/handoff-bench.ts';

describe('the result of a call', () => {
  let bench: HandoffBench;
  let callId: CallId;
  let followed: string[];

  beforeEach(() => {
    bench = createHandoffBench();
    callId = bench.answeredCall();
    followed = [];
    bench.flow.notices.subscribe(
      createFollowedResult({
        ...bench.stores,
        onDraft: (call) => followed.push(`draft ${call.id}`),
        onStanding: (call, recordedBy) => followed.push(`standing ${call.id} ${recordedBy}`),
      }),
    );
  });

  afterEach(() => bench[Symbol.dispose]());

  it('stands at the end of a call on which only the AI talked', () => {
    bench.ended(bench.legOf(callId, 'customer').id);

    expect(followed).toEqual([`standing ${callId} null`]);
  });

  it('is nobody’s where the call was held back before it was dialled', () => {
    bench.database.transaction(() =>
      bench.flow.ending.end(callId, { type: 'not-dialled', reason: 'outside-calling-hours' }),
    );

    expect(followed).toEqual([]);
  });

  it('is a draft where a human talked with the customer', () => {
    const suzuki = bench.agent('suzuki');
    const desk = bench.connect(suzuki);
    bench.database.transaction(() => bench.flow.requests.press({ id: suzuki, role: 'agent' }, callId, desk));
    bench.joined(bench.legOf(callId, 'agent').id);

    bench.ended(bench.legOf(callId, 'customer').id);

    expect(followed.at(-1)).toBe(`draft ${callId}`);
  });
});
