import { describe, expect, it, vi } from 'vitest';
import { createComparisonBench } from '../../support/comparison-bench.ts';
import { ofEachTest } from '../../support/of-each-test.ts';

describe('the legs of a call that is compared with the carrier', () => {
  const bench = ofEachTest(createComparisonBench);

  it('ends a call whose customer has gone without a word from the carrier', async () => {
    bench().carrier.legs.set(bench().refOf('customer'), {
      type: 'ended',
      reason: 'hung-up',
      billedSeconds: 7,
    });

    await bench().compare();

    expect(bench().call()).toMatchObject({ status: 'failed', resultReason: 'hung-up-early' });
  });

  it('brings another AI for one that has gone', async () => {
    bench().carrier.legs.set(bench().refOf('ai'), { type: 'ended', reason: 'carrier', billedSeconds: 7 });

    await bench().compare();

    expect(
      bench()
        .legs()
        .map(({ label }) => label),
    ).toEqual(['customer', 'ai-1', 'ai-2']);
  });

  it('finds a leg in the conference that was not reported to have joined', async () => {
    const { id } = bench().leg('ai');
    bench().stores.legs.update(id, { state: 'joining', joinedAt: null });

    await bench().compare();

    expect(bench().stores.legs.find(id)?.state).toBe('in-conference');
  });

  it('learns what an ended leg was billed', async () => {
    const { id } = bench().leg('ai');
    bench().carrier.legs.set(bench().refOf('ai'), { type: 'ended', reason: 'hung-up', billedSeconds: 12 });

    await bench().compare();

    expect(bench().stores.legs.find(id)?.billedSeconds).toBe(12);
  });

  it('asks again for a hold that failed', async () => {
    bench().stores.legs.update(bench().leg('customer').id, { onHold: true });

    await bench().compare();

    expect(bench().sent().at(-1)).toMatchObject({ type: 'hold-leg', onHold: true });
  });

  it('ends a hold that nobody wants any more', async () => {
    bench().carrier.present = [{ label: 'customer', muted: false, onHold: true, coaches: null }];

    await bench().compare();

    expect(bench().sent().at(-1)).toMatchObject({ type: 'hold-leg', onHold: false });
  });

  it('mutes again who is to be muted', async () => {
    bench().stores.legs.update(bench().leg('ai').id, { muted: true });

    await bench().compare();

    expect(bench().sent().at(-1)).toMatchObject({ type: 'mute-leg', muted: true });
  });

  it('hangs up on a leg that should be gone and is still there', async () => {
    const { id, carrierRef } = bench().leg('ai');
    bench().stores.legs.update(id, { state: 'left', leftAt: bench().clock.now() });

    await bench().compare();

    expect(bench().sent()).toContainEqual(expect.objectContaining({ type: 'hang-up', legRef: carrierRef }));
  });

  it.each(['up', 'ringing'] as const)(
    'hangs up again on a leg that is still %s although its call is over',
    async (type) => {
      const { id, carrierRef } = bench().leg('customer');
      bench().carrier.present = null;
      bench().carrier.legs.set(bench().refOf('customer'), { type });
      bench().carrier.legs.set(bench().refOf('ai'), { type: 'ended', reason: 'hung-up', billedSeconds: 7 });
      bench().database.transaction(() => bench().flow.ending.end(bench().callId, { type: 'ended-by-agent' }));
      const before = bench().sent().length;

      const pass = bench().start();
      await vi.waitFor(() => expect(bench().sent().length).toBeGreaterThan(before));
      await pass[Symbol.asyncDispose]();

      expect(bench().sent().slice(before)).toEqual([{ type: 'hang-up', legId: id, legRef: carrierRef }]);
    },
  );
});
