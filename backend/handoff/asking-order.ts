import type { OfferStatus, OfferStep } from '../contract/handoffs.ts';
import type { AgentId } from '../contract/ids.ts';
import type { Role } from '../contract/vocabulary.ts';
import type { Asking, Urgency } from './handoff-vocabulary.ts';
import { type Candidate, rank } from './routing.ts';

interface MadeOffer {
  readonly agentId: AgentId;
  readonly step: OfferStep;
  readonly status: OfferStatus;
}

export interface AskingSituation {
  readonly urgency: Urgency;
  /** `agent`: a colleague was named, or somebody took the call unasked. */
  readonly requestedBy: 'ai' | 'agent';
  /** The handoff's own offers. */
  readonly made: readonly MadeOffer[];
  /** Those of the handoffs that failed before it, since a human last talked. */
  readonly madeBefore: readonly MadeOffer[];
  readonly team: readonly Candidate[];
  readonly ownerId: AgentId | null;
  /** Whom somebody who rings us had to do with: asked before everybody else, whatever their priority. Null for calls of ours. */
  readonly familiar: AgentId | null;
  /** Who transferred the call, and can take it back; null when it was not transferred, or they cannot. */
  readonly transferredBy: AgentId | null;
  /** How often somebody can still be asked until the handoff is given up. */
  readonly asksLeft: number;
}

/**
 * Whom a handoff asks next (design 5.4, 7): the best agent who was not asked yet; for a customer who waits at last, and in good time,
 * everybody at once, admins too, but for those who refused; for a standby the best admin; then nobody. Who let an earlier request of the
 * same call pass is asked again in that last step only, and who declined it only when there is nobody else. When a colleague was named for
 * a standby, nobody else is asked. A call that was transferred goes back to whoever transferred it before anybody else is asked.
 */
export function whomToAsk(situation: AskingSituation): Asking | null {
  const { urgency, requestedBy, made, madeBefore, transferredBy, asksLeft } = situation;
  if (urgency === 'prepare' && requestedBy === 'agent') return null;
  const returned = made.some(({ step }) => step === 'return');
  if (transferredBy !== null && !returned) return { step: 'return', agentIds: [transferredBy] };

  const asked = [...madeBefore, ...made].map((offer) => offer.agentId);
  const familiar = familiarOf(situation, asked);
  if (familiar !== null) return familiar;
  const agent = bestOf('agent', situation, asked);
  if (urgency === 'prepare') return agent ?? bestOf('admin', situation, asked);

  const lastWasAsked = made.some(({ step }) => step === 'last');
  if (agent !== null && (asksLeft > 1 || lastWasAsked)) return agent;
  return lastWasAsked ? null : everybody(situation);
}

function familiarOf(situation: AskingSituation, notAgain: readonly AgentId[]): Asking | null {
  const { team, familiar, ownerId } = situation;
  const members = team.filter(({ agentId }) => agentId === familiar);
  return rank(members, { ownerId, notAgain }).length === 0 || familiar === null
    ? null
    : { step: 'best', agentIds: [familiar] };
}

function bestOf(role: Role, { team, ownerId }: AskingSituation, notAgain: readonly AgentId[]): Asking | null {
  const members = team.filter((member) => member.role === role);
  const [best] = rank(members, { ownerId, notAgain });
  return best === undefined ? null : { step: 'best', agentIds: [best.agentId] };
}

function everybody({ team, ownerId, made, madeBefore }: AskingSituation): Asking | null {
  const refused = made.filter(isRefusal).map((offer) => offer.agentId);
  const declinedBefore = madeBefore
    .filter(({ status }) => status === 'declined')
    .map((offer) => offer.agentId);
  const willing = rank(team, { ownerId, notAgain: [...refused, ...declinedBefore] });
  const asked = willing.length > 0 ? willing : rank(team, { ownerId, notAgain: refused });
  return asked.length === 0 ? null : { step: 'last', agentIds: asked.map((member) => member.agentId) };
}

/** Whoever said no, and whoever said yes and did not arrive. */
function isRefusal({ status }: MadeOffer): boolean {
  return status === 'declined' || status === 'accepted';
}
