import type { Funnel, ReportFigures } from '../contract/reports.ts';
import type { Tally } from './tally.ts';
import { rateOf } from './wilson-interval.ts';

/** The figures of a report from the sums over its calls. */
export function figuresFrom(tally: Tally): ReportFigures {
  const { count, answered, pastReception, successes, wanted, met, prompt, waitMs, durationSeconds } = tally;
  return {
    funnel: funnelFrom(tally),
    results: {
      success: tally.resultSuccess,
      absent: tally.resultAbsent,
      rejected: tally.resultRejected,
      follow_up: tally.resultFollowUp,
      failed: tally.resultFailed,
    },
    answerRate: rateOf(answered, count),
    receptionRate: rateOf(pastReception, answered),
    successRate: rateOf(successes, answered),
    handoffRate: rateOf(met, wanted),
    promptRate: rateOf(prompt, met),
    meanWaitSeconds: met === 0 ? null : waitMs / met / 1_000,
    meanDurationSeconds: answered === 0 ? null : durationSeconds / answered,
  };
}

export function funnelFrom(tally: Tally): Funnel {
  const { count: dialled, answered, pastReception, handedOver, succeeded } = tally;
  return { dialled, answered, pastReception, handedOver, succeeded };
}

/** Who is surest to be good comes first, and among equals who has more calls. */
export function bestFirst(
  a: { readonly figures: ReportFigures },
  b: { readonly figures: ReportFigures },
): number {
  const apart = b.figures.successRate.low - a.figures.successRate.low;
  return apart === 0 ? b.figures.funnel.dialled - a.figures.funnel.dialled : apart;
}
