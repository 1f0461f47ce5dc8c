import { describe, expect, it } from 'vitest';
import { callIdSchema } from '../../../backend/contract/ids.ts';
import type { OutboxEntry } from '../../../backend/journal/outbox-store.ts';
import { takeTurns } from '../../../backend/journal/outbox-turns.ts';
import { fullBucket } from '../../../backend/journal/token-bucket.ts';
import { type AiPlacement, legsMadeIn } from '../../../backend/telephony/placement.ts';

const now = new Date('2026-11-24T01:00:00.000Z');

function entry(id: number, changes: Partial<OutboxEntry>): OutboxEntry {
  const callId = callIdSchema.parse(`call_${String(id).padStart(20, '0')}`);
  const base = {
    lane: `${id}`,
    command: {},
    attempts: 0,
    notBefore: now,
    beginsCall: false,
    unsureSince: null,
  };
  return { id, callId, type: 'mute-leg', ...base, ...changes };
}

const dial = (id: number) => entry(id, { type: 'dial-customer', beginsCall: true });

function turns(
  waiting: readonly OutboxEntry[],
  legsPerSecond: number,
  placement: AiPlacement = 'conference',
) {
  const bucket = fullBucket(legsPerSecond, now);
  const makesLeg = legsMadeIn(placement);
  const taken = takeTurns(waiting, { bucket, legsPerSecond, makesLeg, now });
  return { ids: taken.now.map(({ id }) => id), nextInMs: taken.nextInMs };
}

describe('takeTurns', () => {
  it('lets everything go at once that asks for no leg', () => {
    expect(turns([entry(1, {}), entry(2, { type: 'hang-up' }), entry(3, {})], 1)).toEqual({
      ids: [1, 2, 3],
      nextInMs: null,
    });
  });

  it('lets the legs of calls that are on go before the dial that came first', () => {
    const waiting = [dial(1), dial(2), entry(3, { type: 'add-ai' }), entry(4, { type: 'ring-softphone' })];

    expect(turns(waiting, 2)).toEqual({ ids: [3, 4], nextInMs: 500 });
  });

  it('takes the customer who is dialled for an agent who waits already for a leg of a call that is on', () => {
    expect(turns([dial(1), entry(2, { type: 'dial-customer' })], 1).ids).toEqual([2]);
  });

  it('counts no dial that is only looked up', () => {
    expect(turns([dial(1), { ...dial(2), unsureSince: now }], 1).ids).toEqual([2, 1]);
  });

  it('counts no AI on the customer’s own leg, for which the carrier makes nothing', () => {
    const waiting = [dial(1), entry(2, { type: 'add-ai' }), entry(3, { type: 'ring-softphone' })];

    expect(turns(waiting, 1, 'customer').ids).toEqual([2, 3]);
    expect(turns(waiting, 1, 'conference').ids).toEqual([2]);
  });

  it('waits for what is first to come: a token, or a command’s time', () => {
    const soon = entry(3, { notBefore: new Date(now.getTime() + 100) });

    expect(turns([dial(1), dial(2), soon], 1)).toEqual({ ids: [1], nextInMs: 100 });
  });
});
