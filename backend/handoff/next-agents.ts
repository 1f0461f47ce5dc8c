import type { CallStore } from '../calls/call-store.ts';
import type { AgentId } from '../contract/ids.ts';
import type { Role } from '../contract/vocabulary.ts';
import type { HandoffRow, HandoffStore } from './handoff-store.ts';
import { type Candidate, rank } from './routing.ts';

export interface TeamMember extends Candidate {
  readonly role: Role;
}

interface NextAgentsOptions {
  readonly handoffs: HandoffStore;
  readonly calls: CallStore;
  readonly team: () => readonly TeamMember[];
}

/**
 * Whom a handoff asks next: the best agent who was not asked yet; then, once, for a customer who waits, everybody who did not decline,
 * admins too (design 5.4); then nobody.
 */
export function createNextAgents(
  options: NextAgentsOptions,
): (handoff: Pick<HandoffRow, 'id' | 'callId' | 'urgency'>) => readonly AgentId[] {
  const { handoffs, calls, team } = options;

  return (handoff) => {
    const offers = handoffs.offersOf(handoff.id);
    const asked = offers.map((offer) => offer.agentId);
    const members = team();
    const ownerId = calls.find(handoff.callId)?.ownerId ?? null;

    const agents = members.filter((member) => member.role === 'agent');
    const [best] = rank(agents, { ownerId, notAgain: asked });
    if (best !== undefined) return [best.agentId];

    const admins = members.filter((member) => member.role === 'admin').map((member) => member.agentId);
    const everybodyWasAsked = new Set(asked).size < asked.length || asked.some((id) => admins.includes(id));
    if (handoff.urgency === 'prepare' || everybodyWasAsked) return [];
    // Neither who said no, nor who said yes and did not arrive.
    const answered = offers.filter(({ status }) => status === 'declined' || status === 'accepted');
    return rank(members, { ownerId, notAgain: answered.map((offer) => offer.agentId) }).map(
      (member) => member.agentId,
    );
  };
}
