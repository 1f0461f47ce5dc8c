import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { stateOfRecording } from '../../../backend/calls/recording-state.ts';
import type { AgentId } from '../../../backend/contract/ids.ts';
import type { RecordingNow } from '../../../backend/telephony/recording-line.ts';
import { createKeeperBench, type KeeperBench } from '../../support/keeper-bench.ts';
import { eventually } from '../../support/patience.ts';

describe('a recording of which nobody knows whether it is paused', () => {
  let bench: KeeperBench;
  let atCarrier: RecordingNow;
  let looks: number;
  let by: AgentId;

  beforeEach(async () => {
    bench = await createKeeperBench();
    by = bench.agent('suzuki');
    atCarrier = 'unknown';
    looks = 0;
    await bench.restart({
      recordingNow: async () => {
        looks += 1;
        return atCarrier;
      },
    });
    found('unknown', by);
  });

  afterEach(() => bench[Symbol.asyncDispose]());

  function found(state: RecordingNow, who: AgentId | null): void {
    bench.database.transaction(() => bench.flow.recordingCourse.foundPause(row(), state, who));
  }

  function row() {
    const recording = bench.recording();
    if (recording === null) throw new Error('there is no recording');
    return recording;
  }

  const state = (): string => stateOfRecording(row());

  it('is shown as such, and not as what it was before', () => {
    expect(state()).toBe('unsure');
    expect(bench.auditedActions()).toEqual([]);
  });

  it('is looked up until the carrier tells', async () => {
    await bench.pass(60);
    const meanwhile = state();

    atCarrier = 'paused';
    await bench.pass(10);

    await eventually(() => expect(state()).toBe('paused'));
    expect(meanwhile).toBe('unsure');
    expect(bench.auditedActions()).toEqual(['paused']);
    expect(bench.dueAt()).toBeNull();
  });

  it('is shown as it was where it was never done, and nothing is noted', async () => {
    atCarrier = 'running';

    await bench.pass(60);

    await eventually(() => expect(state()).toBe('running'));
    expect(bench.auditedActions()).toEqual([]);
  });

  it('is not looked up any more once somebody had it paused', async () => {
    found('paused', by);

    await bench.pass(60);

    await eventually(() => expect(bench.dueAt()).toBeNull());
    expect(looks).toBe(0);
    expect(state()).toBe('paused');
  });

  it('keeps its way to us when the call ends meanwhile', async () => {
    bench.endCall();
    bench.tell('completed');

    await bench.pass(0);

    await bench.untilStored();
    expect(state()).toBe('stored');
  });

  it('is sought after the call although nothing is told of its end', async () => {
    await bench.pass(60);
    bench.endCall();

    expect(bench.dueAt()).not.toBeNull();
  });
});
