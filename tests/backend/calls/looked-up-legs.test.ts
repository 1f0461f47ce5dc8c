import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type ComparisonBench, createComparisonBench } from '../../support/comparison-bench.ts';

describe('the comparison with the carrier, of a customer of whose dialling nothing was ever told', () => {
  let bench: ComparisonBench;
  let carrier: ComparisonBench['carrier'];

  beforeEach(() => {
    bench = createComparisonBench((calls) => {
      const agentId = calls.agent('suzuki');
      return calls.dialledCall(agentId, calls.connect(agentId));
    });
    carrier = bench.carrier;
    carrier.present = null;
  });

  afterEach(() => bench[Symbol.dispose]());

  it('ends the call when the carrier knows nothing of it', async () => {
    bench.clock.pass(61);

    await bench.compare();

    expect(bench.call()).toMatchObject({ status: 'failed', resultReason: 'carrier' });
  });

  it('learns the leg when there is one', async () => {
    bench.clock.pass(61);
    carrier.made = { type: 'done', leg: { legRef: 'CA9', conferenceRef: 'CF' } };

    await bench.compare();

    expect(bench.leg('customer')).toMatchObject({ state: 'joining', carrierRef: 'CA9' });
  });

  it('waits while the carrier does not answer', async () => {
    bench.clock.pass(61);
    carrier.made = { type: 'unknown', detail: 'the connection broke' };

    await bench.compare();

    expect(bench.call()).toMatchObject({ endedAt: null });
  });

  it('leaves it to the outbox which still has it', async () => {
    bench.clock.pass(61);
    bench.outbox.isPending = true;

    const pass = bench.start();
    await vi.waitFor(() => expect(bench.asked).toContain(bench.leg('agent').carrierRef));
    await pass[Symbol.asyncDispose]();

    expect(bench.asked).not.toContain('customer');
    expect(bench.call()).toMatchObject({ endedAt: null });
  });

  it('leaves the outbox its time', async () => {
    const pass = bench.start();
    await vi.waitFor(() => expect(bench.asked).toContain(bench.leg('agent').carrierRef));
    await pass[Symbol.asyncDispose]();

    expect(bench.asked).not.toContain('customer');
    expect(bench.call()).toMatchObject({ endedAt: null });
  });
});
