import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createDialRules, type DialRules } from '../../../backend/calls/dial-rules.ts';
import { createHandoffBench, type HandoffBench } from '../../support/handoff-bench.ts';
import { insertCampaign } from '../campaigns/campaign-fixture.ts';

let bench: HandoffBench;
let rules: DialRules;
let isBlocked: boolean;
let isOpen: boolean;
let isHeld: boolean;

beforeEach(() => {
  bench = createHandoffBench();
  isBlocked = false;
  isOpen = true;
  isHeld = false;
  rules = createDialRules({
    calls: bench.stores.calls,
    customer: (id) => ({ id, phoneNumber: 'changed since', ownerId: null, timeZone: 'Asia/Tokyo' }),
    isBlocked: (phoneNumber) => isBlocked && phoneNumber === '+81300010001',
    mayCallAt: (_now, timeZone) => isOpen && timeZone === 'Asia/Tokyo',
    isHeld: () => isHeld,
    clock: bench.clock,
  });
});

afterEach(() => bench[Symbol.dispose]());

describe('whether the customer of a call may be dialled', () => {
  it('is permitted within the calling hours at the customer', () => {
    const callId = bench.answeredCall();

    expect(rules.permissionForCall(callId)).toBe('permitted');
  });

  it('is refused for a number that was blocked since the call was started, whatever the hour', () => {
    const callId = bench.answeredCall();
    isBlocked = true;
    isOpen = false;

    expect(rules.permissionForCall(callId)).toBe('number-blocked');
  });

  it('is refused once the calling hours are over', () => {
    const callId = bench.answeredCall();
    isOpen = false;

    expect(rules.permissionForCall(callId)).toBe('outside-calling-hours');
  });

  it('is refused where the campaign that started the call was halted meanwhile', () => {
    const campaignId = insertCampaign(bench.database);
    const callId = bench.answeredCall();
    bench.stores.calls.update(callId, { campaignId });
    const before = rules.permissionForCall(callId);
    isHeld = true;

    expect(before).toBe('permitted');
    expect(rules.permissionForCall(callId)).toBe('campaign-held');
  });
});
