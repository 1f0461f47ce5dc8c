import type { CallLegs } from '../calls/call-legs.ts';
import type { CallPublisher } from '../calls/call-publisher.ts';
import type { CallStore } from '../calls/call-store.ts';
import type { NewCallObstacle, NewCalls } from '../calls/new-calls.ts';
import type { CampaignDelay, CampaignSkip } from '../contract/campaigns.ts';
import { mayCallAt, nextCallableAt } from '../customers/calling-hours.ts';
import type { CustomerRow, CustomerStore } from '../customers/customer-store.ts';
import type { Database } from '../db/database.ts';
import type { Clock } from '../kernel/clock.ts';
import { reasonAgainst } from './campaign-list.ts';
import type { CampaignMemberStore, MemberRow } from './campaign-member-store.ts';
import type { CampaignPublisher } from './campaign-publisher.ts';
import type { CampaignPulses } from './campaign-pulse.ts';
import type { CampaignRow, CampaignStore } from './campaign-store.ts';

interface CampaignDiallingOptions {
  readonly database: Pick<Database, 'transaction'>;
  readonly customers: Pick<CustomerStore, 'find'>;
  readonly calls: Pick<CallStore, 'openWithNumber'>;
  readonly newCalls: NewCalls;
  readonly callLegs: Pick<CallLegs, 'dialCustomer'>;
  readonly callPublisher: Pick<CallPublisher, 'started'>;
  readonly campaigns: Pick<CampaignStore, 'goingOnSince'>;
  readonly members: CampaignMemberStore;
  readonly pulses: Pick<CampaignPulses, 'hoursOf'>;
  readonly publisher: Pick<CampaignPublisher, 'progressed'>;
  readonly clock: Clock;
}

/** `passed-over`: this one is not called now, the next one may be. The others concern everybody. */
export type DialAttempt =
  | 'dialled'
  | 'passed-over'
  | 'line-full'
  | 'spending-cap-reached'
  | 'speaker-not-ready';

export type DialMember = (campaign: CampaignRow, member: MemberRow) => DialAttempt;

interface MemberElsewhere extends MemberRow {
  /** `over-before`: before this campaign began. */
  readonly campaignIs: 'going-on' | 'over' | 'over-before';
}

type Hindrance =
  | { readonly type: 'skip'; readonly reason: CampaignSkip }
  | { readonly type: 'delay'; readonly reason: CampaignDelay; readonly until: Date };

/** After so long somebody who was on the telephone is tried again. */
const inCallMs = 60_000;

/** After so long somebody who was called in vain by one campaign may be called by another. */
const restMs = 60 * 60_000;

/** Dials a customer of a campaign, having checked everything once more: in one transaction, as every call is started. */
export function createCampaignDialling(options: CampaignDiallingOptions): DialMember {
  const { database, newCalls, callLegs, members, clock } = options;

  function dial(campaign: CampaignRow, member: MemberRow, customer: CustomerRow): DialAttempt {
    const hindrance = hindranceTo(campaign, member, customer);
    if (hindrance !== null) return passOver(member, hindrance);
    const { speaksForId } = campaign.settings;
    const obstacle = newCalls.obstacleTo(customer, speaksForId);
    if (obstacle !== null) return meet(obstacle, campaign, member, customer);
    const how = { mode: 'ai', startedBy: null, speaksFor: speaksForId, campaignId: campaign.id } as const;
    const call = newCalls.add(customer, speaksForId, how);
    members.update(member, {
      state: 'dialling',
      reason: null,
      phoneNumber: customer.phoneNumber,
      attempts: member.attempts + 1,
      nextAttemptAt: null,
      lastAttemptAt: call.startedAt,
      callId: call.id,
    });
    options.callPublisher.started(call.id);
    callLegs.dialCustomer(call);
    return 'dialled';
  }

  function hindranceTo(campaign: CampaignRow, member: MemberRow, customer: CustomerRow): Hindrance | null {
    const reason = reasonAgainst(customer);
    if (reason !== null) return { type: 'skip', reason };
    const already = calledAlready(campaign, member, customer.phoneNumber);
    if (already !== null) return already;
    const hours = options.pulses.hoursOf(campaign);
    if (hours === null || !mayCallAt(hours, customer.timeZone, clock.now())) {
      return outsideHours(campaign, customer);
    }
    return options.calls.openWithNumber(customer.phoneNumber).length > 0 ? inCall() : null;
  }

  /** One number is one telephone, whoever has it: in a campaign, and in campaigns that go on at the same time. */
  function calledAlready(
    { id, startedAt }: CampaignRow,
    member: MemberRow,
    phoneNumber: string,
  ): Hindrance | null {
    const others = members.othersCalledUnder(phoneNumber, member);
    if (others.length === 0) return null;
    if (others.some(({ campaignId }) => campaignId === id)) return { type: 'skip', reason: 'same-number' };
    const meanwhile = options.campaigns.goingOnSince(startedAt ?? clock.now());
    return elsewhere(
      member,
      others.map((other) => {
        const campaign = meanwhile.find((one) => one.id === other.campaignId);
        if (campaign === undefined) return { ...other, campaignIs: 'over-before' };
        return { ...other, campaignIs: campaign.endedAt === null ? 'going-on' : 'over' };
      }),
    );
  }

  /** Whoever was spoken with meanwhile is left in peace; else it is the other campaign's turn first, and then they have a rest. */
  function elsewhere(member: MemberRow, others: readonly MemberElsewhere[]): Hindrance | null {
    const isSettled = ({ state, campaignIs }: MemberElsewhere) =>
      state === 'done' && campaignIs !== 'over-before';
    if (others.some(isSettled)) return { type: 'skip', reason: 'called-elsewhere' };
    if (others.some(({ state }) => state === 'dialling')) return inCall();
    const until = Math.max(0, ...others.map((other) => restUntil(member, other)));
    if (until <= clock.now().getTime()) return null;
    return { type: 'delay', reason: 'elsewhere-first', until: new Date(until) };
  }

  function meet(
    obstacle: NewCallObstacle,
    campaign: CampaignRow,
    member: MemberRow,
    customer: CustomerRow,
  ): DialAttempt {
    switch (obstacle) {
      case 'number-blocked':
        return passOver(member, { type: 'skip', reason: 'do-not-call' });
      case 'outside-calling-hours':
        return passOver(member, outsideHours(campaign, customer));
      case 'call-already-open':
        return passOver(member, inCall());
      case 'line-full':
      case 'spending-cap-reached':
        return obstacle;
      case 'settings-missing':
        return 'speaker-not-ready';
    }
  }

  function outsideHours(campaign: CampaignRow, { timeZone }: CustomerRow): Hindrance {
    const hours = options.pulses.hoursOf(campaign);
    const later = new Date(clock.now().getTime() + inCallMs);
    const until = hours === null ? later : nextCallableAt(hours, timeZone, later);
    return { type: 'delay', reason: 'outside-calling-hours', until };
  }

  function inCall(): Hindrance {
    const until = new Date(clock.now().getTime() + inCallMs);
    return { type: 'delay', reason: 'number-in-call', until };
  }

  function passOver(member: MemberRow, hindrance: Hindrance): DialAttempt {
    const { reason } = hindrance;
    if (hindrance.type === 'skip') members.update(member, { state: 'skipped', reason, nextAttemptAt: null });
    else members.update(member, { reason, nextAttemptAt: hindrance.until });
    return 'passed-over';
  }

  return (campaign, member) =>
    database.transaction(() => {
      const customer = options.customers.find(member.customerId);
      if (customer === null) return 'passed-over';
      const attempt = dial(campaign, member, customer);
      options.publisher.progressed(campaign.id);
      return attempt;
    });
}

/**
 * Until when another campaign's customer is left alone. Whoever has not called them yet also waits until the other has tried again; between
 * two that both have, each waiting for the other's next call, nobody would ever call.
 */
function restUntil(
  { attempts }: MemberRow,
  { lastAttemptAt, nextAttemptAt, campaignIs }: MemberElsewhere,
): number {
  const next = campaignIs === 'going-on' && attempts === 0 ? nextAttemptAt : null;
  return Math.max(lastAttemptAt?.getTime() ?? 0, next?.getTime() ?? 0) + restMs;
}
