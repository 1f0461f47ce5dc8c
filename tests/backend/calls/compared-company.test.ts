import { describe, expect, it } from 'vitest';
import { createComparisonBench, talking } from '../../support/comparison-bench.ts';
import { ofEachTest } from '../../support/of-each-test.ts';

describe('a customer whose call is compared with the carrier', () => {
  const bench = ofEachTest(createComparisonBench);

  /** The carrier has them in no conference. */
  function missing() {
    const customer = bench().leg('customer');
    bench().stores.legs.update(customer.id, {
      state: 'joining',
      joinedAt: null,
      answeredAt: bench().clock.now(),
    });
    bench().carrier.present = [];
    return customer;
  }

  function leaves() {
    return bench()
      .sent()
      .filter(({ type }) => type === 'take-leave');
  }

  it('takes leave, once, of a customer who does not hear us because the conference never began', async () => {
    bench().carrier.mixed = false;
    bench().clock.pass(3);

    await bench().compare();
    await bench().compare();

    expect(leaves()).toHaveLength(1);
    expect(bench().call()).toMatchObject({ result: 'failed', resultReason: 'carrier' });
  });

  it('takes leave, once, of a customer who has answered and never comes into the conference', async () => {
    missing();
    bench().clock.pass(3);

    await bench().look();
    const before = leaves();
    bench().clock.pass(1);
    await bench().look();
    await bench().look();

    expect(before).toHaveLength(0);
    expect(leaves()).toHaveLength(1);
    expect(bench().call()).toMatchObject({ result: 'failed', resultReason: 'carrier' });
  });

  it('lets be, for a moment by our own clock, who by the carrier’s has answered long ago', async () => {
    missing();
    bench().clock.pass(25);

    await bench().look();
    bench().clock.pass(0.5);
    await bench().look();

    expect(leaves()).toEqual([]);
  });

  it('begins to miss a customer anew who had come into the conference meanwhile', async () => {
    const { id } = missing();
    bench().clock.pass(25);

    await bench().look();
    bench().stores.legs.update(id, { state: 'in-conference', joinedAt: bench().clock.now() });
    await bench().look();
    bench().stores.legs.update(id, { state: 'joining', joinedAt: null });
    bench().clock.pass(2);
    await bench().look();

    expect(leaves()).toEqual([]);
  });

  it('lets a customer be whom the carrier does not tell of, who may well be in the conference', async () => {
    missing();
    bench().carrier.present = null;
    bench().clock.pass(25);

    await bench().look();
    bench().clock.pass(2);
    await bench().look();

    expect(leaves()).toEqual([]);
  });

  it.each([
    ['has begun without a word of it', true, 'CF'],
    ['may have begun: the carrier does not answer', null, null],
  ])('leaves those in peace whose conference %s', async (_, answer, mixedConferenceRef) => {
    bench().carrier.mixed = answer;
    bench().clock.pass(3);

    await bench().compare();

    expect(leaves()).toEqual([]);
    expect(bench().call()).toMatchObject({ mixedConferenceRef });
  });

  it('waits a moment for a conference to begin', async () => {
    bench().carrier.mixed = false;

    await bench().compare();

    expect(leaves()).toEqual([]);
  });

  it('brings an AI to a customer who is there by themself, although nothing of it was told', async () => {
    const { id } = bench().leg('ai');
    bench().stores.legs.update(id, { state: 'left', leftAt: bench().clock.now() });
    bench().carrier.present = [talking('customer')];

    await bench().compare();

    expect(
      bench()
        .legs()
        .map(({ label }) => label),
    ).toEqual(['customer', 'ai-1', 'ai-2']);
  });

  describe('and whose AI is long on its way', () => {
    function onItsWay(seconds: number): void {
      bench().stores.legs.update(bench().leg('ai').id, {
        state: 'joining',
        joinedAt: null,
        carrierRef: 'CA on its way',
      });
      bench().carrier.present = [talking('customer')];
      bench().clock.pass(seconds);
    }

    function labels() {
      return bench()
        .legs()
        .map(({ label }) => label);
    }

    it.each([false, true])('is brought another one, on hold or not: %s', async (onHold) => {
      onItsWay(20);
      bench().stores.legs.update(bench().leg('customer').id, { onHold });

      await bench().look();

      expect(labels()).toEqual(['customer', 'ai-1', 'ai-2']);
      expect(bench().sent()).toContainEqual(
        expect.objectContaining({ type: 'hang-up', legRef: 'CA on its way' }),
      );
    });

    it('is left in peace for a moment, as the AI may just be coming', async () => {
      onItsWay(5);

      await bench().look();

      expect(labels()).toEqual(['customer', 'ai-1']);
    });

    it('is left in peace where the carrier does not say who is there', async () => {
      onItsWay(20);
      bench().carrier.present = null;

      await bench().look();

      expect(labels()).toEqual(['customer', 'ai-1']);
    });
  });

  it('seeks a human, and plays hold audio meanwhile, for who is by themself after a human talked', async () => {
    const suzuki = bench().agent('suzuki');
    const desk = bench().connect(suzuki);
    bench().database.transaction(() =>
      bench().flow.requests.press({ id: suzuki, role: 'agent' }, bench().callId, desk),
    );
    const agentLeg = bench().leg('agent');
    bench().joined(agentLeg.id);
    bench().ended(bench().leg('ai').id);
    const handoff = bench().stores.handoffs.openOfCall(bench().callId);
    if (handoff !== null)
      bench().database.transaction(() =>
        bench().stores.handoffs.update(handoff.id, { endedAt: bench().clock.now() }),
      );
    bench().stores.legs.update(agentLeg.id, { state: 'left', leftAt: bench().clock.now() });
    bench().carrier.present = [talking('customer')];

    await bench().compare();

    expect(bench().sent()).toContainEqual(expect.objectContaining({ type: 'hold-leg', onHold: true }));
    expect(bench().stores.handoffs.openOfCall(bench().callId)).toMatchObject({
      reason: 'agent-line-dropped',
    });
  });
});
