import { describe, expect, it } from 'vitest';
import type { CarrierCommand, CarrierOutcome } from '../../../backend/telephony/carrier-command.ts';
import { watchCarrier } from '../../../backend/telephony/carrier-watch.ts';
import type { Telephony } from '../../../backend/telephony/telephony.ts';
import { fixedClock } from '../../support/fixed-clock.ts';
import { legId, legRef } from '../../support/twilio-samples.ts';

const hangUp: CarrierCommand = { type: 'hang-up', legId, legRef };
const endConference: CarrierCommand = { type: 'end-conference', conferenceRef: 'CF1' };
const unanswered: CarrierOutcome = { type: 'unknown', detail: 'ECONNREFUSED' };

function carrierThatAnswers(outcomes: readonly CarrierOutcome[]): Telephony {
  const left = [...outcomes];
  const unused = () => Promise.reject(new Error('not asked for'));
  return {
    execute: async () => left.shift() ?? { type: 'done' },
    findLeg: unused,
    legNow: unused,
    presentIn: unused,
    isMixed: unused,
    liveConferences: unused,
    callerNumbers: unused,
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
      { type: 'refused', reason: 'number-barred', detail: 'HTTP 400, Twilio error 21216' },
      { kind: 'number-barred', detail: 'HTTP 400, Twilio error 21216' },
    ],
    [
      { type: 'refused', reason: 'carrier', detail: 'HTTP 400' },
      { kind: 'refused', detail: 'HTTP 400' },
    ],
  ] as const)('remembers %j, and when the same worked again', async (outcome, trouble) => {
    const clock = fixedClock();
    const at = clock.now().toISOString();
    const { telephony, lastTrouble } = watchCarrier(carrierThatAnswers([outcome]), clock);

    const answer = await telephony.execute(hangUp);
    clock.pass(5);
    const before = lastTrouble();
    await telephony.execute(hangUp);

    expect(answer).toEqual(outcome);
    expect(before).toEqual({ ...trouble, command: 'hang-up', at, overAt: null });
    expect(lastTrouble()).toEqual({ ...before, overAt: clock.now().toISOString() });
  });

  it('takes neither what was done, nor what had ended, nor a wrong number for trouble', async () => {
    const wrongNumber = { type: 'refused', reason: 'invalid-number', detail: 'HTTP 400' } as const;
    const carrier = carrierThatAnswers([{ type: 'gone' }, wrongNumber]);
    const { telephony, lastTrouble } = watchCarrier(carrier, fixedClock());

    await telephony.execute(hangUp);
    await telephony.execute(hangUp);
    await telephony.execute(hangUp);

    expect(lastTrouble()).toBeNull();
  });

  it('tells rather of what is not over, whatever else failed and worked since', async () => {
    const carrier = carrierThatAnswers([{ type: 'throttled', retryAfterMs: null }, unanswered]);
    const { telephony, lastTrouble } = watchCarrier(carrier, fixedClock());

    await telephony.execute(endConference);
    await telephony.execute(hangUp);
    await telephony.execute(hangUp);

    expect(lastTrouble()).toMatchObject({ command: 'end-conference', kind: 'throttled', overAt: null });
  });

  it('notes a command that broke, without its message, and lets it break', async () => {
    const broken = new TypeError('no such number: +81312345678');
    const carrier: Telephony = { ...carrierThatAnswers([]), execute: () => Promise.reject(broken) };
    const { telephony, lastTrouble } = watchCarrier(carrier, fixedClock());

    const executing = telephony.execute(hangUp);

    await expect(executing).rejects.toBe(broken);
    expect(lastTrouble()).toMatchObject({ kind: 'defect', detail: 'TypeError', command: 'hang-up' });
  });
});
