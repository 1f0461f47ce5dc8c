import type {
  Campaign,
  CampaignForecast,
  CampaignPausedFor,
  CampaignProgress,
} from '../contract/campaigns.ts';
import type { AgentId, CampaignId } from '../contract/ids.ts';
import type { Clock } from '../kernel/clock.ts';
import type { CampaignFiguresStore } from './campaign-figures-store.ts';
import { endOfWork, recentWork } from './campaign-hours.ts';
import type { CampaignMemberStore, MemberCount } from './campaign-member-store.ts';
import type { CampaignPulses } from './campaign-pulse.ts';
import type { CampaignRow } from './campaign-store.ts';
import { forecastOf } from './forecast.ts';

export interface CampaignViewSources {
  readonly members: Pick<CampaignMemberStore, 'counts' | 'lastRetryAt' | 'pendingZones'>;
  readonly figures: CampaignFiguresStore;
  readonly pulses: Pick<CampaignPulses, 'pulseOf' | 'hoursOf'>;
  readonly nameOfAgent: (agentId: AgentId) => string;
  readonly clock: Clock;
}

/** A campaign as consoles see it. */
export function viewCampaign(campaign: CampaignRow, sources: CampaignViewSources): Campaign {
  const { id, version, state, settings, source, createdBy } = campaign;
  const named = (agentId: AgentId) => ({ id: agentId, name: sources.nameOfAgent(agentId) });
  const counts = sources.members.counts(id);
  const progress = progressOf(id, counts, sources.figures);
  return {
    id,
    version,
    state,
    pausedFor: pausedFor(campaign, named),
    settings,
    speaksFor: named(settings.speaksForId),
    agents: settings.agentIds.map(named),
    source:
      source.type === 'customers' ? { type: source.type, customers: source.customerIds.length } : source,
    listing: campaign.listing === null ? 'complete' : 'going-on',
    createdBy: createdBy === null ? null : named(createdBy),
    createdAt: campaign.createdAt.toISOString(),
    startedAt: campaign.startedAt?.toISOString() ?? null,
    endedAt: campaign.endedAt?.toISOString() ?? null,
    progress,
    pulse: state === 'running' ? sources.pulses.pulseOf(campaign) : null,
    forecast: forecast(campaign, { counts, progress }, sources),
  };
}

function pausedFor(
  { pausedFor: stored }: CampaignRow,
  named: (agentId: AgentId) => { id: AgentId; name: string },
): CampaignPausedFor | null {
  return stored?.type === 'by-person' ? { ...stored, by: named(stored.by) } : stored;
}

function progressOf(
  campaignId: CampaignId,
  counts: readonly MemberCount[],
  figures: CampaignFiguresStore,
): CampaignProgress {
  const customers = (state: MemberCount['state']) =>
    sum(counts.filter((count) => count.state === state).map((count) => count.customers));
  return {
    customers: sum(counts.map((count) => count.customers)),
    pending: customers('pending'),
    dialling: customers('dialling'),
    done: customers('done'),
    failed: customers('failed'),
    skipped: customers('skipped'),
    skippedFor: counts.flatMap(({ skippedFor: reason, customers: of }) =>
      reason === null ? [] : [{ reason, customers: of }],
    ),
    calls: figures.calls(campaignId),
    results: figures.results(campaignId),
  };
}

/** What was done in the last so much calling says how fast it goes. */
const recentMs = 60 * 60 * 1_000;

function forecast(
  campaign: CampaignRow,
  { counts, progress }: { readonly counts: readonly MemberCount[]; readonly progress: CampaignProgress },
  { members, figures, pulses, clock }: CampaignViewSources,
): CampaignForecast {
  const now = clock.now();
  const hours = pulses.hoursOf(campaign);
  const [timeZone = 'Asia/Tokyo'] = members.pendingZones(campaign.id);
  const calling = hours ?? ({ type: 'always' } as const);
  const notBefore = campaign.runningSince ?? now;
  const recent = recentWork({ until: now, ms: recentMs, notBefore }, calling, timeZone);
  const callsOf = (...states: MemberCount['state'][]) =>
    sum(counts.filter(({ state }) => states.includes(state)).map(({ calls }) => calls));
  return forecastOf({
    isRunning: campaign.state === 'running' && hours !== null,
    now,
    waiting: progress.pending + progress.dialling,
    waitingCalls: callsOf('pending', 'dialling'),
    settled: progress.done + progress.failed,
    settledCalls: callsOf('done', 'failed'),
    callsOver: sum(Object.values(progress.results)),
    successes: progress.results.success,
    recentCalls: figures.startedSince(campaign.id, new Date(recent.since.getTime() - 1)),
    recentMs: recent.ms,
    lastRetryAt: members.lastRetryAt(campaign.id),
    endOfWork: (span) => endOfWork(span, calling, timeZone),
  });
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
