import type { OfferStep } from '../contract/handoffs.ts';
import type { AgentId, ClientId, LegId } from '../contract/ids.ts';

export type Urgency = 'prepare' | 'connect';

/** An agent who has accepted, on the way or in the conference. */
export interface Claim {
  readonly agentId: AgentId;
  readonly clientId: ClientId;
  readonly legId: LegId;
}

/** Whom to ask, all at once, and in which step. */
export interface Asking {
  readonly step: OfferStep;
  readonly agentIds: readonly AgentId[];
}

/** `floorFree`: the AI has finished speaking, or never was there, so the human may be heard. */
export type HandoffState =
  | {
      readonly status: 'offering';
      readonly urgency: Urgency;
      readonly floorFree: boolean;
      /** Who holds an open offer. */
      readonly asked: readonly AgentId[];
    }
  | {
      readonly status: 'joining';
      readonly urgency: Urgency;
      readonly floorFree: boolean;
      readonly claim: Claim;
      /** The leg was rung muted, and must be unmuted before anybody can talk. */
      readonly muted: boolean;
      readonly attempt: 1 | 2;
    }
  | { readonly status: 'standby'; readonly urgency: Urgency; readonly claim: Claim }
  | { readonly status: 'connected'; readonly claim: Claim }
  | { readonly status: 'failed' }
  | { readonly status: 'withdrawn' };

export type HandoffEvent =
  | { readonly type: 'agent-accepted'; readonly claim: Claim }
  /** Declined, expired, or became unavailable. `next`: whom to ask instead; null when nobody is left. */
  | { readonly type: 'offer-lost'; readonly agentId: AgentId; readonly next: Asking | null }
  /** The person in charge is on the line, or wants a human: standby is not enough any more. */
  | { readonly type: 'connect-wanted' }
  | { readonly type: 'floor-freed' }
  | { readonly type: 'agent-joined'; readonly legId: LegId }
  /** The claimed agent did not come, or the leg broke. `retryLegId` is for the second attempt. */
  | {
      readonly type: 'agent-missing';
      readonly legId: LegId;
      readonly retryLegId: LegId;
      readonly next: Asking | null;
    }
  /** The claimed agent does not want the call any more. */
  | { readonly type: 'agent-left'; readonly legId: LegId; readonly next: Asking | null }
  /** An agent takes the call without being asked. */
  | { readonly type: 'agent-pressed'; readonly claim: Claim }
  | { readonly type: 'gave-up' }
  | { readonly type: 'call-ended' };

export type HandoffEffect =
  | ({ readonly type: 'offer' } & Asking)
  | { readonly type: 'accept-offer'; readonly agentId: AgentId }
  /** Those that are still open. */
  | { readonly type: 'withdraw-offers' }
  | { readonly type: 'ring-agent'; readonly claim: Claim; readonly muted: boolean; readonly attempt: 1 | 2 }
  | { readonly type: 'drop-agent'; readonly legId: LegId }
  | { readonly type: 'unmute-agent'; readonly legId: LegId }
  /** Human and customer hear each other: the AI goes, the hold ends, the transcription goes on. */
  | { readonly type: 'join-customer' }
  | { readonly type: 'tell-agent-not-arrived'; readonly agentId: AgentId }
  /** Nobody came to a customer who waits: the AI says so. */
  | { readonly type: 'recover' };

export type HandoffStep = readonly [HandoffState, readonly HandoffEffect[]];

/** The first step of a handoff that asks agents. */
export function beginByOffering(urgency: Urgency, floorFree: boolean, next: Asking | null): HandoffStep {
  return offerOn(urgency, floorFree, next);
}

/** The first step of a handoff by an agent who takes the call without being asked. */
export function beginByPressing(claim: Claim): HandoffStep {
  return ring(claim, { urgency: 'connect', floorFree: true, attempt: 1 }, []);
}

/** One step of a handoff (design 7). Events that do not fit the state are late: they change nothing. */
export function transitionHandoff(state: HandoffState, event: HandoffEvent): HandoffStep {
  if (event.type === 'call-ended') return callEnded(state);
  switch (state.status) {
    case 'offering':
      return whileOffering(state, event);
    case 'joining':
      return whileJoining(state, event);
    case 'standby':
      return whileStandingBy(state, event);
    case 'connected':
    case 'failed':
    case 'withdrawn':
      return [state, []];
  }
}

type Offering = Extract<HandoffState, { status: 'offering' }>;
type Joining = Extract<HandoffState, { status: 'joining' }>;
type Standby = Extract<HandoffState, { status: 'standby' }>;

function whileOffering(state: Offering, event: HandoffEvent): HandoffStep {
  switch (event.type) {
    case 'agent-accepted': {
      if (!state.asked.includes(event.claim.agentId)) return [state, []];
      return ring(event.claim, { urgency: state.urgency, floorFree: state.floorFree, attempt: 1 }, [
        { type: 'accept-offer', agentId: event.claim.agentId },
        { type: 'withdraw-offers' },
      ]);
    }
    case 'agent-pressed':
      return ring(event.claim, { urgency: 'connect', floorFree: true, attempt: 1 }, [
        { type: 'withdraw-offers' },
      ]);
    case 'offer-lost': {
      const asked = state.asked.filter((agentId) => agentId !== event.agentId);
      return asked.length > 0
        ? [{ ...state, asked }, []]
        : offerOn(state.urgency, state.floorFree, event.next);
    }
    case 'connect-wanted':
      return [{ ...state, urgency: 'connect' }, []];
    case 'floor-freed':
      return [{ ...state, floorFree: true }, []];
    case 'gave-up':
      return [{ status: 'failed' }, [{ type: 'withdraw-offers' }, ...recoverIf(state.urgency)]];
    case 'agent-joined':
    case 'agent-missing':
    case 'agent-left':
    case 'call-ended':
      return [state, []];
  }
}

function whileJoining(state: Joining, event: HandoffEvent): HandoffStep {
  switch (event.type) {
    case 'agent-joined': {
      if (event.legId !== state.claim.legId) return [state, []];
      const { claim, urgency } = state;
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
    case 'gave-up':
    case 'call-ended':
      return [state, []];
  }
}

function whileStandingBy(state: Standby, event: HandoffEvent): HandoffStep {
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
    case 'call-ended':
      return [state, []];
  }
}

function ring(
  claim: Claim,
  how: { readonly urgency: Urgency; readonly floorFree: boolean; readonly attempt: 1 | 2 },
  before: readonly HandoffEffect[],
): HandoffStep {
  const muted = !how.floorFree;
  return [
    { status: 'joining', ...how, claim, muted },
    [...before, { type: 'ring-agent', claim, muted, attempt: how.attempt }],
  ];
}

/** Tried once more; then somebody else is asked, and the agent is told. */
function retry(state: Joining, event: Extract<HandoffEvent, { type: 'agent-missing' }>): HandoffStep {
  const { claim, urgency, floorFree } = state;
  const drop: HandoffEffect = { type: 'drop-agent', legId: claim.legId };
  if (state.attempt === 1) {
    return ring({ ...claim, legId: event.retryLegId }, { urgency, floorFree, attempt: 2 }, [drop]);
  }
  const [next, effects] = offerOn(urgency, floorFree, event.next);
  return [next, [drop, { type: 'tell-agent-not-arrived', agentId: claim.agentId }, ...effects]];
}

/** The agent goes, and somebody else is asked. */
function replace(
  { claim, urgency }: Joining | Standby,
  floorFree: boolean,
  asking: Asking | null,
): HandoffStep {
  const [next, effects] = offerOn(urgency, floorFree, asking);
  return [next, [{ type: 'drop-agent', legId: claim.legId }, ...effects]];
}

/** Asks `next`; with nobody left to ask the handoff has failed. */
function offerOn(urgency: Urgency, floorFree: boolean, next: Asking | null): HandoffStep {
  if (next === null) return [{ status: 'failed' }, recoverIf(urgency)];
  return [{ status: 'offering', urgency, floorFree, asked: next.agentIds }, [{ type: 'offer', ...next }]];
}

function callEnded(state: HandoffState): HandoffStep {
  switch (state.status) {
    case 'offering':
      return [{ status: 'withdrawn' }, [{ type: 'withdraw-offers' }]];
    case 'joining':
    case 'standby':
      return [{ status: 'withdrawn' }, []];
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
