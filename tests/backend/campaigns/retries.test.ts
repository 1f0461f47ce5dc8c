import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { afterCampaignCall, type CampaignCallOutcome } from '../../../backend/campaigns/retries.ts';
import { defaultCampaignRetries, retriedOutcomeSchema } from '../../../backend/contract/campaigns.ts';
import { callResultSchema, resultReasonSchema } from '../../../backend/contract/vocabulary.ts';

const endedAt = new Date('2026-11-24T01:00:00Z');

function outcome(
  result: CampaignCallOutcome['result'],
  resultReason: CampaignCallOutcome['resultReason'],
): CampaignCallOutcome {
  return { result, resultReason, nextAction: null, endedAt };
}

function minutesLater(minutes: number): Date {
  return new Date(endedAt.getTime() + minutes * 60_000);
}

describe('what a call of a campaign means for the customer', () => {
  it.each([
    ['no-answer', 'absent', 120],
    ['line-busy', 'absent', 15],
    ['voicemail', 'absent', 240],
    ['absent', 'absent', 240],
    ['carrier', 'failed', 30],
  ] as const)('is another one after %s, when its rule says', (reason, result, minutes) => {
    expect(afterCampaignCall(outcome(result, reason), 1, defaultCampaignRetries)).toEqual({
      type: 'again',
      notBefore: minutesLater(minutes),
    });
  });

  it.each([
    ['invalid-number', 'failed', 'failed'],
    ['wrong-number', 'failed', 'failed'],
    ['rejection', 'rejected', 'done'],
    ['talked', 'success', 'done'],
    ['callback', 'follow_up', 'done'],
    ['campaign-held', 'failed', 'untried'],
  ] as const)('after %s is never another one by the rules', (reason, result, type) => {
    expect(afterCampaignCall(outcome(result, reason), 1, defaultCampaignRetries)).toEqual({ type });
  });

  it('is not another one before the time that was promised', () => {
    const promised = minutesLater(600);
    const absent = {
      ...outcome('absent', 'absent'),
      nextAction: { kind: 'call-back', at: promised.toISOString() },
    } as const;

    expect(afterCampaignCall(absent, 1, defaultCampaignRetries)).toEqual({
      type: 'again',
      notBefore: promised,
    });
  });

  it('comes to an end, however often nothing comes of it', () => {
    const anyRule = fc.record({ times: fc.nat(10), afterMinutes: fc.integer({ min: 1, max: 20_160 }) });
    const anyRetries = fc.record({
      'no-answer': anyRule,
      'line-busy': anyRule,
      voicemail: anyRule,
      absent: anyRule,
      'hung-up': anyRule,
      failed: anyRule,
    });
    const anyOutcome = fc.record({
      result: fc.constantFrom(...callResultSchema.options),
      resultReason: fc.constantFrom(...resultReasonSchema.options),
    });
    fc.assert(
      fc.property(anyRetries, anyOutcome, fc.integer({ min: 1, max: 30 }), (retries, of, attempts) => {
        const most = Math.max(...retriedOutcomeSchema.options.map((each) => retries[each].times));

        const after = afterCampaignCall(outcome(of.result, of.resultReason), attempts, retries);

        if (after.type === 'again') {
          expect(attempts).toBeLessThanOrEqual(most);
          expect(after.notBefore.getTime()).toBeGreaterThan(endedAt.getTime());
        }
      }),
    );
  });
});
