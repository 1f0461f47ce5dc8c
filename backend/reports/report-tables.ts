import { type AgentId, agentIdSchema, type CampaignId, campaignIdSchema } from '../contract/ids.ts';
import { type Refusal, type Report, refusalSchema } from '../contract/reports.ts';
import { callResultSchema, intentSchema, resultReasonSchema, stageSchema } from '../contract/vocabulary.ts';
import type { ReportSums } from './report-cells-store.ts';
import { bestFirst, figuresFrom, funnelFrom } from './report-figures.ts';
import { rateOf } from './wilson-interval.ts';

/** How what a report names by its id is called. */
export interface ReportNames {
  readonly agent: (agentId: AgentId) => string;
  readonly campaign: (campaignId: CampaignId) => string;
}

type Tables = Pick<
  Report,
  'hours' | 'agents' | 'campaigns' | 'templates' | 'intents' | 'refusals' | 'endings' | 'reasons'
>;

/** The tables of a report. How the parts of each are written: `call-facts.ts`. */
export function tablesOf(sums: ReportSums, names: ReportNames): Tables {
  return {
    hours: hoursOf(sums),
    agents: agentsOf(sums, names),
    campaigns: campaignsOf(sums, names),
    templates: templatesOf(sums, names),
    intents: [...sums.of('intents')].map(([part, { count }]) => {
      const [stage, intent] = part.split('/');
      return { stage: stageOf(stage), intent: intentSchema.parse(intent), turns: count };
    }),
    refusals: mostFirst(
      [...sums.of('refusals')].map(([why, { count }]) => ({ why: whyOf(why), calls: count })),
    ),
    endings: [...sums.of('endings')].map(([stage, { count }]) => ({ stage: stageOf(stage), calls: count })),
    reasons: mostFirst(
      [...sums.of('reasons')].map(([part, { count }]) => {
        const [result, reason] = part.split('/');
        return {
          result: callResultSchema.parse(result),
          reason: resultReasonSchema.parse(reason),
          calls: count,
        };
      }),
    ),
  };
}

function hoursOf(sums: ReportSums): Report['hours'] {
  return [...sums.of('hours')]
    .map(([part, tally]) => {
      const [weekday = 0, hour = 0] = part.split('/').map(Number);
      const { count, answered, successes } = tally;
      return {
        weekday,
        hour,
        funnel: funnelFrom(tally),
        answerRate: rateOf(answered, count),
        successRate: rateOf(successes, answered),
      };
    })
    .toSorted((a, b) => a.weekday - b.weekday || a.hour - b.hour);
}

function agentsOf(sums: ReportSums, names: ReportNames): Report['agents'] {
  return [...sums.of('agents')]
    .map(([id, tally]) => ({ agent: id === '' ? null : agentNamed(id, names), figures: figuresFrom(tally) }))
    .toSorted(bestFirst);
}

function campaignsOf(sums: ReportSums, names: ReportNames): Report['campaigns'] {
  return [...sums.of('campaigns')]
    .map(([part, tally]) => {
      const figures = figuresFrom(tally);
      if (part === '') return { campaign: null, figures };
      const id = campaignIdSchema.parse(part);
      return { campaign: { id, name: names.campaign(id) }, figures };
    })
    .toSorted(bestFirst);
}

function templatesOf(sums: ReportSums, names: ReportNames): Report['templates'] {
  return [...sums.of('templates')]
    .map(([part, tally]) => {
      const [speaker = '', version, teamVersion] = part.split('/');
      const versions = { version: Number(version), teamVersion: Number(teamVersion) };
      return { agent: agentNamed(speaker, names), ...versions, figures: figuresFrom(tally) };
    })
    .toSorted(bestFirst);
}

function agentNamed(part: string, names: ReportNames): { readonly id: AgentId; readonly name: string } {
  const id = agentIdSchema.parse(part);
  return { id, name: names.agent(id) };
}

function stageOf(part: string | undefined): Report['endings'][number]['stage'] {
  return part === '' ? null : stageSchema.parse(part);
}

function whyOf(part: string): Refusal {
  return refusalSchema.parse(part);
}

function mostFirst<Row extends { readonly calls: number }>(rows: readonly Row[]): Row[] {
  return rows.toSorted((a, b) => b.calls - a.calls);
}
