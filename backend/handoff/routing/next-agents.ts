import type { TeamMember } from '../../agents/presence-reader.ts';
import type { CallRow, CallStore } from '../../calls/call-store.ts';
import type { AgentId, CampaignId, CustomerId } from '../../contract/ids.ts';
import type { RoutingSettings } from '../../contract/routing.ts';
import type { Clock } from '../../kernel/clock.ts';
import type { HandoffDeadlines } from '../handoff-deadlines.ts';
import type { HandoffRow, HandoffStore, OfferRow } from '../handoff-store.ts';
import type { Next } from '../handoff-vocabulary.ts';
import { decideAmong } from './campaign-circle.ts';
import { wantedSkills } from './wanted-skills.ts';

interface NextAgentsOptions {
  readonly handoffs: HandoffStore;
  readonly calls: CallStore;
  readonly deadlines: Pick<HandoffDeadlines, 'giveUpAt'>;
  readonly clock: Clock;
  readonly team: () => readonly TeamMember[];
  readonly worksAt: (agentId: AgentId, at: Date) => boolean;
  readonly routing: () => RoutingSettings;
  readonly tagsOf: (customerId: CustomerId) => readonly string[];
  readonly campaignAgents: (campaignId: CampaignId) => readonly AgentId[];
  /** Whether a console of the agent is there, or may be back in a moment. */
  readonly mayReturn: (agentId: AgentId) => boolean;
}

type Wanted = Pick<
  HandoffRow,
  'id' | 'callId' | 'urgency' | 'requestedBy' | 'transferredBy' | 'reason' | 'connectReason'
>;

/** `team` as it is, for who asks about several handoffs at once. */
export type NextAgents = (handoff: Wanted, team?: readonly TeamMember[]) => Required<Next>;

/** Whom a handoff asks next, as things stand now, and why. */
export function createNextAgents(options: NextAgentsOptions): NextAgents {
  const { handoffs, calls, deadlines, clock } = options;

  /** Of the handoffs before this one: what was said before a human talked is long ago. */
  function madeBefore({ id, callId }: Wanted): readonly OfferRow[] {
    const before = handoffs.ofCall(callId).filter((other) => other.id !== id);
    const talked = before.findLastIndex((other) => other.connectedAt !== null);
    return before.slice(talked + 1).flatMap((other) => handoffs.offersOf(other.id));
  }

  /** Rounded, because a deadline is noticed a moment after it has passed. */
  function asksLeft(giveUpAt: Date | null, { offerSeconds }: RoutingSettings): number {
    if (giveUpAt === null) return Number.POSITIVE_INFINITY;
    return Math.round((giveUpAt.getTime() - clock.now().getTime()) / (offerSeconds * 1_000));
  }

  /** Of a handoff that begins now there is no deadline yet. */
  function worksInTime(member: TeamMember, giveUpAt: Date | null, { handoffSeconds }: RoutingSettings) {
    const until = giveUpAt ?? new Date(clock.now().getTime() + handoffSeconds * 1_000);
    return member.withinWorkingHours || options.worksAt(member.agentId, until);
  }

  function takesBack({ transferredBy }: Wanted, team: readonly TeamMember[]): AgentId | null {
    const isFree = team.some((member) => member.agentId === transferredBy && member.presence !== 'on-call');
    return transferredBy !== null && isFree && options.mayReturn(transferredBy) ? transferredBy : null;
  }

  /** What was wanted at first may have led to what is wanted now. */
  function skillsFor({ reason, connectReason }: Wanted, call: CallRow | null, { skills }: RoutingSettings) {
    const tags = call === null || skills.length === 0 ? [] : options.tagsOf(call.customerId);
    return wantedSkills(skills, tags, connectReason === null ? [reason] : [reason, connectReason]);
  }

  return (handoff, team = options.team()) => {
    const { id, callId, urgency, requestedBy } = handoff;
    const settings = options.routing();
    const call = calls.find(callId);
    const giveUpAt = deadlines.giveUpAt(id);
    const asking = handoffs.openOffers().filter((offer) => offer.handoffId !== id);
    const circle = call?.campaignId == null ? null : options.campaignAgents(call.campaignId);
    const decision = decideAmong(circle, {
      policy: settings,
      urgency,
      requestedBy,
      made: handoffs.offersOf(id),
      madeBefore: madeBefore(handoff),
      team: team.map((member) => ({
        ...member,
        activeCalls: activeCalls(member, asking, urgency),
        worksInTime: worksInTime(member, giveUpAt, settings),
        lastAskedAt: handoffs.lastAskedAt(member.agentId),
      })),
      ownerId: call?.ownerId ?? null,
      wantedSkills: skillsFor(handoff, call, settings),
      familiar: call === null ? null : familiarIn(call),
      transferredBy: takesBack(handoff, team),
      asksLeft: asksLeft(giveUpAt, settings),
    });
    return { next: decision.next, decision };
  };
}

/** The owner, or who called them before; a stranger knows nobody. */
function familiarIn({ direction, ownerId, previousCallId, speaksFor }: CallRow): AgentId | null {
  if (direction === 'outbound') return null;
  return ownerId ?? (previousCallId === null ? null : speaksFor);
}

/** A customer who waits is not kept waiting by one who is still on hold, unless a telephone rings for that one. */
function activeCalls(
  { agentId, presence }: TeamMember,
  asking: ReturnType<HandoffStore['openOffers']>,
  urgency: HandoffRow['urgency'],
): number {
  const rivals = asking
    .filter((offer) => offer.agentId === agentId)
    .filter((offer) => urgency === 'prepare' || offer.urgency === 'connect' || offer.legId !== null);
  return rivals.length + (presence === 'on-call' ? 1 : 0);
}
