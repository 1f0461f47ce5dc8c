import { eq } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { recordings } from '../../../backend/db/schema/calls.ts';
import type { RecordingEvent } from '../../../backend/telephony/carrier-events.ts';
import { createHandoffBench, type HandoffBench } from '../../support/handoff-bench.ts';

describe('what is known of a recording', () => {
  let bench: HandoffBench;
  let began: RecordingEvent;

  beforeEach(() => {
    bench = createHandoffBench();
    began = {
      callId: bench.answeredCall(),
      recordingRef: 'RE1',
      state: 'in-progress',
      startedAt: bench.clock.now(),
      durationSeconds: null,
      channels: null,
    };
  });

  afterEach(() => bench[Symbol.dispose]());

  function stateAfter(...told: readonly RecordingEvent[]): string | undefined {
    for (const one of told) bench.stores.recordings.save(one);
    const row = bench.database.query.select().from(recordings).where(eq(recordings.carrierRef, 'RE1')).get();
    return row?.state;
  }

  it.each(['completed', 'absent'] as const)('is that it is %s, once that was told', (state) => {
    expect(stateAfter(began, { ...began, state })).toBe(state);
  });

  it.each(['completed', 'absent'] as const)('stays %s when its beginning is told late', (state) => {
    expect(stateAfter({ ...began, state }, began)).toBe(state);
  });
});
