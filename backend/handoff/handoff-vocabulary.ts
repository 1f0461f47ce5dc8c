import type { HandoffEnding, OfferStep, TransferOutcome } from '../contract/handoffs.ts';
import type { AgentId, ClientId, LegId } from '../contract/ids.ts';
import type { RoutingDecision } from './routing/decision.ts';

export type Urgency = 'prepare' | 'connect';

/** An agent who has accepted, on the way or in the conference. */
export interface Claim {
  readonly agentId: AgentId;
  /** The console whose softphone it is; null for the agent's own telephone, on which they are already. */
  readonly clientId: ClientId | null;
  readonly legId: LegId;
}

/** Whom to ask, all at once, and in which step. */
export interface Asking {
  readonly step: OfferStep;
  readonly agentIds: readonly AgentId[];
}

/** `later`: nobody can be asked now, but somebody may be soon (decision 40). Null when nobody is left. */
export type WhomNext = Asking | 'later' | null;

/** Null when nobody can be asked now. */
export function askedNow(next: WhomNext): Asking | null {
  return next === 'later' ? null : next;
}

/** Whom to ask instead. Without a decision where routing was not asked: the call is given back to somebody. */
export interface Next {
  readonly next: WhomNext;
  readonly decision?: RoutingDecision;
}

/**
 * `floorFree`: the AI has finished speaking, or never was there, so the human may be heard. `askerLegId`: of the agent who wants to talk
 * with a colleague before the customer does; null when whoever comes has the customer.
 */
export type HandoffState =
  | {
      readonly status: 'offering';
      readonly urgency: Urgency;
      readonly floorFree: boolean;
      /** Who holds an open offer; nobody while the customer waits for somebody to become free. */
      readonly asked: readonly AgentId[];
      readonly askerLegId: LegId | null;
    }
  | {
      readonly status: 'joining';
      readonly urgency: Urgency;
      readonly floorFree: boolean;
      readonly claim: Claim;
      /** The leg was rung muted, and must be unmuted before anybody can talk. */
      readonly muted: boolean;
      readonly attempt: 1 | 2;
      readonly askerLegId: LegId | null;
    }
  | { readonly status: 'standby'; readonly urgency: Urgency; readonly claim: Claim }
  /** The claimed agent and the one who asked them talk, and the customer hears hold audio. */
  | { readonly status: 'consulting'; readonly claim: Claim; readonly askerLegId: LegId }
  | { readonly status: 'connected'; readonly claim: Claim }
  /** Null where an earlier version did not write it down. */
  | { readonly status: 'failed' | 'withdrawn'; readonly because: HandoffEnding | null };

export type HandoffEvent =
  | AskingEvent
  | TransferEvent
  /** A supervisor has become the human of the call: whoever was asked, or on the way, is not needed. */
  | { readonly type: 'taken-over' };

/** What happens to any handoff. */
export type AskingEvent =
  | { readonly type: 'agent-accepted'; readonly claim: Claim }
  /** Declined, expired, or became unavailable. */
  | ({ readonly type: 'offer-lost'; readonly agentId: AgentId } & Next)
  /** Somebody who could not be asked before may be now. */
  | ({ readonly type: 'somebody-free' } & Next)
  /** The person in charge is on the line, or wants a human: standby is not enough any more. */
  | { readonly type: 'connect-wanted' }
  | { readonly type: 'floor-freed' }
  | { readonly type: 'agent-joined'; readonly legId: LegId }
  /** The claimed agent did not come, or the leg broke. `retryLegId` is for the second attempt. */
  | ({ readonly type: 'agent-missing'; readonly legId: LegId; readonly retryLegId: LegId } & Next)
  /** The claimed agent does not want the call any more. */
  | ({ readonly type: 'agent-left'; readonly legId: LegId } & Next)
  /** An agent takes the call without being asked. */
  | { readonly type: 'agent-pressed'; readonly claim: Claim }
  /** The time is up, or, by a `decision`, nobody can be asked any more, nor will be. */
  | { readonly type: 'gave-up'; readonly decision?: RoutingDecision }
  | { readonly type: 'call-ended'; readonly byCustomer: boolean };

/** What happens to a warm transfer only. `othersTalk`: besides the asker, somebody was heard before the colleague came. */
export type TransferEvent =
  /** Who asked the colleague leaves the customer to them. */
  | { readonly type: 'transfer-completed'; readonly othersTalk: boolean }
  | { readonly type: 'all-joined' }
  | { readonly type: 'transfer-canceled' }
  /** The line of who asked the colleague dropped. */
  | { readonly type: 'asker-lost'; readonly othersTalk: boolean };

export type HandoffEffect =
  | ({ readonly type: 'offer' } & Asking)
  | { readonly type: 'accept-offer'; readonly agentId: AgentId }
  /** Those that are still open. */
  | { readonly type: 'withdraw-offers' }
  | { readonly type: 'ring-agent'; readonly claim: Claim; readonly muted: boolean; readonly attempt: 1 | 2 }
  | { readonly type: 'drop-agent'; readonly legId: LegId }
  /** The agent had the customer, and goes on purpose. */
  | { readonly type: 'release-agent'; readonly legId: LegId }
  | { readonly type: 'unmute-agent'; readonly legId: LegId }
  /** Human and customer hear each other: the AI goes, the hold ends, the transcription goes on. */
  | { readonly type: 'join-customer' }
  | { readonly type: 'hold-customer'; readonly onHold: boolean }
  /** Nobody has the customer any more who could talk with them, until the next agent comes. */
  | { readonly type: 'await-agent' }
  /** What the asker made of their warm transfer. */
  | { readonly type: 'record-outcome'; readonly outcome: TransferOutcome }
  | { readonly type: 'tell-agent-not-arrived'; readonly agentId: AgentId }
  /** Nobody came to a customer who waits: the AI says so. */
  | { readonly type: 'recover' };

export type HandoffStep = readonly [HandoffState, readonly HandoffEffect[]];
