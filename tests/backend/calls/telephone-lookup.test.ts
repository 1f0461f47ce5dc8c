import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { telephonyToldApart } from '../../../backend/calls/telephone-lookup.ts';
import type { CallId } from '../../../backend/contract/ids.ts';
import { createIds } from '../../../backend/kernel/ids.ts';
import type { AskedLeg } from '../../../backend/telephony/carrier-command.ts';
import type { Telephony } from '../../../backend/telephony/telephony.ts';
import { createHandoffBench, type HandoffBench } from '../../support/handoff-bench.ts';

const to = '+819012345678';

describe('the look-up of a telephone that was rung more than once', () => {
  let bench: HandoffBench;
  let asked: AskedLeg[];
  let codesTold: Date[];

  beforeEach(() => {
    bench = createHandoffBench();
    asked = [];
    codesTold = [];
  });

  afterEach(() => bench[Symbol.dispose]());

  /** A call whose handoff rang the agent's telephone. */
  function rung(carrierRef: string | null) {
    const callId = bench.answeredCall();
    const legId = createIds(bench.clock).leg();
    const label = `agent-${legId}`;
    const createdAt = bench.clock.now();
    const askedAt = createdAt.toISOString();
    const row = { id: legId, callId, kind: 'agent', via: 'phone', label, state: 'left' } as const;
    bench.stores.legs.insert({ ...row, carrierRef, phoneNumber: to, createdAt });
    const leg = { type: 'ring-telephone', callId, legId, conferenceName: 'room', label, to } as const;
    return { askedAt, leg: { ...leg, askedAt } };
  }

  function lookUp(leg: AskedLeg): Promise<unknown> {
    const telephony = telephonyToldApart(
      {
        findLeg: async (one) => {
          asked.push(one);
          return { type: 'not-done' };
        },
      },
      { legs: bench.stores.legs, codesToldTo: () => codesTold },
    );
    return telephony.findLeg(leg);
  }

  it('says which calls are other legs’, and when the telephone was next to be rung', async () => {
    rung('CA1');
    bench.clock.pass(60);
    const { leg } = rung(null);
    bench.clock.pass(60);
    const later = rung('CA3').askedAt;

    await lookUp(leg);

    expect(asked).toEqual([{ ...leg, others: { legRefs: ['CA1', 'CA3'], nextAskedAt: later } }]);
  });

  it('takes no call for it where the telephone was called at the same time to tell a code', async () => {
    const { leg } = rung(null);
    codesTold = [bench.clock.now()];

    expect(await lookUp(leg)).toEqual({ type: 'not-done' });
    expect(asked).toEqual([]);
  });

  it('finds it where a code was told long before', async () => {
    codesTold = [bench.clock.now()];
    bench.clock.pass(60);
    const { leg } = rung(null);

    await lookUp(leg);

    expect(asked).toHaveLength(1);
  });

  it('asks nothing about a leg that the carrier has told of meanwhile', async () => {
    const found = await lookUp(rung('CA1').leg);

    expect(found).toEqual({ type: 'rung', legRef: 'CA1' });
    expect(asked).toEqual([]);
  });

  describe('of a customer who is not in the conference that there is', () => {
    function findCustomer(callId: CallId): Promise<unknown> {
      const { legs } = bench.stores;
      const telephony = { findLeg: async () => ({ type: 'gone' }) as const };
      const { id: legId, label } = bench.legOf(callId, 'customer');
      const leg = { type: 'dial-customer', callId, legId, conferenceName: 'room', label } as const;
      return telephonyToldApart<Pick<Telephony, 'findLeg'>>(telephony, {
        legs,
        codesToldTo: () => [],
      }).findLeg(leg);
    }

    it('says that they were dialled, and have left', async () => {
      expect(await findCustomer(bench.begunCall())).toEqual({ type: 'gone' });
    });

    it('does not say so where the agent who dials by hand may have begun it', async () => {
      const agent = bench.agent('sato');
      const callId = bench.dialledCall(agent, bench.connect(agent));

      expect(await findCustomer(callId)).toEqual({ type: 'not-done' });
    });
  });

  it('adds nothing for a leg that its label tells apart', async () => {
    const leg = { ...rung(null).leg, type: 'add-ai' } as const;

    await lookUp(leg);

    expect(asked).toEqual([leg]);
  });
});
