import type { AgentId } from '../../backend/contract/ids.ts';
import { clientIdSchema, legIdSchema } from '../../backend/contract/ids.ts';
import { beginByOffering, transitionHandoff } from '../../backend/handoff/handoff-machine.ts';
import {
  askedNow,
  type HandoffEvent,
  type HandoffState,
  type HandoffStep,
} from '../../backend/handoff/handoff-vocabulary.ts';
import type { MadeOffer } from '../../backend/handoff/routing/asking-order.ts';
import type { Candidate } from '../../backend/handoff/routing/candidate.ts';
import { decide, type RoutingDecision } from '../../backend/handoff/routing/decision.ts';
import type { AnyRequest, Happening } from './any-team.ts';

const offerSeconds = 15;
const handoffSeconds = 45;

/** One time that agents were asked, with the team as it was. */
export interface Asked {
  readonly decision: RoutingDecision;
  readonly team: readonly Candidate[];
  readonly made: readonly MadeOffer[];
}

export interface PlayedRequest {
  readonly asked: readonly Asked[];
  readonly state: HandoffState;
  readonly seconds: number;
  /** The most offers that were open at once outside the last step. */
  readonly mostOpen: number;
  /** How often a second agent could claim what one had claimed. */
  readonly secondClaims: number;
  /** Each moment in which nobody was being asked and the customer waited on, or was given up before the time. */
  readonly unasked: readonly Unasked[];
}

/** The team as it was, and who had been asked until then. */
export interface Unasked {
  readonly end: 'waiting' | 'given-up-early';
  readonly team: readonly Candidate[];
  readonly made: readonly MadeOffer[];
}

/** Plays a request against the real machine and the real routing: agents answer, change, stay away, until it is over. */
export function playRequest(request: AnyRequest): PlayedRequest {
  const asked: Asked[] = [];
  const unasked: Unasked[] = [];
  let team: readonly Candidate[] = request.team;
  let made: MadeOffer[] = [];
  let urgency = request.urgency;
  let seconds = 0;
  let giveUpAt = handoffSeconds;
  let state: HandoffState = { status: 'failed', because: null };
  let rings = 0;
  let secondClaims = 0;
  let mostOpen = 0;
  let legs = 0;

  function next(): RoutingDecision {
    const asksLeft = Math.round((giveUpAt - seconds) / offerSeconds);
    const situation = {
      ...request,
      urgency,
      team,
      made,
      madeBefore: [],
      requestedBy: 'ai',
      asksLeft,
    } as const;
    return decide({ ...situation, transferredBy: null });
  }

  function follow([after, effects]: HandoffStep, decision: RoutingDecision | null): void {
    state = after;
    for (const effect of effects) {
      if (effect.type === 'accept-offer') close(effect.agentId, 'accepted');
      if (effect.type === 'withdraw-offers') made = made.map(withdrawn);
      if (effect.type === 'ring-agent') rings += 1;
      if (effect.type !== 'offer') continue;
      if (decision !== null) asked.push({ decision, team, made: [...made] });
      const { step, agentIds } = effect;
      made = [...made, ...agentIds.map((agentId) => ({ agentId, step, status: 'open' as const }))];
      if (step !== 'last') mostOpen = Math.max(mostOpen, open().length);
    }
  }

  function apply(event: HandoffEvent, decision: RoutingDecision | null = null): void {
    follow(transitionHandoff(state, event), decision);
  }

  function open(): readonly MadeOffer[] {
    return made.filter(({ status }) => status === 'open');
  }

  function close(agentId: AgentId, status: MadeOffer['status']): void {
    made = made.map((offer) =>
      offer.agentId === agentId && offer.status === 'open' ? { ...offer, status } : offer,
    );
  }

  function lose(agentId: AgentId, status: MadeOffer['status']): void {
    close(agentId, status);
    const decision = next();
    apply({ type: 'offer-lost', agentId, next: decision.next }, decision);
  }

  /** Somebody has become free. */
  function lookAgain(): void {
    if (state.status !== 'offering' || urgency === 'prepare') return;
    const decision = next();
    if (askedNow(decision.next) !== null) apply({ type: 'somebody-free', next: decision.next }, decision);
  }

  function takeStock(before: HandoffState): void {
    const isWaiting = state.status === 'offering' && state.asked.length === 0;
    const gaveUpEarly = state.status === 'failed' && before.status !== 'failed' && seconds < giveUpAt;
    if (urgency === 'prepare' || !(isWaiting || gaveUpEarly)) return;
    unasked.push({ end: isWaiting ? 'waiting' : 'given-up-early', team, made: [...made] });
  }

  function change(agentId: AgentId | undefined, facts: Partial<Candidate>): void {
    team = team.map((member) => (member.agentId === agentId ? { ...member, ...facts } : member));
    const isAsked = open().some((offer) => offer.agentId === agentId);
    if (agentId !== undefined && isAsked && facts.presence !== 'available') lose(agentId, 'withdrawn');
  }

  function accept(agentId: AgentId): void {
    const rungBefore = rings;
    legs += 1;
    const legId = legIdSchema.parse(`leg_${String(legs).padStart(20, '0')}`);
    const clientId = clientIdSchema.parse('11111111-1111-4111-8111-111111111111');
    apply({ type: 'agent-accepted', claim: { agentId, clientId, legId } });
    // A colleague who is a moment later gets nothing, also in the last step.
    const others = request.team.filter((member) => member.agentId !== agentId);
    for (const other of others) {
      apply({ type: 'agent-accepted', claim: { agentId: other.agentId, clientId, legId } });
    }
    if (rings > rungBefore + 1) secondClaims += 1;
  }

  function missing(): void {
    if (state.status !== 'joining') return;
    legs += 1;
    const retryLegId = legIdSchema.parse(`leg_${String(legs).padStart(20, '0')}`);
    const isRetried = state.attempt === 1;
    const decision = next();
    const event = {
      type: 'agent-missing',
      legId: state.claim.legId,
      retryLegId,
      next: decision.next,
    } as const;
    apply(event, isRetried ? null : decision);
  }

  function happen({ what, who, seconds: later }: Happening): void {
    const answering = open()[who % Math.max(1, open().length)]?.agentId;
    const somebody = team[who % Math.max(1, team.length)]?.agentId;
    seconds += what === 'expire' ? offerSeconds : Math.min(later, 5);
    if (state.status === 'offering' && seconds >= giveUpAt) apply({ type: 'gave-up' });
    else if (what === 'does-not-arrive') missing();
    else if (what === 'customer-leaves') apply({ type: 'call-ended', byCustomer: true });
    else if (what === 'becomes-busy') change(somebody, { presence: 'busy' });
    else if (what === 'hours-end') change(somebody, { withinWorkingHours: false });
    else if (what === 'becomes-available') becomeAvailable(somebody);
    else if (what === 'connect-wanted') wantConnect();
    else if (answering !== undefined && what === 'accept') accept(answering);
    else if (answering !== undefined) lose(answering, what === 'decline' ? 'declined' : 'expired');
  }

  function becomeAvailable(agentId: AgentId | undefined): void {
    change(agentId, { presence: 'available', activeCalls: 0 });
    lookAgain();
  }

  function wantConnect(): void {
    if (urgency === 'prepare') giveUpAt = seconds + handoffSeconds;
    urgency = 'connect';
    apply({ type: 'connect-wanted' });
  }

  /** Nobody does anything any more: the limits alone end it, and who accepted arrives. */
  function finish(): void {
    for (let left = 40; left > 0 && state.status === 'offering'; left -= 1) {
      const [waiting] = open();
      seconds += offerSeconds;
      if (seconds >= giveUpAt) apply({ type: 'gave-up' });
      else if (waiting !== undefined) lose(waiting.agentId, 'expired');
    }
    if (state.status === 'joining') apply({ type: 'floor-freed' });
    if (state.status === 'joining') apply({ type: 'agent-joined', legId: state.claim.legId });
    if (state.status === 'standby') apply({ type: 'floor-freed' });
  }

  const first = next();
  follow(beginByOffering(urgency, urgency === 'connect', first.next), first);
  takeStock({ status: 'withdrawn', because: null });
  for (const happening of request.happenings) {
    if (isOver(state)) break;
    const before = state;
    happen(happening);
    takeStock(before);
  }
  finish();
  return { asked, state, seconds, mostOpen, secondClaims, unasked };
}

function withdrawn(offer: MadeOffer): MadeOffer {
  return offer.status === 'open' ? { ...offer, status: 'withdrawn' } : offer;
}

function isOver({ status }: HandoffState): boolean {
  return status !== 'offering' && status !== 'joining' && status !== 'standby';
}
