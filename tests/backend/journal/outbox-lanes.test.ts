import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createOutboxStore } from '../../../backend/journal/outbox-store.ts';
import { systemClock } from '../../../backend/kernel/clock.ts';
import {
  announce,
  call,
  createOutboxBench,
  done,
  hold,
  type OutboxBench,
  stopTranscribing,
  takeLeave,
  transcribe,
  unanswered,
} from '../../support/outbox-bench.ts';
import { eventually } from '../../support/patience.ts';

describe('what a customer is to hear', () => {
  let bench: OutboxBench;

  beforeEach(() => {
    bench = createOutboxBench();
  });

  afterEach(() => bench[Symbol.asyncDispose]());

  function asked(): string[] {
    return bench.carrier.asked.map(({ command }) => command.type);
  }

  it.each([hold, takeLeave, announce])('does not wait for a transcription: %o', async (command) => {
    bench.start();
    bench.send(call, transcribe);
    await eventually(() => expect(asked()).toEqual(['transcribe']));

    bench.send(call, command);

    await eventually(() => expect(asked()).toEqual(['transcribe', command.type]));
  });

  it('is transcribed in order: what is to end before what is to begin', async () => {
    bench.start();
    bench.send(call, stopTranscribing);
    bench.send(call, transcribe);
    await eventually(() => expect(asked()).toEqual(['stop-transcribing']));

    bench.carrier.answer(0, done);

    await eventually(() => expect(asked()).toEqual(['stop-transcribing', 'transcribe']));
  });

  it.each([
    ['that may have been heard', unanswered],
    ['whose moment passes before the carrier has time', { type: 'throttled', retryAfterMs: 5_000 }],
  ] as const)('does not wait for an announcement %s, which is left', async (_which, answer) => {
    bench.start();
    bench.send(call, announce);
    bench.send(call, hold);
    await eventually(() => expect(asked()).toEqual(['announce']));

    bench.carrier.answer(0, answer);

    await eventually(() => expect(asked()).toEqual(['announce', 'hold-leg']));
    expect(bench.outcomes).toHaveLength(1);
  });

  it('is said once more where the carrier was too busy for a moment', async () => {
    bench.start();
    bench.send(call, announce);
    await eventually(() => expect(asked()).toEqual(['announce']));

    bench.carrier.answer(0, { type: 'throttled', retryAfterMs: 1 });

    await eventually(() => expect(asked()).toEqual(['announce', 'announce']));
  });

  it('is not announced again after a crash in which it may have been heard', async () => {
    bench.send(call, announce);
    bench.send(call, hold);
    const outbox = createOutboxStore(bench.database, systemClock);
    outbox.markSent(outbox.heads()[0]?.id ?? 0);

    bench.start();

    await eventually(() => expect(asked()).toEqual(['hold-leg']));
  });
});
