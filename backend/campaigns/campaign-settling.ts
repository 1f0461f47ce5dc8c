import type { CallRow, CallStore } from '../calls/call-store.ts';
import type { CallId } from '../contract/ids.ts';
import { nextCallableAt } from '../customers/calling-hours.ts';
import type { Clock } from '../kernel/clock.ts';
import type { CampaignCourse } from './campaign-course.ts';
import type { CampaignFiguresStore } from './campaign-figures-store.ts';
import type { CampaignMemberStore, MemberRow } from './campaign-member-store.ts';
import type { CampaignPublisher } from './campaign-publisher.ts';
import type { CampaignPulses } from './campaign-pulse.ts';
import type { CampaignRow, CampaignStore } from './campaign-store.ts';
import { openCircuitOf, watchedCalls, watchedMs } from './circuit-breaker.ts';
import { afterCampaignCall, type MemberAfterCall } from './retries.ts';

interface CampaignSettlingOptions {
  readonly calls: Pick<CallStore, 'find'>;
  readonly campaigns: Pick<CampaignStore, 'find'>;
  readonly members: Pick<CampaignMemberStore, 'ofCall' | 'update'>;
  readonly figures: Pick<CampaignFiguresStore, 'lastEnded'>;
  readonly pulses: Pick<CampaignPulses, 'hoursOf'>;
  readonly course: Pick<CampaignCourse, 'halt'>;
  readonly publisher: Pick<CampaignPublisher, 'progressed'>;
  readonly clock: Clock;
}

/** What the end of a campaign's call, and every later change of its result, means for the campaign. In the transaction of the end. */
export function createCampaignSettling(options: CampaignSettlingOptions): (callId: CallId) => void {
  const { calls, campaigns, members, figures, pulses, course, publisher, clock } = options;

  function settle(call: CallRow, endedAt: Date, campaign: CampaignRow): void {
    const member = members.ofCall(call.id);
    if (member === null) return;
    const after = afterCampaignCall({ ...call, endedAt }, member.attempts, campaign.settings.retries);
    members.update(member, changesOf(after, member, campaign));
  }

  function changesOf(
    after: MemberAfterCall,
    member: MemberRow,
    campaign: CampaignRow,
  ): Parameters<CampaignMemberStore['update']>[1] {
    const settled = { reason: null, nextAttemptAt: null };
    switch (after.type) {
      case 'done':
        return { ...settled, state: 'done' };
      case 'failed':
        return { ...settled, state: 'failed' };
      case 'again':
        if (member.reason === 'taken-out') return { state: 'skipped', nextAttemptAt: null };
        if (campaign.endedAt !== null) return { ...settled, state: 'failed' };
        return {
          state: 'pending',
          reason: 'retry',
          nextAttemptAt: callable(after.notBefore, member, campaign),
        };
      case 'untried':
        return {
          ...(member.reason === 'taken-out' ? { state: 'skipped' } : { ...settled, state: 'pending' }),
          callId: null,
          attempts: member.attempts - 1,
        };
    }
  }

  function callable(notBefore: Date, { timeZone }: MemberRow, campaign: CampaignRow): Date {
    const hours = pulses.hoursOf(campaign);
    return hours === null ? notBefore : nextCallableAt(hours, timeZone, notBefore);
  }

  /** When nearly everything fails it is our line, and each further call would only annoy somebody. */
  function watch({ id, runningSince }: CampaignRow): void {
    const now = clock.now();
    const since = Math.max(now.getTime() - watchedMs, runningSince?.getTime() ?? 0);
    const circuit = openCircuitOf(figures.lastEnded(id, new Date(since), 2 * watchedCalls), now);
    if (circuit !== null) course.halt(id, { type: 'circuit-open', at: now.toISOString(), ...circuit });
  }

  return (callId) => {
    const call = calls.find(callId);
    if (call === null || call.campaignId === null || call.endedAt === null) return;
    const campaign = campaigns.find(call.campaignId);
    if (campaign === null) return;
    settle(call, call.endedAt, campaign);
    publisher.progressed(campaign.id);
    if (campaign.state === 'running') watch(campaign);
  };
}
