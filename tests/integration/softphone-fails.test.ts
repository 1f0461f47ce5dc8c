import { afterEach, beforeEach, expect, it } from 'vitest';
import { audibleTime, silentTime } from '../../backend/simulator/audible-time.ts';
import { faultPlanSchema } from '../../backend/simulator/faults/fault-plan.ts';
import { untilOffered, untilOver } from '../support/call-waits.ts';
import { customerLinesOf } from '../support/observed-customer.ts';
import { eventually } from '../support/patience.ts';
import { describeInEachPlacement } from '../support/placements.ts';
import { type System, startSystem } from '../support/system.ts';

/** No customer hears nothing for longer. */
const longestSilenceMs = 5_000;

describeInEachPlacement('an agent whose softphone cannot be connected', ({ settings }) => {
  let system: System;

  beforeEach(async () => {
    system = await startSystem({
      ...settings,
      OFFER_SECONDS: '15',
      HANDOFF_SECONDS: '30',
      WRAP_UP_SECONDS: '0',
    });
  });

  afterEach(() => system[Symbol.asyncDispose]());

  function silencesOfCustomer(): number[] {
    const [leg] = customerLinesOf(system);
    if (leg?.answeredAt == null || leg.endedAt === null) throw new Error('the customer was not called');
    const limits = { from: Date.parse(leg.answeredAt), to: Date.parse(leg.endedAt) };
    return silentTime(audibleTime([...leg.said, ...leg.heard], limits), limits).map(
      ({ from, to }) => to - from,
    );
  }

  it.each(['codec-refused', 'ice-failed'] as const)(
    'is told so, and leaves no customer by themself: %s',
    async (fault) => {
      system.simulator.faults.follow(faultPlanSchema.parse({ rates: { [fault]: 1 } }));
      const callId = await system.admin.start({ customerId: await system.customerOf('asks-for-human') });
      const offer = await untilOffered(system.suzuki, callId);

      await system.suzuki.accept(offer.id);
      const { call, handoffs } = await untilOver(system.admin, callId);
      await eventually(() => expect(customerLinesOf(system)[0]?.status).toBe('completed'));

      expect(call.endedAt).not.toBeNull();
      expect(handoffs.at(-1)?.status).not.toBe('connected');
      expect(Math.max(...silencesOfCustomer())).toBeLessThanOrEqual(longestSilenceMs);
    },
  );
});
