import type { AgentId, CampaignId } from '../../backend/contract/ids.ts';
import type { Report, ReportFigures } from '../../backend/contract/reports.ts';
import { refusalOf } from '../../backend/reports/refusal.ts';
import type { RandomHistory, StoredCall, StoredVersion } from './random-history.ts';

/** Which calls a report is asked for. Days as a calendar writes them. */
export interface RecountRequest {
  readonly zone: string;
  readonly from: string;
  readonly to: string;
  readonly agentId: AgentId | null;
  readonly campaignId: CampaignId | null;
}

/** What the recount and the report have in common, as plain counts by name. */
export type Recount = Readonly<Record<string, number>>;

/** The figures of a report, counted call by call as `contract/reports.ts` defines them, without any sums kept. */
export function recount(
  { calls, versions }: Pick<RandomHistory, 'calls' | 'versions'>,
  request: RecountRequest,
): Recount {
  const counts: Record<string, number> = {};
  for (const stored of calls) {
    if (!isAskedFor(stored, request)) continue;
    for (const [name, by] of countsFor(stored, versions, request.zone))
      counts[name] = (counts[name] ?? 0) + by;
  }
  return withoutNothing(counts);
}

/** The same of a report. */
export function countsIn({ figures, ...tables }: Report): Recount {
  const counts: (readonly [string, number])[] = [
    ...figuresIn('', figures),
    ...tables.days.flatMap(({ day, funnel }) => under(`day ${day}`, Object.entries(funnel))),
    ...tables.hours.flatMap((its) =>
      under(`hour ${its.weekday}/${its.hour}`, [
        ...Object.entries(its.funnel),
        ['answer of', its.answerRate.of],
        ['success', its.successRate.count],
        ['success of', its.successRate.of],
      ]),
    ),
    ...tables.agents.flatMap((its) => figuresIn(`agent ${its.agent?.id}`, its.figures)),
    ...tables.campaigns.flatMap((its) => figuresIn(`campaign ${its.campaign?.id}`, its.figures)),
    ...tables.templates.flatMap((its) =>
      figuresIn(`template ${its.agent.id} ${its.version} ${its.teamVersion}`, its.figures),
    ),
    ...tables.intents.map((its) => [`${its.stage}: ${its.intent}`, its.turns] as const),
    ...tables.refusals.map((its) => [`refused: ${its.why}`, its.calls] as const),
    ...tables.endings.map((its) => [`ended: ${its.stage}`, its.calls] as const),
    ...tables.reasons.map((its) => [`${its.result}: ${its.reason}`, its.calls] as const),
  ];
  return withoutNothing(Object.fromEntries(counts));
}

type Counts = readonly (readonly [string, number])[];

function under(group: string, counts: Counts): Counts {
  return counts.map(([name, count]) => [`${group} ${name}`, count]);
}

function figuresIn(group: string, figures: ReportFigures): Counts {
  const { funnel, results, answerRate, receptionRate, successRate, handoffRate, promptRate } = figures;
  return under(group, [
    ...Object.entries(funnel),
    ...Object.entries(results).map(([result, calls]) => [`result ${result}`, calls] as const),
    ['answer of', answerRate.of],
    ['reception of', receptionRate.of],
    ['success', successRate.count],
    ['success of', successRate.of],
    ['met', handoffRate.count],
    ['met of', handoffRate.of],
    ['prompt', promptRate.count],
    ['waited ms', Math.round((figures.meanWaitSeconds ?? 0) * handoffRate.count * 1_000)],
    ['seconds', Math.round((figures.meanDurationSeconds ?? 0) * funnel.answered)],
  ]);
}

function withoutNothing(counts: Readonly<Record<string, number>>): Recount {
  return Object.fromEntries(Object.entries(counts).filter(([, count]) => count !== 0));
}

function isAskedFor(stored: StoredCall, { zone, from, to, agentId, campaignId }: RecountRequest): boolean {
  const { call } = stored;
  const day = dayOf(call.startedAt, zone);
  if (call.direction === 'inbound' || call.endedAt == null || day < from || day > to) return false;
  if (/^(number-blocked|outside-calling-hours|campaign-held)$/.test(call.resultReason ?? '')) return false;
  if (agentId !== null && agentOf(stored) !== agentId) return false;
  return campaignId === null || call.campaignId === campaignId;
}

function countsFor(stored: StoredCall, versions: readonly StoredVersion[], zone: string): Counts {
  const { call } = stored;
  const heard = heardIn(stored);
  const last = heard.at(-1);
  const speaker = call.speaksFor ?? call.startedBy ?? call.ownerId;
  const refusal = heard.findLast(({ intent }) => intent === 'rejection' || intent === 'do_not_call');
  const unsaid = call.resultReason === 'do-not-call' ? 'never-again' : 'other';
  const why = refusal === undefined ? unsaid : refusalOf(refusal.text);
  const savedBy = (whose: AgentId | null): number =>
    versions.filter(({ agentId, savedAt }) => agentId === whose && savedAt <= call.startedAt).length;
  const figures = figuresOf(stored);
  const funnel = figures.filter(([name]) => funnelNames.includes(name));
  const ofHours = figures.filter(([name]) => [...funnelNames, ...hourNames].includes(name));
  return [
    ...under('', figures),
    ...under(`day ${dayOf(call.startedAt, zone)}`, funnel),
    ...under(`hour ${hourOf(call.startedAt, zone)}`, ofHours),
    ...under(`agent ${agentOf(stored) ?? undefined}`, figures),
    ...under(`campaign ${call.campaignId ?? undefined}`, figures),
    ...(call.mode === 'ai' && speaker != null
      ? under(`template ${speaker} ${savedBy(speaker)} ${savedBy(null)}`, figures)
      : []),
    ...heard.map(({ stage, intent }) => [`${stage ?? null}: ${intent}`, 1] as const),
    [`refused: ${why}`, Number(call.result === 'rejected')],
    [`ended: ${last?.stage ?? null}`, call.answeredAt == null ? 0 : 1],
    [`${call.result}: ${call.resultReason}`, 1],
  ];
}

const funnelNames: readonly string[] = ['dialled', 'answered', 'pastReception', 'handedOver', 'succeeded'];
const hourNames: readonly string[] = ['answer of', 'success', 'success of'];

function figuresOf(stored: StoredCall): Counts {
  const { call } = stored;
  const answered = call.answeredAt == null ? 0 : 1;
  const talked = answered * Number(talkersOf(stored).length > 0);
  const success = Number(call.result === 'success') * answered;
  const inCharge = heardIn(stored).some(
    ({ stage, intent }) => stage === 'person' || intent === 'person_on_line' || intent === 'interested',
  );
  return [
    ['dialled', 1],
    ['answered', answered],
    ['pastReception', answered * Number(talked === 1 || success === 1 || inCharge)],
    ['handedOver', talked],
    ['succeeded', talked * success],
    [`result ${call.result}`, 1],
    ['answer of', 1],
    ['reception of', answered],
    ['success', success],
    ['success of', answered],
    ...waitOf(stored),
    ['seconds', answered * secondsOf(stored)],
  ];
}

function heardIn({ turns }: StoredCall): StoredCall['turns'] {
  return turns.filter((turn) => turn.speaker === 'customer' && turn.intent != null);
}

function waitOf({ handoff }: StoredCall): Counts {
  if (handoff === null || handoff.urgency !== 'connect' || handoff.transferredBy != null) return [];
  const { connectedAt } = handoff;
  if (connectedAt == null) return [['met of', 1]];
  const ms = Math.max(0, connectedAt.getTime() - (handoff.waitingSince ?? handoff.requestedAt).getTime());
  return [
    ['met of', 1],
    ['met', 1],
    ['prompt', Number(ms <= 20_000)],
    ['waited ms', ms],
  ];
}

function talkersOf({ legs }: StoredCall): StoredCall['legs'] {
  return legs
    .filter((leg) => leg.kind === 'agent' && leg.muted !== true && leg.joinedAt != null)
    .toSorted((a, b) => (a.joinedAt?.getTime() ?? 0) - (b.joinedAt?.getTime() ?? 0));
}

function agentOf(stored: StoredCall): AgentId | null {
  const { ownerId, startedBy, speaksFor } = stored.call;
  return talkersOf(stored).at(-1)?.agentId ?? ownerId ?? startedBy ?? speaksFor ?? null;
}

function secondsOf({ call }: StoredCall): number {
  const [from, to] = [call.answeredAt?.getTime() ?? 0, call.endedAt?.getTime() ?? 0];
  return Math.max(0, Math.round((to - from) / 1_000));
}

export function dayOf(at: Date, timeZone: string): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone, dateStyle: 'short' }).format(at);
}

function hourOf(at: Date, timeZone: string): string {
  const weekdays = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];
  const weekday = new Intl.DateTimeFormat('en-US', { timeZone, weekday: 'short' }).format(at);
  const hour = new Intl.DateTimeFormat('en-US', { timeZone, hour: 'numeric', hourCycle: 'h23' }).format(at);
  return `${weekdays.indexOf(weekday) + 1}/${Number(hour)}`;
}
