import { describe, expect, it } from 'vitest';
import type { CarrierCommand, CarrierOutcome } from '../../../backend/telephony/carrier-command.ts';
import { watchCarrier } from '../../../backend/telephony/carrier-watch.ts';
import type { Telephony } from '../../../backend/telephony/telephony.ts';
import { fixedClock } from '../../support/fixed-clock.ts';
import { legId, legRef } from '../../support/twilio-samples.ts';

const hangUp: CarrierCommand = { type: 'hang-up', legId, legRef };

function carrierThatAnswers(outcomes: readonly CarrierOutcome[]): Telephony {
  const left = [...outcomes];
  const unused = () => Promise.reject(new Error('not asked for'));
  return {
    execute: async () => left.shift() ?? { type: 'done' },
    findLeg: unused,
    legNow: unused,
    presentIn: unused,
    softphoneToken: () => ({ token: '', identity: '', expiresAt: '' }),
  };
}

describe('watchCarrier', () => {
  it.each([
    [
      { type: 'throttled', retryAfterMs: 1_000 },
      { kind: 'throttled', detail: null },
    ],
    [
      { type: 'unknown', detail: 'ECONNREFUSED' },
      { kind: 'no-answer', detail: 'ECONNREFUSED' },
    ],
    [
      { type: 'refused', reason: 'barred', detail: 'HTTP 400, Twilio error 21216' },
      { kind: 'barred', detail: 'HTTP 400, Twilio error 21216' },
    ],
    [
      { type: 'refused', reason: 'carrier', detail: 'HTTP 400' },
      { kind: 'refused', detail: 'HTTP 400' },
    ],
  ] as const)('remembers %j, also after what went well', async (outcome, trouble) => {
    const clock = fixedClock();
    const at = clock.now().toISOString();
    const { telephony, lastTrouble } = watchCarrier(carrierThatAnswers([outcome]), clock);

    const answer = await telephony.execute(hangUp);
    clock.pass(5);
    await telephony.execute(hangUp);

    expect(answer).toEqual(outcome);
    expect(lastTrouble()).toEqual({ ...trouble, command: 'hang-up', at });
  });

  it('takes neither what was done nor what had ended for trouble', async () => {
    const { telephony, lastTrouble } = watchCarrier(carrierThatAnswers([{ type: 'gone' }]), fixedClock());

    await telephony.execute(hangUp);
    await telephony.execute(hangUp);

    expect(lastTrouble()).toBeNull();
  });
});
