import type { TeamMember } from '../agents/presence-reader.ts';
import type { CallRow, CallStore } from '../calls/call-store.ts';
import type { AgentId } from '../contract/ids.ts';
import type { Clock } from '../kernel/clock.ts';
import { whomToAsk } from './asking-order.ts';
import type { HandoffDeadlines } from './handoff-deadlines.ts';
import type { HandoffRow, HandoffStore, OfferRow } from './handoff-store.ts';
import type { Asking } from './handoff-vocabulary.ts';

interface NextAgentsOptions {
  readonly handoffs: HandoffStore;
  readonly calls: CallStore;
  readonly deadlines: Pick<HandoffDeadlines, 'giveUpAt'>;
  readonly clock: Clock;
  readonly team: () => readonly TeamMember[];
  readonly offerSeconds: number;
  /** Whether a console of the agent is there, or may be back in a moment. */
  readonly mayReturn: (agentId: AgentId) => boolean;
}

export type NextAgents = (
  handoff: Pick<HandoffRow, 'id' | 'callId' | 'urgency' | 'requestedBy' | 'transferredBy'>,
) => Asking | null;

/** Whom a handoff asks next, as things stand now; null when nobody is left. */
export function createNextAgents(options: NextAgentsOptions): NextAgents {
  const { handoffs, calls, deadlines, clock, team } = options;

  /** Of the handoffs before this one: what was said before a human talked is long ago. */
  function madeBefore({ id, callId }: Pick<HandoffRow, 'id' | 'callId'>): readonly OfferRow[] {
    const before = handoffs.ofCall(callId).filter((other) => other.id !== id);
    const talked = before.findLastIndex((other) => other.connectedAt !== null);
    return before.slice(talked + 1).flatMap((other) => handoffs.offersOf(other.id));
  }

  /** Rounded, because a deadline is noticed a moment after it has passed. */
  function asksLeft({ id }: Pick<HandoffRow, 'id'>): number {
    const giveUpAt = deadlines.giveUpAt(id);
    if (giveUpAt === null) return Number.POSITIVE_INFINITY;
    return Math.round((giveUpAt.getTime() - clock.now().getTime()) / (options.offerSeconds * 1_000));
  }

  function takesBack({ transferredBy }: Pick<HandoffRow, 'transferredBy'>): AgentId | null {
    const isFree = team().some((member) => member.agentId === transferredBy && member.presence !== 'on-call');
    return transferredBy !== null && isFree && options.mayReturn(transferredBy) ? transferredBy : null;
  }

  return (handoff) => {
    const { id, callId, urgency, requestedBy } = handoff;
    const call = calls.find(callId);
    const asking = handoffs.openOffers().filter((offer) => offer.handoffId !== id);
    return whomToAsk({
      urgency,
      requestedBy,
      made: handoffs.offersOf(id),
      madeBefore: madeBefore(handoff),
      team: team().map((member) => ({ ...member, activeCalls: activeCalls(member, asking, urgency) })),
      ownerId: call?.ownerId ?? null,
      familiar: call === null ? null : familiarIn(call),
      transferredBy: takesBack(handoff),
      asksLeft: asksLeft(handoff),
    });
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
