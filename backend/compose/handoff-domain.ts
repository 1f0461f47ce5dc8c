import type { Viewer } from '../auth/visibility.ts';
import type { CallNotice } from '../calls/call-notices.ts';
import { type Readiness, readinessOf, readinessOfAny } from '../calls/readiness.ts';
import type { Handoff } from '../contract/handoffs.ts';
import type { AgentId, CallId } from '../contract/ids.ts';
import { brokenLineWords } from '../conversation/broken-line-words.ts';
import { createAgentDepartures } from '../handoff/agent-departures.ts';
import { type AiCallFlow, createAiCallFlow } from '../handoff/ai-call-flow.ts';
import { createCallReactions } from '../handoff/call-reactions.ts';
import { createCustomerHold, type HoldCustomer } from '../handoff/customer-hold.ts';
import { createDroppedAgents } from '../handoff/dropped-agents.ts';
import type { HandoffTimerEvent } from '../handoff/handoff-deadlines.ts';
import { createHandoffRequests, type HandoffRequests } from '../handoff/handoff-requests.ts';
import { createHandoffResumption } from '../handoff/handoff-resumption.ts';
import { createHandoffTimers } from '../handoff/handoff-timers.ts';
import { viewHandoffs } from '../handoff/handoff-view.ts';
import { createMissedOffers } from '../handoff/missed-offers.ts';
import { createOfferAnswers, type OfferAnswers } from '../handoff/offer-answers.ts';
import { createRoutingView, type RoutingView } from '../handoff/routing/routing-view.ts';
import { createTakeOvers, type TakeOver, type TakeOvers } from '../handoff/take-over.ts';
import { createTelephoneDepartures } from '../handoff/telephone-departures.ts';
import { createTelephoneOffers, type TelephoneOffers } from '../handoff/telephone-offers.ts';
import { createTransfers, type Transfers } from '../handoff/transfers.ts';
import {
  createHandoffCourse,
  type DomainsBelowHandoff,
  type HandoffCourse,
  type HandoffDomainOptions,
} from './handoff-course.ts';

/** What people and the AI ask of a handoff. */
interface HandoffVerbs {
  readonly readiness: (agentId: AgentId) => Readiness;
  readonly requests: HandoffRequests;
  readonly offers: OfferAnswers;
  readonly transfers: Transfers;
}

export interface HandoffDomain extends HandoffVerbs {
  readonly hold: HoldCustomer;
  readonly leave: (caller: Viewer, callId: CallId) => void;
  /** The agent may not be on calls any more: their softphone goes, and the customer is offered to others. */
  readonly leaveAll: (agentId: AgentId) => void;
  readonly takeOver: TakeOver;
  readonly handoffsOf: (callId: CallId) => readonly Handoff[];
  readonly aiCallFlow: AiCallFlow;
  readonly telephoneOffers: TelephoneOffers;
  readonly routingView: RoutingView;
  readonly resumeHandoffs: () => void;
  /** Somebody may have become free, or gone: the customers who wait are offered to them, or given up. */
  readonly lookAfterWaiting: () => void;
  readonly onHandoffTimer: (event: HandoffTimerEvent) => void;
}

/** Bringing a human into the call: whom to ask, what the answers mean, and what follows from what happens to the call. */
export function createHandoffDomain(
  options: HandoffDomainOptions,
  below: DomainsBelowHandoff,
): HandoffDomain {
  const { stores, ids } = options;
  const { handoffs, calls, legs } = stores;
  const { callLegs, telephones, ending, notices, publisher } = below.calls;
  const { conversations } = below.conversation;
  const course = createHandoffCourse(options, below);
  const { deadlines, leases, nextAgents, release, runner } = course;
  const verbs = verbsOf(options, below, course);
  const { requests, offers } = verbs;

  const { outbox } = stores;
  const takeOvers = createTakeOvers({
    legs,
    callLegs,
    outbox,
    handoffs,
    runner,
    release,
    publisher,
    ids,
    clock: options.clock,
  });
  notices.subscribe(reactionsOf(options, below, course, { ...verbs, ...takeOvers }));
  const leave = createAgentDepartures({
    calls,
    legs,
    ending,
    handoffs,
    runner,
    nextAgents,
    publisher,
    release,
  });
  return {
    ...verbs,
    hold: createCustomerHold({ calls, legs, callLegs, handoffs, publisher }),
    leave,
    leaveAll: createDroppedAgents({ legs, callLegs }),
    takeOver: takeOvers.takeOver,
    handoffsOf: (callId) => viewHandoffs(callId, below.views),
    telephoneOffers: createTelephoneOffers({
      handoffs,
      legs,
      telephones,
      offers,
      views: below.views,
      readiness: verbs.readiness,
      languageOf: course.agentPhones.languageOf,
    }),
    aiCallFlow: createAiCallFlow({ conversations, handoffs, requests, runner, callLegs, deadlines }),
    routingView: createRoutingView({
      handoffs,
      decisions: stores.routingDecisions,
      calls,
      publisher,
      deadlines,
      nameOfAgent: below.views.nameOfAgent,
      companyOf: (callId) => below.views.customerOf(callId).company,
    }),
    lookAfterWaiting: course.lookAfterWaiting,
    resumeHandoffs: createHandoffResumption({ handoffs, leases, deadlines }),
    onHandoffTimer: createHandoffTimers({
      handoffs,
      calls,
      legs,
      callLegs,
      runner,
      offers,
      nextAgents,
      deadlines,
      ids,
    }),
  };
}

function reactionsOf(
  { stores, presence, ids }: HandoffDomainOptions,
  { calls: { callLegs, ending, alerts }, conversation: { conversations } }: DomainsBelowHandoff,
  { deadlines, nextAgents, runner, agentPhones }: HandoffCourse,
  { requests, offers, successorHeard }: HandoffVerbs & Pick<TakeOvers, 'successorHeard'>,
): (notice: CallNotice) => void {
  const { handoffs, calls, legs } = stores;
  const { callEnded: callEndedFor } = presence;
  return createCallReactions({
    calls,
    legs,
    callLegs,
    ending,
    conversations,
    handoffs,
    requests,
    runner,
    nextAgents,
    mayReturn: agentPhones.mayReturn,
    apology: ({ id }) => brokenLineWords[stores.conversations.find(id)?.state.language ?? 'ja-JP'],
    callEndedFor,
    successorHeard,
    rangInVain: (legId) => offers.declineByTelephone(legId, 'away'),
    putDown: createTelephoneDepartures({ calls, legs, ending, handoffs, runner, nextAgents, callEndedFor }),
    deadlines,
    alerts,
    ids,
  });
}

function verbsOf(
  options: HandoffDomainOptions,
  { calls: callDomain, conversation, views }: DomainsBelowHandoff,
  { deadlines, leases, release, nextAgents, runner, agentPhones, lookAfterWaiting }: HandoffCourse,
): HandoffVerbs {
  const { stores, clock, ids } = options;
  const { handoffs, calls, legs } = stores;
  const { callLegs, progress, publisher } = callDomain;
  const { conversations, say } = conversation;
  const readiness = (agentId: AgentId) => readinessOf(options, agentId);
  const requests = createHandoffRequests({
    handoffs,
    calls,
    callLegs,
    progress,
    publisher,
    conversations,
    runner,
    views,
    nextAgents,
    readiness,
    deadlines,
    ids,
    clock,
    announcement: (call) => say(call, 'connecting_apology'),
  });
  const offers = createOfferAnswers({
    handoffs,
    runner,
    views,
    leases,
    ringing: agentPhones.ringing,
    nextAgents,
    readiness,
    deadlines,
    lookAfterWaiting,
    unanswered: createMissedOffers({
      handoffs,
      presence: options.presence,
      presenceLog: stores.presenceLog,
      awayAfter: () => stores.teamSettings.routing().settings.awayAfterMissed,
    }),
    ids,
    clock,
  });
  const transfers = createTransfers({
    calls,
    legs,
    callLegs,
    progress,
    publisher,
    handoffs,
    runner,
    views,
    readiness: (agentId) => readinessOfAny(options, agentId),
    release,
    ids,
    clock,
  });
  return { readiness, requests, offers, transfers };
}
