import type { OfferStep } from '../../backend/contract/handoffs.ts';
import type { RoutingVerdict } from '../../backend/contract/routing.ts';
import { askedNow } from '../../backend/handoff/handoff-vocabulary.ts';
import type { Candidate } from '../../backend/handoff/routing/candidate.ts';
import type { AnyRequest } from './any-team.ts';
import type { Asked, PlayedRequest, Unasked } from './played-request.ts';

/** The longest that a request may take: the customer's patience, one more when they begin to wait, and the last offer. */
const longestSeconds = 45 + 45 + 15;

/** What routing promises and did not keep in this request; empty when all is well. */
export function brokenPromises(request: AnyRequest, played: PlayedRequest): readonly string[] {
  const { state, seconds, mostOpen, secondClaims, asked, unasked } = played;
  const isEnded = state.status === 'connected' || state.status === 'failed' || state.status === 'withdrawn';
  return [
    ...asked.flatMap((one) => brokenIn(request, one)),
    ...unasked.flatMap((one) => overlooked(request, one)),
    ...(isEnded ? [] : [`ended as ${state.status}`]),
    ...('because' in state && state.because === null ? [`${state.status} for no reason`] : []),
    ...(seconds <= longestSeconds + 5 * request.happenings.length ? [] : [`took ${seconds} s`]),
    ...(mostOpen <= 1 ? [] : ['several open offers before the last step']),
    ...(secondClaims === 0 ? [] : ['claimed twice']),
  ];
}

function brokenIn(request: AnyRequest, { decision, team, made }: Asked): readonly string[] {
  const { next, verdicts } = decision;
  const asking = askedNow(next);
  if (asking === null) return ['asked without asking'];
  const chosen = team.filter(({ agentId }) => asking.agentIds.includes(agentId));
  const hindered = chosen.filter((member) => !mayBeAsked(member, request));
  const tooOften = asking.agentIds.filter((agentId) => isDoneWith(agentId, asking.step, made));
  return [
    ...hindered.map((member) => `asked ${JSON.stringify(member)}`),
    ...(chosen.length === asking.agentIds.length ? [] : ['asked somebody who is not in the team']),
    ...(asking.step === 'last' || asking.agentIds.length === 1 ? [] : ['asked several at once']),
    ...tooOften.map((agentId) => `asked ${agentId} too often`),
    ...outOfTurnAfterMissing(request, { decision, team, made }),
    ...(verdicts.length === team.length ? [] : ['did not explain everybody']),
    ...(isExplained(verdicts, asking.agentIds) ? [] : ['explained something else than it did']),
    ...outOfTurn(request, { decision, team, made }),
    ...unskilled(request, { decision, team, made }),
  ];
}

/** Who said no is not asked again; who said yes and did not arrive, once: at last. */
function isDoneWith(agentId: string, step: OfferStep, made: Asked['made']): boolean {
  const theirs = made.filter((offer) => offer.agentId === agentId);
  const missed = theirs.filter(({ status }) => status === 'accepted');
  const tooEarly = missed.some((offer) => offer.step === 'last') || (missed.length > 0 && step === 'return');
  return theirs.some(({ status }) => status === 'declined') || missed.length > 1 || tooEarly;
}

/** Alone, who did not arrive is asked only while nobody can be who was not asked yet. */
function outOfTurnAfterMissing(request: AnyRequest, { decision, team, made }: Asked): readonly string[] {
  const asking = askedNow(decision.next);
  const [agentId] = asking?.agentIds ?? [];
  const missed = made.some((offer) => offer.agentId === agentId && offer.status === 'accepted');
  if (asking?.step !== 'best' || !missed) return [];
  const fresh = team.filter(
    (member) =>
      (member.role === 'agent' || request.policy.escalateToAdmins) &&
      mayBeAsked(member, request) &&
      !made.some((offer) => offer.agentId === member.agentId),
  );
  return fresh.map((member) => `asked ${agentId} again before ${member.agentId}`);
}

/** Nobody waits while somebody is free who was not asked, nor is given up while somebody may become free who did not refuse. */
function overlooked(request: AnyRequest, { end, team, made }: Unasked): readonly string[] {
  const { escalateToAdmins } = request.policy;
  const fresh = team
    .filter(({ role }) => role === 'agent' || escalateToAdmins)
    .filter(({ agentId }) => !made.some((offer) => offer.agentId === agentId));
  const free = fresh.filter((member) => mayBeAsked(member, request));
  if (end === 'waiting') return free.map(({ agentId }) => `waited although ${agentId} was free`);
  const awaited = fresh.filter(
    ({ presence, reachability, worksInTime }) =>
      presence !== 'offline' && reachability === 'softphone' && worksInTime,
  );
  return [...free, ...awaited].map(({ agentId }) => `did not wait for ${agentId}`);
}

/** In words of its own, for what routing says of itself proves nothing. */
function mayBeAsked(
  { presence, reachability, withinWorkingHours, activeCalls, concurrency }: Candidate,
  { policy }: AnyRequest,
): boolean {
  if (presence !== 'available' || !withinWorkingHours) return false;
  switch (reachability) {
    case 'none':
      return false;
    case 'phone':
      return policy.telephones !== 'never' && activeCalls === 0;
    case 'softphone':
      return activeCalls < concurrency;
  }
}

function isSkilled({ skills }: Candidate, { wantedSkills }: AnyRequest): boolean {
  return new Set([...skills, ...wantedSkills]).size === new Set(skills).size;
}

/** Alone nobody is asked without the skill; where the team has no last step, not while somebody who has it was not asked. */
function unskilled(request: AnyRequest, { decision, team, made }: Asked): readonly string[] {
  const asking = askedNow(decision.next);
  const [agentId] = asking?.agentIds ?? [];
  const chosen = team.find((member) => member.agentId === agentId);
  if (chosen === undefined || asking?.step !== 'best' || agentId === request.familiar) return [];
  if (isSkilled(chosen, request)) return [];
  const better = team.filter(
    (member) =>
      member.role === 'agent' &&
      isSkilled(member, request) &&
      mayBeAsked(member, request) &&
      !made.some((offer) => offer.agentId === member.agentId),
  );
  return request.policy.ringAll || better.length > 0 ? [`asked ${chosen.agentId} without the skill`] : [];
}

function isExplained(verdicts: readonly RoutingVerdict[], agentIds: readonly string[]): boolean {
  const asked = verdicts.filter(({ outcome }) => outcome === 'asked').map(({ agentId }) => agentId);
  return asked.length === agentIds.length && agentIds.every((id) => asked.some((one) => one === id));
}

/** By priority, nobody is asked while a better one could be who was not asked yet. */
function outOfTurn(request: AnyRequest, { decision, team, made }: Asked): readonly string[] {
  const asking = askedNow(decision.next);
  const [agentId] = asking?.agentIds ?? [];
  const chosen = team.find((member) => member.agentId === agentId);
  const { policy } = request;
  const isInTurn = asking?.step === 'best' && agentId !== request.familiar;
  if (chosen?.role !== 'agent' || !isInTurn || policy.strategy !== 'priority') return [];
  if (policy.telephones === 'overflow' || !isSkilled(chosen, request)) return [];
  const better = team.filter(
    (member) =>
      member.role === 'agent' &&
      member.priority < chosen.priority &&
      isSkilled(member, request) &&
      mayBeAsked(member, request) &&
      !made.some((offer) => offer.agentId === member.agentId),
  );
  return better.map((member) => `asked ${chosen.agentId} before ${member.agentId}`);
}
