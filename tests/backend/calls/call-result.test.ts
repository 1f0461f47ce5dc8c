import { describe, expect, it } from 'vitest';
import { type CallCourse, consistent, type EndCause, resultOf } from '../../../backend/calls/call-result.ts';

const wordless: CallCourse = { proposal: null, humanTalked: false, heard: 'nobody', theyCalled: false };
const inDialogue: CallCourse = { ...wordless, heard: 'person' };

describe('resultOf', () => {
  it.each<[string, EndCause, string, string]>([
    ['nobody answers', { type: 'not-reached', reason: 'no-answer' }, 'absent', 'no-answer'],
    ['the line is busy', { type: 'not-reached', reason: 'line-busy' }, 'absent', 'line-busy'],
    [
      'the number does not exist',
      { type: 'not-reached', reason: 'invalid-number' },
      'failed',
      'invalid-number',
    ],
    ['the carrier fails', { type: 'not-reached', reason: 'carrier' }, 'failed', 'carrier'],
    [
      'the carrier bars the number',
      { type: 'dial-refused', reason: 'number-barred' },
      'failed',
      'number-not-allowed',
    ],
    [
      'the carrier finds the number invalid',
      { type: 'dial-refused', reason: 'invalid-number' },
      'failed',
      'invalid-number',
    ],
    [
      'we do not dial, because the number was blocked',
      { type: 'not-dialled', reason: 'number-blocked' },
      'failed',
      'number-blocked',
    ],
    [
      'we do not dial, because the calling hours were over',
      { type: 'not-dialled', reason: 'outside-calling-hours' },
      'failed',
      'outside-calling-hours',
    ],
    ['the softphone of a call by hand never comes up', { type: 'agent-missing' }, 'failed', 'no-agent'],
  ])('is given where %s', (_case, cause, result, reason) => {
    expect(resultOf(cause, wordless)).toEqual({ result, reason });
  });

  it('is the line’s fault where we took leave of who had answered and never came into the conference', () => {
    const course = { ...wordless, proposal: { result: 'failed', reason: 'carrier' } } as const;

    expect(resultOf({ type: 'not-reached', reason: 'hung-up' }, course)).toEqual(course.proposal);
  });

  it('is "hung up early" when the customer leaves before a word', () => {
    expect(resultOf({ type: 'customer-left' }, wordless)).toEqual({
      result: 'failed',
      reason: 'hung-up-early',
    });
  });

  it('is a follow-up when the customer leaves in mid-dialogue', () => {
    expect(resultOf({ type: 'customer-left' }, inDialogue)).toEqual({
      result: 'follow_up',
      reason: 'hung-up',
    });
  });

  it.each([
    ['ivr', 'follow_up', 'ivr'],
    ['voicemail', 'absent', 'voicemail'],
    ['out-of-service', 'failed', 'out-of-service'],
  ] as const)('is no success where a human heard nothing but a recording: %s', (heard, result, reason) => {
    const course = { ...wordless, humanTalked: true, heard };

    expect(resultOf({ type: 'ended-by-agent' }, course)).toEqual({ result, reason });
  });

  it('is no success where a human heard nobody', () => {
    const course = { ...wordless, humanTalked: true };

    expect(resultOf({ type: 'ended-by-agent' }, course).result).toBe('follow_up');
    expect(resultOf({ type: 'customer-left' }, course).result).toBe('follow_up');
  });

  it('is what the dialogue decided, even if the customer hangs up during the last words', () => {
    const proposal = { result: 'rejected', reason: 'rejection' } as const;

    expect(resultOf({ type: 'customer-left' }, { ...inDialogue, proposal })).toEqual(proposal);
  });

  it('is what the AI promised when it came back to a customer whose agent was lost', () => {
    const proposal = { result: 'follow_up', reason: 'no-agent' } as const;

    expect(resultOf({ type: 'ai-closed' }, { ...inDialogue, humanTalked: true, proposal })).toEqual(proposal);
  });

  it('is a success when a human talked with the customer', () => {
    expect(resultOf({ type: 'customer-left' }, { ...inDialogue, humanTalked: true })).toEqual({
      result: 'success',
      reason: 'talked',
    });
  });
});

describe('consistent', () => {
  const callBack = { kind: 'call-back', at: '2026-11-26T01:00:00.000Z' } as const;
  const none = { kind: 'none', at: null } as const;

  it('agrees on nothing with somebody who refused', () => {
    const refusal = { result: 'rejected', reason: 'rejection' } as const;

    expect(consistent(refusal, callBack, false)).toEqual({ ...refusal, nextAction: none });
  });

  it('promises nobody a call whose number must not be called', () => {
    const talked = { result: 'success', reason: 'talked' } as const;
    const absent = { result: 'absent', reason: 'absent' } as const;

    expect(consistent(talked, null, true)).toEqual({
      result: 'rejected',
      reason: 'do-not-call',
      nextAction: null,
    });
    expect(consistent(absent, callBack, true)).toEqual({ ...absent, nextAction: none });
  });

  it('leaves everything else as it is', () => {
    const callback = { result: 'follow_up', reason: 'callback' } as const;

    expect(consistent(callback, callBack, false)).toEqual({ ...callback, nextAction: callBack });
  });
});
