import type { OfferStatus, OfferStep } from '../../contract/handoffs.ts';
import type { AgentId } from '../../contract/ids.ts';
import type { Asking, Urgency } from '../handoff-vocabulary.ts';
import { type Candidate, mayBeFreeSoon, obstacleOf } from './candidate.ts';
import { type RoutedCall, type RoutingPolicy, rank, rankSkilled } from './order.ts';

export interface MadeOffer {
  readonly agentId: AgentId;
  readonly step: OfferStep;
  readonly status: OfferStatus;
}

export interface AskingSituation extends RoutedCall {
  readonly policy: RoutingPolicy;
  readonly urgency: Urgency;
  /** `agent`: a colleague was named, or somebody took the call unasked. */
  readonly requestedBy: 'ai' | 'agent';
  /** The handoff's own offers. */
  readonly made: readonly MadeOffer[];
  /** Those of the handoffs that failed before it, since a human last talked. */
  readonly madeBefore: readonly MadeOffer[];
  readonly team: readonly Candidate[];
  /** Whom somebody who rings us had to do with: asked before everybody else, whatever their priority. Null for calls of ours. */
  readonly familiar: AgentId | null;
  /** Who transferred the call, and can take it back; null when it was not transferred, or they cannot. */
  readonly transferredBy: AgentId | null;
  /** How often somebody can still be asked until the handoff is given up. */
  readonly asksLeft: number;
}

/** Whom a handoff asks next (decision 13): the best agent who was not asked yet; for a customer who waits at last everybody at once. */
export function whomToAsk(situation: AskingSituation): Asking | null {
  const { urgency, requestedBy, made, madeBefore, transferredBy, asksLeft } = situation;
  // A colleague was named to stand by: nobody else is asked.
  if (urgency === 'prepare' && requestedBy === 'agent') return null;
  const open = made.filter(({ status }) => status === 'open');
  if (open.length > 0) return whomToAskBeside(open, situation);
  // A call that was transferred goes back, once, to whoever transferred it.
  const returned = made.some(({ step }) => step === 'return');
  if (transferredBy !== null && !returned) return { step: 'return', agentIds: [transferredBy] };

  // Who let an earlier request of the same call pass is not asked alone again.
  const asked = [...madeBefore, ...made].map((offer) => offer.agentId);
  const familiar = familiarOf(situation, asked);
  if (familiar !== null) return familiar;
  const agent = bestAgent(situation, asked);
  // The AI still talks: one after the other, each once, and nobody at once.
  if (urgency === 'prepare') return agent ?? bestAdmin(situation, asked);
  // Without the last step those who lack a skill, and then the admins, are asked one after the other.
  if (!situation.policy.ringAll) return agent ?? oneByOne(situation);

  // The last step has to be taken in good time; once it is, who comes later is asked alone.
  const lastWasAsked = made.some(({ step }) => step === 'last');
  if (agent !== null && (asksLeft > 1 || lastWasAsked)) return agent;
  return everybody(situation);
}

/** Whether somebody who cannot be asked now may be while the customer waits (decision 40). Nobody waits for a standby. */
export function isSomebodyAwaited(situation: AskingSituation): boolean {
  if (situation.urgency === 'prepare') return false;
  const { policy } = situation;
  const open = policy.ringAll ? unsettled(situation) : [...unasked(situation), ...missedOnce(situation)];
  return open.some((member) => {
    const hindered = obstacleOf(member, policy.telephones) !== null;
    return hindered && mayBeFreeSoon(member, policy.telephones);
  });
}

/** Who is asked at all: admins only where the team escalates to them. */
export function circleOf({ team, policy }: Pick<AskingSituation, 'team' | 'policy'>): readonly Candidate[] {
  return policy.escalateToAdmins ? team : team.filter(({ role }) => role === 'agent');
}

/** Of a customer who waits, when somebody has become free: while one agent is being asked nobody else is, but for the last step. */
function whomToAskBeside(open: readonly MadeOffer[], situation: AskingSituation): Asking | null {
  return open.every(({ step }) => step === 'last') ? willing(situation) : null;
}

function familiarOf(situation: AskingSituation, notAgain: readonly AgentId[]): Asking | null {
  const { team, familiar, policy } = situation;
  const members = team.filter(({ agentId }) => agentId === familiar);
  return familiar === null ? null : best(rank(without(members, notAgain), situation, policy));
}

function bestAgent(situation: AskingSituation, notAgain: readonly AgentId[]): Asking | null {
  const agents = without(situation.team, notAgain).filter(({ role }) => role === 'agent');
  return best(rankSkilled(agents, situation, situation.policy));
}

function bestAdmin(situation: AskingSituation, notAgain: readonly AgentId[]): Asking | null {
  const admins = without(circleOf(situation), notAgain).filter(({ role }) => role === 'admin');
  return best(rankSkilled(admins, situation, situation.policy));
}

/** Each once for this handoff, also who let an earlier one pass: a customer waits. At last who did not arrive, once more. */
function oneByOne(situation: AskingSituation): Asking | null {
  const ranked = rank(unasked(situation), situation, situation.policy);
  const again = rank(missedOnce(situation), situation, situation.policy);
  return best(ranked.filter(({ role }) => role === 'agent')) ?? best(ranked) ?? best(again);
}

/** Who declined an earlier request of the same call only when there is nobody else. */
function everybody(situation: AskingSituation): Asking | null {
  return willing(situation) ?? atOnce(situation, unsettled(situation));
}

/** Without who declined an earlier request of the same call. */
function willing(situation: AskingSituation): Asking | null {
  const declined = situation.madeBefore.filter(({ status }) => status === 'declined');
  const declinedBefore = declined.map((offer) => offer.agentId);
  return atOnce(situation, without(unsettled(situation), declinedBefore));
}

function atOnce(situation: AskingSituation, circle: readonly Candidate[]): Asking | null {
  const asked = rank(circle, situation, situation.policy);
  return asked.length === 0 ? null : { step: 'last', agentIds: asked.map((member) => member.agentId) };
}

function unasked(situation: AskingSituation): readonly Candidate[] {
  const asked = situation.made.filter(wasAnswered).map((offer) => offer.agentId);
  return without(circleOf(situation), asked);
}

/** Who said yes to the one offer that they had, and did not arrive: they want to, and their line may be up again (decision 13). */
function missedOnce(situation: AskingSituation): readonly Candidate[] {
  const answered = situation.made.filter(wasAnswered);
  return circleOf(situation).filter(({ agentId }) => {
    const [only, ...others] = answered.filter((offer) => offer.agentId === agentId);
    return only?.status === 'accepted' && others.length === 0;
  });
}

function unsettled(situation: AskingSituation): readonly Candidate[] {
  const settled = situation.made.filter(isSettled).map((offer) => offer.agentId);
  return without(circleOf(situation), settled);
}

function best([first]: readonly Candidate[]): Asking | null {
  return first === undefined ? null : { step: 'best', agentIds: [first.agentId] };
}

function without(team: readonly Candidate[], agentIds: readonly AgentId[]): readonly Candidate[] {
  return team.filter(({ agentId }) => !agentIds.includes(agentId));
}

/** Whoever said no, and who had the chance of the last step: nobody is asked twice in it. Who did not arrive has that chance. */
function isSettled({ status, step }: MadeOffer): boolean {
  return status === 'declined' || (step === 'last' && status !== 'withdrawn');
}

/** By what they did, or did not do: an offer is withdrawn from who cannot take it any more. */
function wasAnswered({ status }: MadeOffer): boolean {
  return status !== 'withdrawn';
}
