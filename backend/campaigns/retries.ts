import { wasHeldBack } from '../calls/dial-rules.ts';
import type { NextAction } from '../contract/calls.ts';
import type { CampaignRetries, RetriedOutcome } from '../contract/campaigns.ts';
import type { CallResult, ResultReason } from '../contract/vocabulary.ts';

/** A call to a customer of a campaign, as it has come out. */
export interface CampaignCallOutcome {
  readonly result: CallResult | null;
  readonly resultReason: ResultReason | null;
  readonly nextAction: NextAction | null;
  readonly endedAt: Date;
}

export type MemberAfterCall =
  | { readonly type: 'done' }
  /** They could not be reached, and are not called again. */
  | { readonly type: 'failed' }
  | { readonly type: 'again'; readonly notBefore: Date }
  /** They were not dialled after all: their turn comes again, and this one does not count. */
  | { readonly type: 'untried' };

/** What a call means for the customer's place in the campaign. `attempts`: calls to them so far, with this one. */
export function afterCampaignCall(
  outcome: CampaignCallOutcome,
  attempts: number,
  retries: CampaignRetries,
): MemberAfterCall {
  if (wasHeldBack(outcome)) return { type: 'untried' };
  const retried = retriedOutcomeOf(outcome);
  const rule = retried === null ? null : retries[retried];
  if (rule !== null && attempts <= rule.times) {
    return { type: 'again', notBefore: notBefore(outcome, rule.afterMinutes) };
  }
  return outcome.result === 'absent' || outcome.result === 'failed' ? { type: 'failed' } : { type: 'done' };
}

/** Another call would come out the same. */
const lasting: ReadonlySet<ResultReason> = new Set([
  'invalid-number',
  'number-not-allowed',
  'out-of-service',
  'wrong-number',
  'decided-by-agent',
]);

function retriedOutcomeOf({ result, resultReason }: CampaignCallOutcome): RetriedOutcome | null {
  if (resultReason !== null && lasting.has(resultReason)) return null;
  if (resultReason === 'hung-up' || resultReason === 'hung-up-early') return 'hung-up';
  if (result === 'failed') return 'failed';
  if (result !== 'absent') return null;
  switch (resultReason) {
    case 'no-answer':
    case 'line-busy':
    case 'voicemail':
      return resultReason;
    default:
      return 'absent';
  }
}

/** Who was promised a call at a certain time is not called before it. */
function notBefore({ endedAt, nextAction }: CampaignCallOutcome, afterMinutes: number): Date {
  const ruled = endedAt.getTime() + afterMinutes * 60_000;
  const promised = nextAction?.kind === 'call-back' && nextAction.at !== null ? Date.parse(nextAction.at) : 0;
  return new Date(Math.max(ruled, promised));
}
