import type { LegId } from '../contract/ids.ts';
import {
  type Asking,
  type AskingEvent,
  askedNow,
  type Claim,
  type HandoffEffect,
  type HandoffEvent,
  type HandoffState,
  type HandoffStep,
  type Urgency,
  type WhomNext,
} from './handoff-vocabulary.ts';
import { isTransferEvent, transitionTransfer, whileConsulting } from './transfer-machine.ts';

/** The first step of a handoff that asks agents. */
export function beginByOffering(urgency: Urgency, floorFree: boolean, next: WhomNext): HandoffStep {
  return offerOn(urgency, floorFree, next);
}

/** The first step of a warm transfer: the colleague is asked to talk with the agent on `askerLegId`, who keeps the customer meanwhile. */
export function beginByConsulting(asking: Asking, askerLegId: LegId): HandoffStep {
  const [state, effects] = offer('connect', true, asking);
  return [{ ...state, askerLegId }, effects];
}

/** The first step of a handoff by an agent who takes the call without being asked. */
export function beginByPressing(claim: Claim): HandoffStep {
  return ring(claim, pressed, []);
}

/** The first and last step of a handoff to a supervisor, who is in the conference and heard already. */
export function beginByTakingOver(claim: Claim): HandoffStep {
  return meet(claim, false);
}

/** One step of a handoff (design 7). Events that do not fit the state are late: they change nothing. */
export function transitionHandoff(state: HandoffState, event: HandoffEvent): HandoffStep {
  if (isTransferEvent(event)) return transitionTransfer(state, event);
  if (event.type === 'call-ended') return callEnded(state, event.byCustomer ? 'customer-left' : 'call-ended');
  if (event.type === 'taken-over') return takenOver(state);
  switch (state.status) {
    case 'offering':
      return whileOffering(state, event);
    case 'joining':
      return whileJoining(state, event);
    case 'standby':
      return whileStandingBy(state, event);
    case 'consulting':
      return whileConsulting(state, event);
    case 'connected':
    case 'failed':
    case 'withdrawn':
      return [state, []];
  }
}

type Offering = Extract<HandoffState, { status: 'offering' }>;
type Joining = Extract<HandoffState, { status: 'joining' }>;
type Standby = Extract<HandoffState, { status: 'standby' }>;

/** Who presses is heard at once. */
const pressed = { urgency: 'connect', floorFree: true, attempt: 1, askerLegId: null } as const;

function whileOffering(state: Offering, event: AskingEvent): HandoffStep {
  switch (event.type) {
    case 'agent-accepted': {
      if (!state.asked.includes(event.claim.agentId)) return [state, []];
      return ring(event.claim, { ...pickHow(state), attempt: attemptsOf(event.claim) }, [
        { type: 'accept-offer', agentId: event.claim.agentId },
        { type: 'withdraw-offers' },
      ]);
    }
    case 'agent-pressed':
      return ring(event.claim, pressed, [{ type: 'withdraw-offers' }]);
    case 'offer-lost': {
      const asked = state.asked.filter((agentId) => agentId !== event.agentId);
      return asked.length > 0 ? [{ ...state, asked }, []] : askNext(state, state.floorFree, event.next);
    }
    case 'somebody-free':
      return askAlso(state, event.next);
    case 'connect-wanted':
      return [{ ...state, urgency: 'connect' }, []];
    case 'floor-freed':
      return [{ ...state, floorFree: true }, []];
    case 'gave-up':
      return giveUp(state, event.decision === undefined ? 'time-over' : 'nobody-left');
    case 'agent-joined':
    case 'agent-missing':
    case 'agent-left':
    case 'call-ended':
      return [state, []];
  }
}

function whileJoining(state: Joining, event: AskingEvent): HandoffStep {
  switch (event.type) {
    case 'agent-joined': {
      if (event.legId !== state.claim.legId) return [state, []];
      const { claim, urgency, askerLegId } = state;
      if (askerLegId !== null)
        return [{ status: 'consulting', claim, askerLegId }, [{ type: 'hold-customer', onHold: true }]];
      if (!state.floorFree) return [{ status: 'standby', urgency, claim }, []];
      return meet(claim, state.muted);
    }
    case 'agent-missing':
      return event.legId === state.claim.legId ? retry(state, event) : [state, []];
    case 'agent-left':
      return event.legId === state.claim.legId ? replace(state, state.floorFree, event.next) : [state, []];
    case 'connect-wanted':
      return [{ ...state, urgency: 'connect' }, []];
    case 'floor-freed':
      return [{ ...state, floorFree: true }, []];
    case 'agent-pressed':
      if (event.claim.agentId !== state.claim.agentId) return [state, []];
      return [{ ...state, urgency: 'connect', floorFree: true }, []];
    case 'agent-accepted':
    case 'offer-lost':
    case 'somebody-free':
    case 'gave-up':
    case 'call-ended':
      return [state, []];
  }
}

function whileStandingBy(state: Standby, event: AskingEvent): HandoffStep {
  const { claim } = state;
  switch (event.type) {
    case 'floor-freed':
      return meet(claim, true);
    case 'agent-pressed':
      return event.claim.agentId === claim.agentId ? meet(claim, true) : [state, []];
    case 'connect-wanted':
      return [{ ...state, urgency: 'connect' }, []];
    // The customer waits, and the AI has not reported that it has finished: it never will.
    case 'gave-up':
      return state.urgency === 'connect' ? meet(claim, true) : [state, []];
    case 'agent-missing':
      return event.legId === claim.legId ? offerOn(state.urgency, false, event.next) : [state, []];
    case 'agent-left':
      return event.legId === claim.legId ? replace(state, false, event.next) : [state, []];
    case 'agent-accepted':
    case 'agent-joined':
    case 'offer-lost':
    case 'somebody-free':
    case 'call-ended':
      return [state, []];
  }
}

/** Asks who has become free; while others are asked only in the last step, in which everybody is. */
function askAlso(state: Offering, next: WhomNext): HandoffStep {
  const asking = askedNow(next);
  if (asking === null || (state.asked.length > 0 && asking.step !== 'last')) return [state, []];
  return [{ ...state, asked: [...state.asked, ...asking.agentIds] }, [{ type: 'offer', ...asking }]];
}

function ring(
  claim: Claim,
  how: Pick<Joining, 'urgency' | 'floorFree' | 'attempt' | 'askerLegId'>,
  before: readonly HandoffEffect[],
): HandoffStep {
  const muted = !how.floorFree;
  return [
    { status: 'joining', ...how, claim, muted },
    [...before, { type: 'ring-agent', claim, muted, attempt: how.attempt }],
  ];
}

/** A telephone on which somebody has pressed a key is not rung again. */
function attemptsOf({ clientId }: Claim): Joining['attempt'] {
  return clientId === null ? 2 : 1;
}

function pickHow({ urgency, floorFree, askerLegId }: Offering | Joining) {
  return { urgency, floorFree, askerLegId };
}

/** Tried once more; then somebody else is asked, and the agent is told. */
function retry(state: Joining, event: Extract<HandoffEvent, { type: 'agent-missing' }>): HandoffStep {
  const { claim, floorFree } = state;
  const drop: HandoffEffect = { type: 'drop-agent', legId: claim.legId };
  if (state.attempt === 1) {
    return ring({ ...claim, legId: event.retryLegId }, { ...pickHow(state), attempt: 2 }, [drop]);
  }
  const [next, effects] = askNext(state, floorFree, event.next);
  return [next, [drop, { type: 'tell-agent-not-arrived', agentId: claim.agentId }, ...effects]];
}

/** The agent goes, and somebody else is asked. */
function replace(state: Joining | Standby, floorFree: boolean, whom: WhomNext): HandoffStep {
  const [next, effects] = askNext(state, floorFree, whom);
  return [next, [{ type: 'drop-agent', legId: state.claim.legId }, ...effects]];
}

/** Who wants to talk with one colleague does not want another: the transfer is off, and they keep the customer. */
function askNext(state: Offering | Joining | Standby, floorFree: boolean, next: WhomNext): HandoffStep {
  const consults = state.status !== 'standby' && state.askerLegId !== null;
  return consults ? [colleagueMissing, []] : offerOn(state.urgency, floorFree, next);
}

function giveUp({ urgency, askerLegId }: Offering, because: 'time-over' | 'nobody-left'): HandoffStep {
  if (askerLegId !== null) return [colleagueMissing, [{ type: 'withdraw-offers' }]];
  return [{ status: 'failed', because }, [{ type: 'withdraw-offers' }, ...recoverIf(urgency)]];
}

const colleagueMissing = {
  status: 'withdrawn',
  because: 'colleague-missing',
} as const satisfies HandoffState;

/** Asks `next`, or waits for them; with nobody left to ask the handoff has failed. */
function offerOn(urgency: Urgency, floorFree: boolean, next: WhomNext): HandoffStep {
  if (next === null) return [{ status: 'failed', because: 'nobody-left' }, recoverIf(urgency)];
  if (next !== 'later') return offer(urgency, floorFree, next);
  return [{ status: 'offering', urgency, floorFree, asked: [], askerLegId: null }, []];
}

function offer(
  urgency: Urgency,
  floorFree: boolean,
  next: Asking,
): readonly [Offering, readonly HandoffEffect[]] {
  const state = { status: 'offering', urgency, floorFree, asked: next.agentIds, askerLegId: null } as const;
  return [state, [{ type: 'offer', ...next }]];
}

function callEnded(state: HandoffState, because: 'customer-left' | 'call-ended'): HandoffStep {
  switch (state.status) {
    case 'offering':
      return [{ status: 'withdrawn', because }, [{ type: 'withdraw-offers' }]];
    case 'joining':
    case 'standby':
    case 'consulting':
      return [{ status: 'withdrawn', because }, []];
    case 'connected':
    case 'failed':
    case 'withdrawn':
      return [state, []];
  }
}

/** Whoever has the customer now keeps them, and has begun a handoff of their own. */
function takenOver(state: HandoffState): HandoffStep {
  const over = { status: 'withdrawn', because: 'taken-over' } as const;
  switch (state.status) {
    case 'offering':
      return [over, [{ type: 'withdraw-offers' }]];
    case 'joining':
    case 'standby':
    case 'consulting':
      return [over, [{ type: 'drop-agent', legId: state.claim.legId }]];
    case 'connected':
    case 'failed':
    case 'withdrawn':
      return [state, []];
  }
}

/** A prepared handoff that fails is silent: the AI is still talking. */
function recoverIf(urgency: Urgency): readonly HandoffEffect[] {
  return urgency === 'connect' ? [{ type: 'recover' }] : [];
}

function meet(claim: Claim, muted: boolean): HandoffStep {
  const unmute: readonly HandoffEffect[] = muted ? [{ type: 'unmute-agent', legId: claim.legId }] : [];
  return [{ status: 'connected', claim }, [...unmute, { type: 'join-customer' }]];
}
