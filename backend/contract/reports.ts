import { z } from 'zod';
import { exportLanguageSchema } from './customer-exports.ts';
import { agentIdSchema, campaignIdSchema } from './ids.ts';
import { callResultSchema, intentSchema, resultReasonSchema, stageSchema } from './vocabulary.ts';

/**
 * What the figures of a report count, by the names under which consoles explain them. All are of calls that we made and that are over,
 * each on the day on which it began; calls that customers made are in none.
 *
 * `dialled`: all of them · `answered`: the customer's line was answered, by whomever or whatever · `past-reception`: somebody in charge
 * came on the line or was talked with, or the call succeeded · `handed-over`: of these, a human of ours was heard by the customer ·
 * `succeeded`: of these, the result is `success`.
 * `answer-rate`: answered of dialled · `reception-rate`: past reception of answered · `success-rate`: calls with the result `success`,
 * with or without a human, of answered · `handoff-rate`: of the calls in which the customer was to be handed to a human at once, those in
 * which one came · `wait`: from then until the human was heard · `prompt-rate`: of those in which one came, within 20 seconds ·
 * `duration`: from the answer to the end, of answered calls.
 * `intent`: customers' turns of a class, by the stage in which they were said · `refusal`: calls with the result `rejected`, by why they
 * refused · `ending`: answered calls, by the stage of the customer's last turn to the AI · `reason`: calls by what led to their result.
 * `agent`: who talked last; where nobody did, whose call it was · `template`: the texts of the agent for whom the AI spoke, by the version
 * in force when the call began, of calls that the AI opened.
 */
export const figureIdSchema = z.enum([
  'dialled',
  'answered',
  'past-reception',
  'handed-over',
  'succeeded',
  'answer-rate',
  'reception-rate',
  'success-rate',
  'handoff-rate',
  'wait',
  'prompt-rate',
  'duration',
  'intent',
  'refusal',
  'ending',
  'reason',
  'agent',
  'template',
]);
export type FigureId = z.infer<typeof figureIdSchema>;

/** A day as a calendar writes it: 2026-11-23. */
export const daySchema = z.iso.date();

const mostDays = 1_100;
const dayMs = 24 * 60 * 60 * 1_000;

const periodShape = {
  /** The first day, in the team's time zone. */
  from: daySchema,
  /** The last day, which is included. */
  to: daySchema,
  /** Agents: themselves, whatever they ask for. */
  agentId: agentIdSchema.optional(),
  campaignId: campaignIdSchema.optional(),
};

const inOrder = ({ from, to }: { readonly from: string; readonly to: string }) => from <= to;
const notTooLong = ({ from, to }: { readonly from: string; readonly to: string }) =>
  (Date.parse(to) - Date.parse(from)) / dayMs < mostDays;

/** Up to three years. */
export const reportQuerySchema = z
  .object(periodShape)
  .refine(inOrder, { path: ['to'], error: 'ends-before-it-begins' })
  .refine(notTooLong, { path: ['from'], error: 'too-long' });
export type ReportQuery = z.infer<typeof reportQuerySchema>;

/** One table of a report. */
export const reportTableSchema = z.enum([
  'figures',
  'days',
  'hours',
  'agents',
  'campaigns',
  'templates',
  'intents',
  'refusals',
  'endings',
  'reasons',
]);
export type ReportTable = z.infer<typeof reportTableSchema>;

/** A table of a report as a file for a spreadsheet. */
export const reportExportQuerySchema = z
  .object({
    ...periodShape,
    table: reportTableSchema.default('days'),
    format: z.literal('csv').default('csv'),
    language: exportLanguageSchema.default('ja'),
  })
  .refine(inOrder, { path: ['to'], error: 'ends-before-it-begins' })
  .refine(notTooLong, { path: ['from'], error: 'too-long' });

const countSchema = z.int().nonnegative();
const shareSchema = z.number().min(0).max(1);

/**
 * `count` of `of`. `share` is null of nothing. `low` to `high`: where the true share lies, with 95 % certainty (Wilson's interval); who is
 * compared by `low` is not put first for 3 of 5 before 300 of 600.
 */
export const rateSchema = z.object({
  count: countSchema,
  of: countSchema,
  share: shareSchema.nullable(),
  low: shareSchema,
  high: shareSchema,
});
export type Rate = z.infer<typeof rateSchema>;

/** From step to step no call is added: each counts those of the step before of which it is true. */
export const funnelSchema = z.object({
  dialled: countSchema,
  answered: countSchema,
  pastReception: countSchema,
  handedOver: countSchema,
  succeeded: countSchema,
});
export type Funnel = z.infer<typeof funnelSchema>;

/** What each means: `figureIdSchema`. Times are in seconds; null where there is nothing to take the mean of. */
export const reportFiguresSchema = z.object({
  funnel: funnelSchema,
  results: z.record(callResultSchema, countSchema),
  answerRate: rateSchema,
  receptionRate: rateSchema,
  successRate: rateSchema,
  handoffRate: rateSchema,
  promptRate: rateSchema,
  meanWaitSeconds: z.number().nullable(),
  meanDurationSeconds: z.number().nullable(),
});
export type ReportFigures = z.infer<typeof reportFiguresSchema>;

const agentNameSchema = z.object({ id: agentIdSchema, name: z.string() });

/** Why customers refuse, from the words with which they did. */
export const refusalSchema = z.enum([
  /** 「営業のお電話はお断りしております」 */
  'no-sales-calls',
  /** 「間に合っています」「他社にお願いしております」 */
  'already-served',
  /** 「必要ありません」「結構です」「興味がない」 */
  'no-need',
  /** 「予算がございません」 */
  'no-budget',
  /** 「本社で決めております」 */
  'not-decided-here',
  /** 「もうかけてこないでください」 */
  'never-again',
  /** Other words; and where a person recorded the refusal. */
  'other',
]);
export type Refusal = z.infer<typeof refusalSchema>;

export const reportPeriodSchema = z.object({ from: daySchema, to: daySchema });
export type ReportPeriod = z.infer<typeof reportPeriodSchema>;

/** What came of the calls of a period. Days and hours are those of the team's zone. */
export const reportSchema = z.object({
  /** IANA name. */
  zone: z.string(),
  period: reportPeriodSchema,
  /** As many days, just before. */
  previous: reportPeriodSchema,
  figures: reportFiguresSchema,
  previousFigures: reportFiguresSchema,
  /** Every day of the period, also those without calls. */
  days: z.array(z.object({ day: daySchema, funnel: funnelSchema })),
  /** The hours of the week with calls. `weekday`: 1 is Monday, 7 Sunday. */
  hours: z.array(
    z.object({
      weekday: z.int().min(1).max(7),
      hour: z.int().min(0).max(23),
      funnel: funnelSchema,
      answerRate: rateSchema,
      successRate: rateSchema,
    }),
  ),
  /** The best first: by `successRate.low`. `agent` is null for calls that were nobody's. */
  agents: z.array(z.object({ agent: agentNameSchema.nullable(), figures: reportFiguresSchema })),
  /** The best first, likewise. `campaign` is null for calls of none. */
  campaigns: z.array(
    z.object({
      campaign: z.object({ id: campaignIdSchema, name: z.string() }).nullable(),
      figures: reportFiguresSchema,
    }),
  ),
  /** The best first, likewise. A version is 0 for texts as they were before anybody changed any. */
  templates: z.array(
    z.object({
      agent: agentNameSchema,
      version: countSchema,
      /** Of the team's texts, which hold where the agent has none of their own. */
      teamVersion: countSchema,
      figures: reportFiguresSchema,
    }),
  ),
  /** `stage` is null for turns of before it was noted. */
  intents: z.array(z.object({ stage: stageSchema.nullable(), intent: intentSchema, turns: countSchema })),
  /** The most frequent first. */
  refusals: z.array(z.object({ why: refusalSchema, calls: countSchema })),
  /** `stage` is null where the customer said nothing to the AI, or it was not noted. */
  endings: z.array(z.object({ stage: stageSchema.nullable(), calls: countSchema })),
  /** The most frequent first. */
  reasons: z.array(z.object({ result: callResultSchema, reason: resultReasonSchema, calls: countSchema })),
  /** Calls that are over and not counted yet: only for a while after an upgrade. */
  uncounted: countSchema,
});
export type Report = z.infer<typeof reportSchema>;
