import { DateTime } from 'luxon';
import { wasHeldBack } from '../calls/dial-rules.ts';
import type { AgentId, CampaignId } from '../contract/ids.ts';
import type { CallResult, Intent, ResultReason, Stage } from '../contract/vocabulary.ts';
import { refusalOf } from './refusal.ts';
import { nothing, type Tally } from './tally.ts';

/** What is stored of a call, as far as a report asks for it. */
export interface ReportedCall {
  readonly mode: 'ai' | 'agent';
  readonly direction: 'outbound' | 'inbound';
  readonly ownerId: AgentId | null;
  readonly startedBy: AgentId | null;
  readonly speaksFor: AgentId | null;
  readonly campaignId: CampaignId | null;
  readonly startedAt: Date;
  readonly answeredAt: Date | null;
  readonly endedAt: Date | null;
  readonly result: CallResult | null;
  readonly resultReason: ResultReason | null;
  /** Agents who could be heard, in the order in which they came. Null: nobody knows who was on that telephone. */
  readonly talkers: readonly (AgentId | null)[];
  /** When a human was wanted at once, and came if they did; in that order. */
  readonly handoffs: readonly { readonly wantedAt: Date; readonly metAt: Date | null }[];
  /** What the AI took of the customer, in that order. */
  readonly heard: readonly { readonly stage: Stage | null; readonly intent: Intent; readonly text: string }[];
  /** The texts in force when it began: of whom the AI spoke for, and of the team. */
  readonly versions: { readonly agent: number; readonly team: number };
}

/** The tables of a report whose parts have all figures, and those that only count. */
export const figureTables = ['days', 'hours', 'agents', 'campaigns', 'templates'] as const;
export const countTables = ['intents', 'refusals', 'endings', 'reasons'] as const;
export type CellTable = (typeof figureTables)[number] | (typeof countTables)[number];

/** What a call counts for in a report. Where each part of each table is kept: `report-cells.ts`. */
export interface CallFacts {
  /** As a calendar writes it. */
  readonly day: string;
  readonly agentId: AgentId | null;
  readonly campaignId: CampaignId | null;
  readonly tally: Tally;
  readonly parts: readonly (readonly [CellTable, string])[];
}

/** Within which a human comes promptly. */
const promptMs = 20_000;

/** Null: not over, not dialled by us, or held back before it was. What each figure means: `contract/reports.ts`. */
export function factsOf(call: ReportedCall, zone: string): CallFacts | null {
  if (call.direction === 'inbound' || call.endedAt === null || wasHeldBack(call)) return null;
  const agentId = agentOf(call);
  const { campaignId } = call;
  const begun = DateTime.fromJSDate(call.startedAt, { zone });
  return {
    day: begun.toISODate() ?? '',
    agentId,
    campaignId,
    tally: tallyOf(call, call.endedAt),
    parts: [
      ['days', ''],
      ['hours', `${begun.weekday}/${begun.hour}`],
      ['agents', agentId ?? ''],
      ['campaigns', campaignId ?? ''],
      ...templateOf(call),
      ...reactionsOf(call),
    ],
  };
}

function agentOf({ talkers, ownerId, startedBy, speaksFor }: ReportedCall): AgentId | null {
  return talkers.at(-1) ?? ownerId ?? startedBy ?? speaksFor;
}

function tallyOf(call: ReportedCall, endedAt: Date): Tally {
  const { answeredAt, result } = call;
  const answered = answeredAt !== null;
  const talked = answered && call.talkers.length > 0;
  const success = answered && result === 'success';
  const pastReception = answered && (talked || success || call.heard.some(isPerson));
  return {
    ...nothing,
    count: 1,
    answered: Number(answered),
    pastReception: Number(pastReception),
    handedOver: Number(talked),
    succeeded: Number(talked && success),
    successes: Number(success),
    resultSuccess: Number(result === 'success'),
    resultAbsent: Number(result === 'absent'),
    resultRejected: Number(result === 'rejected'),
    resultFollowUp: Number(result === 'follow_up'),
    resultFailed: Number(result === 'failed'),
    ...waitOf(call),
    durationSeconds: answered
      ? Math.max(0, Math.round((endedAt.getTime() - answeredAt.getTime()) / 1_000))
      : 0,
  };
}

/** The person in charge is on the line. */
function isPerson({ stage, intent }: ReportedCall['heard'][number]): boolean {
  return stage === 'person' || intent === 'person_on_line' || intent === 'interested';
}

function waitOf({ handoffs }: ReportedCall): Pick<Tally, 'wanted' | 'met' | 'prompt' | 'waitMs'> {
  const [first] = handoffs;
  const metAt = handoffs.find((handoff) => handoff.metAt !== null)?.metAt ?? null;
  if (first === undefined || metAt === null)
    return { wanted: Number(first !== undefined), met: 0, prompt: 0, waitMs: 0 };
  const waitMs = Math.max(0, metAt.getTime() - first.wantedAt.getTime());
  return { wanted: 1, met: 1, prompt: Number(waitMs <= promptMs), waitMs };
}

type Parts = CallFacts['parts'];

function templateOf({ mode, speaksFor, startedBy, ownerId, versions }: ReportedCall): Parts {
  const speaker = speaksFor ?? startedBy ?? ownerId;
  return mode === 'agent' || speaker === null
    ? []
    : [['templates', `${speaker}/${versions.agent}/${versions.team}`]];
}

function reactionsOf({ answeredAt, result, resultReason, heard }: ReportedCall): Parts {
  const refused = heard.findLast(({ intent }) => intent === 'rejection' || intent === 'do_not_call');
  const why =
    refused === undefined && resultReason === 'do-not-call' ? 'never-again' : refusalOf(refused?.text ?? '');
  return [
    ...heard.map(({ stage, intent }) => ['intents', `${stage ?? ''}/${intent}`] as const),
    ...(result === 'rejected' ? [['refusals', why] as const] : []),
    ...(answeredAt === null ? [] : [['endings', heard.at(-1)?.stage ?? ''] as const]),
    ...(result === null || resultReason === null ? [] : [['reasons', `${result}/${resultReason}`] as const]),
  ];
}
