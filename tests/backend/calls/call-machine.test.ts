import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CallEvent, transitionCall } from '../../../backend/calls/call-machine.ts';
import { type CallStatus, callStatusSchema } from '../../../backend/contract/vocabulary.ts';

const customerRinging: CallEvent = { type: 'customer-ringing' };
const aiMetCustomer: CallEvent = { type: 'ai-met-customer' };
const transferBegan: CallEvent = { type: 'transfer-began' };
const humanMetCustomer: CallEvent = { type: 'human-met-customer' };
const transferFailed: CallEvent = { type: 'transfer-failed' };
const completed: CallEvent = { type: 'ended', failed: false };

function statusAfter(...events: readonly CallEvent[]): CallStatus {
  return events.reduce<CallStatus>(transitionCall, 'initiated');
}

describe('transitionCall', () => {
  it('walks from the dialling to the end of a call that was handed over', () => {
    expect(statusAfter(customerRinging)).toBe('ringing');
    expect(statusAfter(customerRinging, aiMetCustomer)).toBe('ai-responding');
    expect(statusAfter(customerRinging, aiMetCustomer, transferBegan)).toBe('transferring');
    expect(statusAfter(customerRinging, aiMetCustomer, transferBegan, humanMetCustomer)).toBe(
      'human-connected',
    );
    expect(statusAfter(customerRinging, aiMetCustomer, transferBegan, humanMetCustomer, completed)).toBe(
      'completed',
    );
  });

  it('gives the call back to the AI when no human could be had', () => {
    expect(statusAfter(aiMetCustomer, transferBegan, transferFailed)).toBe('ai-responding');
  });

  it('transfers again when the line of the agent drops', () => {
    expect(statusAfter(aiMetCustomer, humanMetCustomer, transferBegan)).toBe('transferring');
  });

  it('ignores a ringing that is reported after the answer', () => {
    expect(statusAfter(aiMetCustomer, customerRinging)).toBe('ai-responding');
  });

  it('ignores a transfer before anybody has answered', () => {
    expect(statusAfter(customerRinging, transferBegan)).toBe('ringing');
  });

  it('never leaves an end, whatever comes late', () => {
    const anyEvent = fc.constantFrom(
      customerRinging,
      aiMetCustomer,
      transferBegan,
      humanMetCustomer,
      transferFailed,
      completed,
    );

    fc.assert(
      fc.property(fc.constantFrom<CallStatus>('completed', 'failed'), fc.array(anyEvent), (end, events) => {
        expect(events.reduce(transitionCall, end)).toBe(end);
      }),
    );
  });

  it('can fail from every status that is not an end', () => {
    for (const status of callStatusSchema.exclude(['completed', 'failed']).options) {
      expect(transitionCall(status, { type: 'ended', failed: true })).toBe('failed');
    }
  });
});
